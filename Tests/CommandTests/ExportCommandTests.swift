import Foundation
import Testing

struct ExportCommandTests {
  private let tutorial = CommandRun.repository + "GridModels/tutorial"

  @Test(arguments: ["mps", "lp"])
  func `a file and stdout get the same text`(format: String) throws {
    let scratch = try ScratchFolder()
    let file = try CommandRun(
      "export",
      tutorial,
      "--format",
      format,
      "--output",
      "program",
      in: scratch.path
    )
    #expect(file.code == 0)
    #expect(file.output.hasPrefix("program: "))
    let stdout = try CommandRun("export", tutorial, "--format", format, "--output", "-")
    #expect(stdout.output == (try scratch.read("program")))
    #expect(scratch.files().filter { !$0.hasPrefix(".") } == ["program"])
  }

  @Test func `format and output must be given`() throws {
    let run = try CommandRun("export", tutorial, "--output", "x")
    #expect(run.code == 64)
    #expect(
      run.messages == "gridflex: --format mps|lp is missing\ntry 'gridflex export --help'\n"
    )
    #expect(try CommandRun("export", tutorial, "--format", "lp").code == 64)
  }

  @Test func `a folder or a place that is not there is refused`() throws {
    let scratch = try ScratchFolder()
    for path in [".", "nowhere/program"] {
      let run = try CommandRun(
        "export",
        tutorial,
        "--format",
        "mps",
        "--output",
        path,
        in: scratch.path
      )
      #expect(run.code == 73)
    }
    #expect(scratch.files().allSatisfy { $0.hasPrefix(".") })
  }

  /// A Python with highspy, where there is one.
  private static let oracle = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  @Test(
    .enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"),
    arguments: ["mps", "lp"]
  )
  func `HiGHS finds the optimum between the certified cost and bound`(format: String) throws {
    let scratch = try ScratchFolder()
    let program = scratch.path + "/program." + format
    let result = scratch.path + "/result"
    #expect(
      try CommandRun("export", tutorial, "--format", format, "--output", program).code == 0
    )
    #expect(try CommandRun("dispatch", tutorial, "--output", result).code == 0)
    let process = Process()
    process.executableURL = URL(filePath: Self.oracle)
    process.arguments = [
      CommandRun.repository + "Benchmarks/highs.py", program, result + "/summary.json",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
