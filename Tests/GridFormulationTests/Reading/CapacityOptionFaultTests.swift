import GridFormulation
import GridGoals
import SmallGrids
import Tables
import Testing

/// What is wrong with options is told at reading, with its place.
struct CapacityOptionFaultTests {
  private func failure(_ option: String) throws -> [String] {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml + "options:\n  - \(option)\n"
    ])
    guard let failure = folder.failure() else { return [] }
    #expect(failure.code == 65)
    return failure.texts
  }

  @Test func `an option that changes numbers of an asset can be read`() throws {
    let texts = try failure(
      "{name: more, asset: ridge, set: {capacity_mw: 200}, cost-per-year: 1e6, source: a test}"
    )
    #expect(texts == [])
  }

  @Test func `an option of an asset that is not there is left out with a note`() throws {
    let option =
      "{name: more, asset: ridgy, set: {capacity_mw: 200}, cost-per-year: 1, source: s}"
    let folder = try ModelFolder(["model.yaml": ModelFolder.yaml + "options:\n  - \(option)\n"])
    let issues = try ModelReader.read(folder: folder.path).issues.map(\.description)
    #expect(issues.contains { $0.contains("left out") && $0.contains("Did you mean `ridge`?") })
  }

  @Test(arguments: [
    (
      "{name: more, asset: ridge, set: {capacity: 200}, cost-per-year: 1, source: s}",
      "is not a column of wind"
    ),
    (
      "{name: more, asset: ridge, set: {availability: wind}, cost-per-year: 1, source: s}",
      "must be a number now and after"
    ),
    (
      "{name: more, asset: old, set: {minimum_output_pu: 2}, cost-per-year: 1, source: s}",
      "minimum_output_pu"
    ),
    ("{name: more, asset: ridge, cost-per-year: 1, source: s}", "set"),
    ("{name: more, asset: ridge, set: {capacity_mw: 200}, source: s}", "cost-per-year"),
  ])
  func `an option that cannot be taken is refused with the reason`(
    option: String,
    part: String
  ) throws {
    let texts = try failure(option)
    #expect(texts.contains { $0.hasPrefix("model.yaml:") && $0.contains(part) }, "\(texts)")
  }
}
