import Tables
import TestSupport
import Testing

struct YAMLReaderTests {
  private func read(_ text: String) -> (node: YAMLNode?, issues: [String]) {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> (node: YAMLNode?, issues: [String]) {
    var log = IssueLog()
    let node = YAMLReader.read(bytes, file: "m.yaml", log: &log)
    return (node, log.sorted().map(\.description))
  }

  @Test func `every node knows its line and column`() throws {
    let node = try #require(read("name: jilin\nzones:\n  - name: north\n").node)
    guard case .mapping(let entries, _) = node, case .sequence(let zones, _) = entries[1].value
    else {
      Issue.record("no mapping")
      return
    }
    #expect(entries[0].place == Place(file: "m.yaml", line: 1, column: 1))
    #expect(entries[0].value.place == Place(file: "m.yaml", line: 1, column: 7))
    #expect(zones[0].place == Place(file: "m.yaml", line: 3, column: 5))
    #expect(entries[0].value.text == "jilin")
  }

  @Test func `an empty file is an empty mapping`() throws {
    #expect(try #require(read("").node) == .mapping([], Place(file: "m.yaml", line: 1, column: 1)))
    #expect(read("# only a comment\n").node != nil)
    #expect(read("\u{FEFF}name: x\n").node != nil)
  }

  @Test func `quoted text is text, plain null is nothing`() throws {
    var log = IssueLog()
    let node = try #require(read("a: ~\nb: 'null'\nc:\nd: \"\"\n").node)
    let mapping = try #require(YAMLMapping(node, log: &log))
    #expect(mapping["a"] == nil && mapping["c"] == nil)
    #expect(mapping["b"]?.text == "null" && mapping["d"]?.text == "")
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "m.yaml:3:1: error: a: the key stands already in line 1"),
      ("a: &x 1\nb: *x\n", "m.yaml:1:4: error: anchors"),
      ("b: *x\n", "m.yaml:1:4: error: aliases"),
      ("a: !!int 1\n", "m.yaml:1:4: error: tags"),
      ("a: 1\n---\nb: 2\n", "m.yaml:2:1: error: a file must hold one document"),
      ("a:\n\tb: 1\n", "m.yaml:2:1: error: lines must not be indented by tabs"),
      ("a: [1, 2\nb: 3\n", "is no valid YAML"),
      ("a: 'x\n", "is no valid YAML"),
      ("a: b: c\n", "m.yaml:1:5: error: is no valid YAML"),
      ("? [a]\n: b\n", "a key must be a text"),
      ("a: \u{1}\n", "m.yaml:1:4: error: must be text without control characters"),
      ("%YAML 9.9\n---\na: 1\n", "is no valid YAML"),
    ])
  func `what is refused is told with its place`(text: String, issue: String) throws {
    let (node, issues) = read(text)
    #expect(node == nil)
    #expect(issues.contains { $0.contains(issue) }, "\(issues)")
  }

  @Test func `bytes that are not UTF-8 are refused at their place`() {
    let (node, issues) = read(Array("a: 1\nb: x".utf8) + [0xFF, 10])
    #expect(node == nil)
    #expect(issues.first?.hasPrefix("m.yaml:2:5: error: must be valid UTF-8 text") == true)
    #expect(read([0xFF, 0xFF, 0x61, 0]).node == nil)
  }

  @Test(arguments: ["[", "- ", "{a: ", "[{a: "])
  func `20,000 levels are refused at the 33rd`(opening: String) throws {
    let (node, issues) = read(String(repeating: opening, count: 20_000))
    #expect(node == nil)
    #expect(try #require(issues.first).contains("must not be nested deeper than 32"), "\(issues)")
  }

  @Test func `32 levels are read`() {
    let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(read(text).node != nil)
    #expect(read("[" + text + "]").node == nil)
  }

  @Test func `a file beyond the size limit is refused unread`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      String(repeating: "#", count: YAMLReader.sizeLimit + 1),
      to: "m.yaml"
    )
    var log = IssueLog()
    #expect(YAMLReader.read(path: path, log: &log) == nil)
    #expect(log.sorted().first?.rule.contains("must not be larger than 4 MiB") == true)
  }
}
