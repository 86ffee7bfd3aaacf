import Foundation
import Testing

struct InterruptionTests {
  private let year = CommandRun.repository + "GridModels/jilin-2030"

  @Test func `a time limit ends a solve with 3, with or without a schedule`() throws {
    for limit in ["0.01", "2"] {
      let scratch = try ScratchFolder()
      let run = try CommandRun(
        ["dispatch", year, "--hours", "2000", "--time-limit", limit, "--gap", "1e-9"]
          + ["--method", "rolling", "--output", "out"],
        in: scratch.path
      )
      #expect(run.code == 3)
      #expect(run.messages.contains("time limit"))
      let hasResult = scratch.files().contains { $0.hasSuffix("summary.json") }
      #expect(hasResult == run.messages.contains("stopped by the time limit"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends a solve with 3 and leaves no half-written folder`(signal: Int32) throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = CommandRun.command
    process.arguments = [
      "dispatch", year, "--hours", "1000", "--output", "out", "--method", "rolling",
    ]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    let messages = Pipe()
    process.standardError = messages
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The model's notes are told once it is read; from then on it is solved.
    _ = messages.fileHandleForReading.availableData
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 3)
    #expect(!scratch.files().contains { $0.contains("partial") })
  }

  /// The line on a terminal is drawn by a thread of its own, which no signal may end the process through.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "needs `script`"))
  func `a signal ends a solve with 3 on a terminal too`() throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(filePath: Self.script)
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.arguments = [
      "-q", "-e", "-f", "-c",
      "echo $$ > pid; exec '\(CommandRun.command.path())' dispatch '\(year)' --output out", "seen",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The line tells seconds from the first news on.
    while process.isRunning,
      try !(scratch.files().contains("seen") && scratch.read("seen").contains(" s\r"))
    {
      Thread.sleep(forTimeInterval: 0.05)
    }
    let number = try scratch.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    kill(try #require(Int32(number)), SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(try scratch.read("seen").contains("stopping with the best result so far"))
  }

  private static let script = "/usr/bin/script"
}
