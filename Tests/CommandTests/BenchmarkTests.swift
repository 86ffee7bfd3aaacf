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

  @Test(.enabled(if: !oracle.isEmpty, "no Python with highspy: see GRIDFLEX_ORACLE_PYTHON"))
  func `every window of a model is run by each method, and a run without result is a fault`() throws
  {
    // The tutorial has 48 hours: one day and all of it, by two methods; a week is longer than it.
    let scratch = try ScratchFolder()
    #expect(try windows(CommandRun.command.path(), to: scratch) == 0)
    let table = try scratch.read("table.md").split(separator: "\n").dropFirst(2)
    let cells = table.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(cells.map { $0[1] } == ["24", "24", "48", "48"])
    #expect(cells.map { $0[2] } == ["exact", "rolling", "exact", "rolling"])
    #expect(cells.allSatisfy { $0[3] == "optimal" && ["0", "1"].contains($0[4]) })

    try scratch.write("#!/bin/sh\necho broken >&2\nexit 70\n", to: "broken")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: scratch.path + "/broken"
    )
    #expect(try windows(scratch.path + "/broken", to: scratch) == 1)
    let faults = try scratch.read("table.md").split(separator: "\n").dropFirst(2)
    #expect(faults.count == 4)
    #expect(faults.allSatisfy { $0.contains("| no result | 70 |") && $0.contains("| broken |") })
  }

  /// The exit code of `windows.py` on the tutorial with a command; its table is written to `table.md`.
  private func windows(_ command: String, to scratch: ScratchFolder) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: Self.oracle)
    process.arguments = [
      "-B", CommandRun.repository + "Benchmarks/windows.py", "--windows", "24,168,year",
      "--output", scratch.path + "/table.md", "GridModels/tutorial",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GRIDFLEX_COMMAND": command]
    ) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
