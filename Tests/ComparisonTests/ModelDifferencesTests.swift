import Comparison
import Foundation
import TestSupport
import Testing

struct ModelDifferencesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func inputs(_ change: (inout WrittenResult) -> Void) throws -> [InputDifference] {
    var other = WrittenResult()
    change(&other)
    return ComparedPair(
      try WrittenResult().read(in: folder, as: "base"),
      try other.read(in: folder, as: "other")
    ).inputs
  }

  @Test func `a cell that differs is told by the path that --set takes`() throws {
    #expect(
      try inputs { $0.units = "3" } == [
        InputDifference(path: "assets/coal/coal-a/units", base: "2", other: "3")
      ]
    )
  }

  @Test func `a number that is written otherwise is the same number`() throws {
    #expect(try inputs { $0.units = "2.0" }.isEmpty)
  }

  @Test func `a key of the model and a series that differ are told`() throws {
    let differences = try inputs {
      $0.model = "larger"
      $0.load[1] = 220
    }
    #expect(differences.map(\.path) == ["name", "series/load"])
    #expect(differences[1].base == "210 at 2030-01-15T01:00")
    #expect(differences[1].other == "220, differs in 1 h")
  }

  @Test func `a row that one model lacks is told once`() throws {
    let base = try WrittenResult().read(in: folder, as: "base")
    var other = try WrittenResult().write(in: folder, as: "other")
    try folder.write(
      "units,name,capacity_mw,ramp\n2,coal-b,100,0.5\n",
      to: "other/resolved/assets/coal.csv"
    )
    other = folder.path + "/other"
    let pair = ComparedPair(base, try ComparedResult.read(other))
    #expect(
      pair.inputs == [
        InputDifference(path: "assets/coal/coal-a", base: "(a row)", other: "(not given)"),
        InputDifference(path: "assets/coal/coal-b/ramp", base: "(default)", other: "0.5"),
      ]
    )
  }

  @Test func `a file of series that one model lacks is told by what the other has`() throws {
    let base = try WrittenResult().read(in: folder, as: "base")
    let other = try WrittenResult().write(in: folder, as: "other")
    try folder.write("time,wind,sun\n2030-01-15T00:00,1,2\n", to: "other/resolved/series/sky.csv")
    let pair = ComparedPair(base, try ComparedResult.read(other))
    #expect(
      pair.inputs == [InputDifference(path: "series", base: "(not given)", other: "2 series")]
    )
  }

  @Test func `a file that cannot be read, and a model that is not kept, are told`() throws {
    let base = try WrittenResult().read(in: folder, as: "base")
    let other = try WrittenResult().write(in: folder, as: "other")
    try folder.write("name: [\n", to: "other/resolved/model.yaml")
    let pair = ComparedPair(base, try ComparedResult.read(other))
    #expect(
      pair.inputs == [
        InputDifference(path: "model.yaml", base: "(read)", other: "(cannot be read)")
      ]
    )
    for part in ["resolved", "series"] { try folder.remove("other/" + part) }
    let bare = ComparedPair(base, try ComparedResult.read(other))
    #expect(bare.omissions.count == 2)
    #expect(bare.text.contains("keeps no model as it was solved"))
    #expect(bare.text.contains("keeps no series"))
  }

  @Test func `of a baseline the files that are others are told`() throws {
    let base = try WrittenResult().read(in: folder, as: "base")
    try BaselineFile.write(base, tolerances: .standard, to: folder.path + "/small.json")
    var other = WrittenResult()
    other.units = "3"
    let pair = ComparedPair(
      try ComparedResult.read(folder.path + "/small.json"),
      try other.read(in: folder, as: "other")
    )
    #expect(pair.inputs.map(\.path) == ["assets/coal.csv"])
    #expect(pair.answer == .same)
  }
}

extension TemporaryFolder {
  /// Takes a file or folder away.
  fileprivate func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }
}
