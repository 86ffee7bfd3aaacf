import Foundation
import Testing

/// The scripts of the benchmarks, on two days of the tutorial.
struct BenchmarkTests {
  private static let oracle = ProcessInfo.processInfo.environment["GRIDFLEX_ORACLE_PYTHON"] ?? ""

  @Test(
    .enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"),
    arguments: [("peers.py", 4), ("scaling.py", 4)]
  )
  func `a benchmark agrees with itself and writes its figures`(script: String, rows: Int) throws {
    let scratch = try ScratchFolder()
    let file = scratch.path + "/figures.json"
    var words = [CommandRun.repository + "Benchmarks/" + script, "--json", file]
    if script == "scaling.py" { words += ["--hours", "24", "--years", "1,2", "--split", "2"] }
    let process = Process()
    process.executableURL = URL(filePath: Self.oracle)
    process.arguments = ["-B"] + words + ["--threads", "2", "GridModels/tutorial"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GRIDFLEX_COMMAND": CommandRun.command.path()]
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = try scratch.read("figures.json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let figures = try #require(json?["rows"] as? [[String: Any]])
    #expect(figures.count == rows)
    #expect(figures.allSatisfy { ($0["wall"] as? Double ?? 0) > 0 })
    #expect((json?["faults"] as? [String]) == [])
  }
}
