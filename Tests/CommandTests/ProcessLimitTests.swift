import Foundation
import Testing

/// What the system refuses is told in words and with a documented exit code.
struct ProcessLimitTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  /// Runs the command behind a shell's words, such as a limit.
  private func run(
    _ shell: String,
    in folder: String,
    model: String? = nil
  ) throws -> (code: Int32, messages: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", shell.replacing("COMMAND", with: "\"$0\" dispatch \"$1\" --output out --quiet"),
      CommandRun.command.path(), model ?? tutorial,
    ]
    process.currentDirectoryURL = URL(filePath: folder)
    let messages = Pipe()
    process.standardError = messages
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test func `a limit on file sizes gives 73 and leaves nothing`() throws {
    let scratch = try ScratchFolder()
    let run = try run("ulimit -f 2; exec COMMAND", in: scratch.path)
    #expect(run.code == 73)
    #expect(run.messages.contains("larger than this process may write"))
    #expect(scratch.files().isEmpty)
  }

  @Test func `too few files give a plain message and no crash`() throws {
    let scratch = try ScratchFolder()
    for limit in 4...7 {
      let run = try run("ulimit -n \(limit); exec COMMAND", in: scratch.path)
      // Below some limit the system cannot even load the command.
      if run.code == 127 { continue }
      #expect([0, 65, 66, 73].contains(run.code), "\(limit): \(run)")
      #expect(run.code == 0 || run.messages.contains("open"), "\(limit): \(run)")
    }
    #expect(!scratch.files().contains { $0.contains("partial") })
  }

  @Test func `too little memory is told as such`() throws {
    let scratch = try ScratchFolder()
    let year = CommandRun.repository + "GridModels/northeast-2030"
    // What loads the command does not hold the year's program.
    for kilobytes in stride(from: 60_000, through: 300_000, by: 10_000) {
      let run = try run("ulimit -v \(kilobytes); exec COMMAND", in: scratch.path, model: year)
      // Below some limit the system cannot even load the command.
      if run.code == 127 { continue }
      #expect(run.code == 70)
      #expect(run.messages.contains("there is not enough memory"))
      #expect(scratch.files().isEmpty)
      return
    }
    Issue.record("the command was never loaded")
  }

  @Test(arguments: [">&-", ">/dev/full"])
  func `what stands in its folder keeps the code of its answer, whatever became of stdout`(
    stdout: String
  ) throws {
    let scratch = try ScratchFolder()
    let run = try run("exec COMMAND \(stdout)", in: scratch.path)
    #expect(run.code == 0)
    #expect(run.messages.contains("the result is in out"))
    #expect(scratch.files().contains("out/summary.json"))
  }

  @Test func `a reader that goes away is no reason to die`() throws {
    let scratch = try ScratchFolder()
    let run = try run("COMMAND | true; exit 0", in: scratch.path)
    #expect(run.code == 0)
    #expect(scratch.files().contains("out/summary.json"))
  }
}
