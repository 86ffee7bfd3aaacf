import Hourly
import Tables
import TestSupport
import Testing

struct YAMLMappingTests {
  private func mapping(_ text: String) throws -> YAMLMapping {
    var log = IssueLog()
    let node = try #require(YAMLReader.read(Array(text.utf8), file: "m.yaml", log: &log))
    return try #require(YAMLMapping(node, log: &log))
  }

  @Test func `keys are read by type`() throws {
    var log = IssueLog()
    let root = try mapping(
      """
      name: jilin
      share: 0.05
      hours: 8760
      strict: yes
      start: 2030-01-01
      carbon: carbon-price
      zones: [north, south]
      reserve: {up: 1}
      goals: [{id: a}, {id: b}]
      """
    )
    #expect(root.text("name", log: &log) == "jilin")
    #expect(root.number("share", in: 0...1, log: &log) == 0.05)
    #expect(root.integer("hours", log: &log) == 8760)
    #expect(root.flag("strict", log: &log) == true)
    #expect(root.time("start", log: &log)?.description == "2030-01-01T00:00")
    #expect(root.profile("carbon", log: &log) == .series("carbon-price"))
    #expect(root.profile("share", log: &log) == .constant(0.05))
    #expect(root.texts("zones", log: &log) == ["north", "south"])
    #expect(root.texts("name", log: &log) == ["jilin"])
    #expect(root.mapping("reserve", log: &log)?.path == "reserve")
    #expect(root.mappings("goals", log: &log).map(\.path) == ["goals/a", "goals/b"])
    #expect(root.choice("name", as: Town.self, log: &log) == .jilin)
    #expect(root.number("absent", log: &log) == nil)
    #expect(!log.hasErrors)
  }

  private enum Town: String, CaseIterable { case jilin, songyuan }

  @Test func `what is wrong is told with the path of its key`() throws {
    var log = IssueLog()
    let root = try mapping(
      "reserve:\n  up: x\n  down: 2\n  hours: 1.5\n  on: perhaps\n  at: noon\n  in: siping\n"
        + "  list: [1]\n  text: {a: 1}\n"
    )
    let reserve = try #require(root.mapping("reserve", log: &log))
    _ = reserve.number("up", log: &log)
    _ = reserve.number("down", in: 0...1, log: &log)
    _ = reserve.integer("hours", log: &log)
    _ = reserve.flag("on", log: &log)
    _ = reserve.time("at", log: &log)
    _ = reserve.choice("in", as: Town.self, log: &log)
    _ = reserve.text("list", log: &log)
    _ = reserve.mapping("up", log: &log)
    _ = reserve.text("gone", required: true, log: &log)
    let issues = log.sorted()
    #expect(issues.count == 9)
    #expect(issues.allSatisfy { $0.field?.hasPrefix("reserve/") == true && $0.line != nil })
    #expect(
      issues.map(\.rule).contains("must lie in 0...1")
        && issues.map(\.rule).contains("must be given")
    )
  }

  @Test func `a field reads a key as it reads a cell, and unknown keys are told`() throws {
    var log = IssueLog()
    let root = try mapping("name: a\ncapacity_mw: 5\nunits: 3\nkind: sea\nunist: 2\nother: 1\n")
    let value = root.read(
      fields: Sample.fields,
      prototype: Sample(),
      besides: ["other"],
      log: &log
    )
    #expect(value.units == 3 && value.capacity.megawatts == 5)
    #expect(
      log.sorted().map(\.description) == [
        "m.yaml:4:7: error: kind = sea: must be one of onshore, offshore. Write one of them.",
        "m.yaml:5:1: error: unist: is not a known key. Did you mean `units`?",
      ]
    )
  }

  @Test func `a required key must be given`() throws {
    var log = IssueLog()
    _ = try mapping("units: 3\n").read(fields: Sample.fields, prototype: Sample(), log: &log)
    #expect(log.sorted().map { $0.field ?? "" } == ["capacity_mw", "name"])
  }
}
