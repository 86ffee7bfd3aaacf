import GridFormulation
import SmallGrids
import Testing

/// What is wrong with limits on several options is told at reading, with its place.
struct OptionLimitFaultTests {
  private func failure(_ limit: String) throws -> [String] {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml
        + "options:\n  - {name: more, asset: ridge, adds: capacity_mw, most: 9, cost-per-year: 1, source: s}\n"
        + "option-limits:\n  - \(limit)\n"
    ])
    guard let failure = folder.failure() else { return [] }
    return failure.texts
  }

  @Test func `a limit on options can be read`() throws {
    #expect(try failure("{name: room, sum: more=2, at-most: 10, source: a test}") == [])
  }

  @Test(arguments: [
    ("{name: room, sum: mor, at-most: 1, source: s}", "Did you mean `more`?"),
    ("{name: room, sum: \"more, more=2\", at-most: 1, source: s}", "stands twice in the sum"),
    ("{name: room, sum: more=x, at-most: 1, source: s}", "must be options with weights"),
    ("{name: room, sum: more, source: s}", "limits nothing"),
    ("{name: room, sum: more, at-most: 1, at-least: 2, source: s}", "is more than at-most"),
    ("{name: room, at-most: 1, source: s}", "sum"),
    ("{name: room, sum: more, at-most: 1}", "source"),
  ])
  func `a limit that cannot be is refused with the reason`(limit: String, reason: String) throws {
    let texts = try failure(limit)
    #expect(texts.contains { $0.contains("option-limits/room") && $0.contains(reason) }, "\(texts)")
  }
}
