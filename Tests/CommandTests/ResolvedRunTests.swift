import Foundation
import Testing

/// The resolved model beside a result gives that result again, byte for byte, with no word on the command line.
struct ResolvedRunTests {
  /// Models that extend others, drop rows of theirs, and are changed and cut by the command line.
  private static let runs: [[String]] = [
    ["tutorial"],
    ["tutorial", "--set", "assets/wind/wind/capacity_mw=700", "--hours", "30", "--enforce-goals"],
    [
      "tutorial", "--from", "2030-01-16", "--gap", "0.01", "--method", "rolling", "--set",
      "zones/valley/grid-loss=0.04",
    ],
    ["jilin-2030-full", "--from", "2030-01-03", "--hours", "12"],
    ["liaoning-2030-peer", "--from", "2030-07-03", "--hours", "12"],
    ["northeast-2030", "--hours", "12", "--set", "reserve/up-share-of-load=0.05"],
    ["liaoning-2030-market", "--from", "2030-02-03T05:00", "--hours", "12"],
    ["songyuan-2025-two-zones", "--hours", "12"],
  ]

  /// Dispatches a model and then what is resolved beside the result; compares all files but the times.
  private func compare(_ words: [String], in scratch: ScratchFolder) throws {
    let first = try CommandRun(
      ["dispatch"] + words + ["--output", "a", "--quiet"],
      in: scratch.path
    )
    #expect(first.code <= 1, "\(first.messages)")
    let again = try CommandRun(
      ["dispatch", "a/resolved", "--output", "b", "--quiet"],
      in: scratch.path
    )
    #expect(again.code == first.code, "\(again.messages)")
    #expect(
      again.output.replacing("results in b", with: "results in a") == first.output
    )
    let files = scratch.files()
    func below(_ folder: String) -> [String] {
      files.filter { $0.hasPrefix(folder + "/") && $0.contains(".") }.map {
        String($0.dropFirst(folder.count + 1))
      }
    }
    #expect(below("a") == below("b"))
    #expect(below("a").contains("resolved/options.json"))
    for file in below("a") where file != "timing.json" {
      let isSame = try scratch.read("a/" + file) == scratch.read("b/" + file)
      #expect(isSame, "\(file)")
    }
  }

  @Test(arguments: runs)
  func `a resolved model runs again and gives the same bytes`(words: [String]) throws {
    let model = CommandRun.repository + "GridModels/" + words[0]
    try compare([model] + words.dropFirst(), in: try ScratchFolder())
  }

  @Test func `series of a data folder are in the resolved model, which needs the folder no more`()
    throws
  {
    let scratch = try ScratchFolder()
    let tutorial = CommandRun.repository + "GridModels/tutorial"
    let manager = FileManager.default
    try manager.createDirectory(atPath: scratch.path + "/data", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: scratch.path + "/model", withIntermediateDirectories: true)
    try manager.copyItem(
      atPath: tutorial + "/series/hours.csv",
      toPath: scratch.path + "/data/hours.csv"
    )
    try scratch.write(
      """
      extends: \(tutorial)
      name: of-data
      series:
        wind: {file: "${data}/hours.csv", column: wind_pu, unit: pu, scale-to: {mean: 0.3}}
      """,
      to: "model/model.yaml"
    )
    try compare(["model", "--data", "data"], in: scratch)
    try manager.removeItem(atPath: scratch.path + "/data")
    try manager.removeItem(atPath: scratch.path + "/b")
    let third = try CommandRun(
      ["dispatch", "a/resolved", "--output", "b", "--quiet"],
      in: scratch.path
    )
    #expect(third.code <= 1, "\(third.messages)")
    #expect(try scratch.read("a/summary.json") == scratch.read("b/summary.json"))
  }

  @Test func `a word on the command line goes before what was used`() throws {
    let scratch = try ScratchFolder()
    let tutorial = CommandRun.repository + "GridModels/tutorial"
    _ = try CommandRun(
      ["dispatch", tutorial, "--hours", "24", "--output", "a", "--quiet"],
      in: scratch.path
    )
    _ = try CommandRun(
      ["dispatch", "a/resolved", "--hours", "12", "--output", "b", "--quiet"],
      in: scratch.path
    )
    #expect(try scratch.read("a/series/power_mw.csv").split(separator: "\n").count == 25)
    #expect(try scratch.read("b/series/power_mw.csv").split(separator: "\n").count == 13)
  }

  @Test func `options that cannot be read are refused`() throws {
    let scratch = try ScratchFolder()
    let tutorial = CommandRun.repository + "GridModels/tutorial"
    _ = try CommandRun(
      ["dispatch", tutorial, "--hours", "12", "--output", "a", "--quiet"],
      in: scratch.path
    )
    try scratch.write("{", to: "a/resolved/options.json")
    let run = try CommandRun(["dispatch", "a/resolved", "--output", "b"], in: scratch.path)
    #expect(run.code == 65)
    #expect(run.messages.contains("a/resolved/options.json cannot be read"))
  }
}
