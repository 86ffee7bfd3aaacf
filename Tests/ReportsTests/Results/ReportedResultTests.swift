import Comparison
import Foundation
import Reports
import SmallGrids
import Tables
import TestSupport
import Testing

/// Result folders as reports read them, good and bad.
struct ReportedResultTests {
  @Test func `a schedule that is read back is the one that was written`() throws {
    let folder = try WrittenFolder.tutorial.get()
    let grid = try folder.grid()
    let demand = try folder.series("demand_mw")["valley"]
    #expect(grid.demand == demand)
    let power = try folder.series("power_mw")
    for entry in grid.entries { #expect(entry.power == power[entry.name], "\(entry.name)") }
    #expect(grid.months == [0..<48])
  }

  @Test func `a folder that is no result is told, with 66`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: InputError.self) {
      try Report(of: [folder.path, folder.path + "/none"], in: .english)
    }
    #expect(error?.exitCode == 66)
    #expect(error?.issues.count == 2)
    #expect(error?.issues[0].description.contains("no result folder") == true)
  }

  @Test func `a baseline has no series to report on, with 65`() throws {
    let folder = try TemporaryFolder()
    let result = try ComparedResult.read(try WrittenFolder.tutorial.get().path)
    let path = folder.path + "/baseline.json"
    try BaselineFile.write(result, tolerances: .standard, to: path)
    let error = #expect(throws: InputError.self) { try Report(of: [path], in: .english) }
    #expect(error?.exitCode == 65)
    #expect(error?.issues.first?.description.contains("baseline") == true)
  }

  /// A copy of the tutorial's result that may be changed.
  private func copy(in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/copy"
    try FileManager.default.copyItem(atPath: try WrittenFolder.tutorial.get().path, toPath: path)
    return path
  }

  @Test func `a file of series that does not fit the hours is told with its place`() throws {
    let folder = try TemporaryFolder()
    let path = try copy(in: folder)
    let file = path + "/series/demand_mw.csv"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    try (lines.dropLast().joined(separator: "\n") + "\n")
      .write(toFile: file, atomically: false, encoding: .utf8)
    let error = #expect(throws: InputError.self) { try Report(of: [path], in: .english) }
    #expect(error?.exitCode == 65)
    #expect(error?.issues.first?.description.contains("holds 47 hours, the result 48") == true)
  }

  @Test func `a number that is none is told with its line`() throws {
    let folder = try TemporaryFolder()
    let path = try copy(in: folder)
    let file = path + "/series/unserved_mw.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("2030-01-15T02:00,0", with: "2030-01-15T02:00,much")
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    let error = #expect(throws: InputError.self) { try Report(of: [path], in: .english) }
    #expect(error?.issues.first?.description.contains("unserved_mw.csv:4") == true)
  }

  @Test func `a result of another version that lacks what is told names its version`() throws {
    let folder = try TemporaryFolder()
    let path = try copy(in: folder)
    let file = path + "/summary.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("\"version\": \"0.1.0\"", with: "\"version\": \"0.0.9\"")
      .replacing("\"beyondPowerModel\"", with: "\"beyond\"")
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    let error = #expect(throws: InputError.self) { try Report(of: [path], in: .english) }
    #expect(error?.issues.first?.description.contains("is of gridflex 0.0.9") == true)
  }

  @Test func `labels tell folders of one name apart`() {
    #expect(ReportedResult.labels(of: ["a/x", "b/x/"]) == ["a/x", "b/x"])
    #expect(ReportedResult.labels(of: ["results/one", "results/two"]) == ["one", "two"])
    #expect(ReportedResult.labels(of: ["x", "x"]) == ["1: x", "2: x"])
  }
}
