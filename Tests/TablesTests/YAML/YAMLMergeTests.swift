import Tables
import Testing

struct YAMLMergeTests {
  private func node(_ text: String, file: String = "base.yaml") throws -> YAMLNode {
    var log = IssueLog()
    return try #require(YAMLReader.read(Array(text.utf8), file: file, log: &log))
  }

  /// The node as flow text, places left out.
  private func text(_ node: YAMLNode) -> String {
    switch node {
    case .scalar(let text, _, _): text
    case .sequence(let nodes, _): "[" + nodes.map { self.text($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { "\($0.key): \(self.text($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private func merged(_ base: String, _ change: String) throws -> (String, [Tables.Issue]) {
    var log = IssueLog()
    let result = YAMLMerge.merge(
      try node(base),
      with: try node(change, file: "change.yaml"),
      log: &log
    )
    return (text(result), log.sorted())
  }

  @Test(
    arguments: [
      ("{a: 1, b: 2}", "{b: 3, c: 4}", "{a: 1, b: 3, c: 4}"),
      ("{r: {up: 1, down: 2}}", "{r: {down: 3}}", "{r: {up: 1, down: 3}}"),
      ("{l: [1, 2]}", "{l: [3]}", "{l: [3]}"),
      (
        "{z: [{name: n, x: 1}, {name: s, x: 2}]}", "{z: [{name: s, y: 3}, {name: e}]}",
        "{z: [{name: n, x: 1}, {name: s, x: 2, y: 3}, {name: e}]}"
      ),
      ("{g: [{id: a, t: 1}]}", "{g: [{id: a, remove: yes}]}", "{g: []}"),
      ("{s: {w: {f: 1}, l: {f: 2}}}", "{s: {w: {remove: yes}}}", "{s: {l: {f: 2}}}"),
      ("{a: {b: 1}}", "{a: 2}", "{a: 2}"),
      ("{a: 1}", "{a: ~}", "{a: ~}"),
    ])
  func `the change is laid over the base`(base: String, change: String, result: String) throws {
    let (text, issues) = try merged(base, change)
    #expect(text == result && issues.isEmpty)
  }

  @Test(arguments: [
    ("{g: [{id: alpha}]}", "{g: [{id: alpa, remove: yes}]}"),
    ("{s: {alpha: {f: 1}}}", "{s: {alpa: {remove: yes}}}"),
  ])
  func `removing what is not there names the nearest`(base: String, change: String) throws {
    let issues = try merged(base, change).1
    #expect(issues.map(\.fix) == ["Did you mean `alpha`?"])
    #expect(issues.first?.file == "change.yaml")
  }

  @Test func `a merged value keeps the place it was written at`() throws {
    var log = IssueLog()
    let result = YAMLMerge.merge(
      try node("a: 1\nb: 2\n"),
      with: try node("b: 3\n", file: "change.yaml"),
      log: &log
    )
    let mapping = try #require(YAMLMapping(result, log: &log))
    #expect(mapping.place(of: "a") == Place(file: "base.yaml", line: 1, column: 4))
    #expect(mapping.place(of: "b") == Place(file: "change.yaml", line: 1, column: 4))
  }

  @Test(
    arguments: [
      ("a", "9", "{a: 9, r: {up: 1}, z: [{name: n, x: 1}]}"),
      ("r/up", "2", "{a: 1, r: {up: 2}, z: [{name: n, x: 1}]}"),
      ("r/new", "2", "{a: 1, r: {up: 1, new: 2}, z: [{name: n, x: 1}]}"),
      ("z/n/x", "2", "{a: 1, r: {up: 1}, z: [{name: n, x: 2}]}"),
      ("z/n/remove", "yes", "{a: 1, r: {up: 1}, z: []}"),
      ("r/up/remove", "yes", "{a: 1, r: {}, z: [{name: n, x: 1}]}"),
      ("r/remove", "yes", "{a: 1, z: [{name: n, x: 1}]}"),
      ("q/p", "[1, 2]", "{a: 1, r: {up: 1}, z: [{name: n, x: 1}], q: {p: [1, 2]}}"),
    ])
  func `one value is set by its path`(path: String, value: String, result: String) throws {
    var log = IssueLog()
    let changed = YAMLMerge.set(
      try node("{a: 1, r: {up: 1}, z: [{name: n, x: 1}]}"),
      path: path.split(separator: "/").map(String.init),
      to: value,
      place: Place(file: "--set"),
      log: &log
    )
    #expect(text(changed) == result && !log.hasErrors)
  }

  @Test(arguments: ["a/b", "z/m/x", "z/x", "z/m/remove", "b/remove", "a/b/remove", ""])
  func `a path that leads nowhere is an issue`(path: String) throws {
    var log = IssueLog()
    let base = try node("{a: 1, z: [{name: n, x: 1}]}")
    let changed = YAMLMerge.set(
      base,
      path: path.split(separator: "/").map(String.init),
      to: path.hasSuffix("remove") ? "yes" : "1",
      place: Place(file: "--set"),
      log: &log
    )
    #expect(changed == base && log.hasErrors)
  }
}
