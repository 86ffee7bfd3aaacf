import Tables
import TestSupport
import Testing
import Workbooks

@testable import GridFormulation

struct KeySheetTests {
  private func sheet(_ rows: [[String]]) -> Sheet {
    var sheet = Sheet(name: "model")
    sheet.rows = rows.enumerated().map { index, texts in
      Sheet.Row(
        number: index + 1,
        cells: texts.enumerated().filter { !$1.isEmpty }
          .map { Sheet.Cell(column: $0 + 1, text: $1) }
      )
    }
    return sheet
  }

  private func read(_ rows: [[String]]) -> (node: YAMLNode?, issues: [String]) {
    var log = IssueLog()
    let node = KeySheet.read(sheet([["key", "value"]] + rows), file: "m", log: &log)
    return (node, log.sorted().map(\.description))
  }

  /// The node as text, without its places.
  private func text(_ node: YAMLNode?) -> String {
    node.map { YAMLText.block($0, indent: 0) } ?? ""
  }

  @Test func `keys by path and entries by number make up the mapping`() {
    let (node, issues) = read([
      ["name", "x"], ["zones[1]/name", "a"], ["zones[1]/load", "l"], ["zones[7]/name", "b"],
      ["reserve/up", "0.05"], ["points[1][1]", "1"], ["points[1][2]", "2"], ["empty", ""],
      ["list", "[]"], ["\"a/b\"", "\"\""], ["title", "two words"], ["code", "\"7\""],
    ])
    #expect(issues == [])
    #expect(
      text(node)
        == "\nname: x\nzones:\n  -\n    name: a\n    load: l\n  -\n    name: b\nreserve:\n  up: 0.05"
        + "\npoints:\n  -\n    - 1\n    - 2\nempty:\nlist: []\na/b: \"\"\ntitle: \"two words\""
        + "\ncode: \"7\""
    )
  }

  @Test(
    arguments: [
      ([["a", "1"], ["a", "2"]], "m:3:1: error: a: the key stands already in row 2"),
      ([["a", "1"], ["a/b", "2"]], "m:3:1: error: a/b: the key stands already in row 2"),
      ([["a/b", "1"], ["a", "2"]], "Remove this row: keys below it have values."),
      ([["a[1]", "1"], ["a/b", "2"]], "is both a list and a mapping"),
      ([["a[", "1"]], "is no path of keys"), ([["a//b", "1"]], "is no path of keys"),
      ([["", "1"]], "a value must have a key"),
      ([[String(repeating: "a/", count: 40) + "a", "1"]], "deeper than 32 levels"),
    ]
  )
  func `what makes no mapping is told at its cell`(_ rows: [[String]], _ words: String) {
    let (node, issues) = read(rows)
    #expect(node == nil && issues.count == 1 && issues[0].contains(words), "\(issues)")
  }

  @Test func `any mapping comes back from its rows, and from the text made of it`() throws {
    let words = [
      "a", "b c", "", "null", "7", "0.50", "[x", "\"q\"", "# no", " x ", "a/b", "甲", "~", "[]",
    ]
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededBytes(seed: seed)
      func node(_ depth: Int) -> YAMLNode {
        let place = Place(file: "m")
        let kind = depth > 3 ? 0 : Int.random(in: depth == 0 ? 2...2 : 0...2, using: &random)
        let count = Int.random(in: 0...3, using: &random)
        if kind == 1 { return .sequence((0..<count).map { _ in node(depth + 1) }, place) }
        if kind == 2 {
          let keys = words.filter { !$0.isEmpty }.shuffled(using: &random).prefix(count)
          return .mapping(
            keys.map { YAMLEntry(key: $0, place: place, value: node(depth + 1)) },
            place
          )
        }
        let text = words[Int.random(in: 0..<words.count, using: &random)]
        return .scalar(text, isQuoted: Bool.random(using: &random), place)
      }
      let root = node(0)
      let rows = KeySheet.rows(of: root, comments: [])
      var log = IssueLog()
      let back = KeySheet.read(sheet(rows), file: "m", log: &log)
      let yaml = KeyFile.text(of: try #require(back), comments: [2: "one # word"])
      let file = YAMLReader.read(Array(yaml.utf8), file: "m", log: &log)
      #expect(log.sorted() == [], "seed \(seed)")
      #expect(text(back) == text(root), "seed \(seed)")
      #expect(text(file) == text(root), "seed \(seed)")
    }
  }

  @Test func `comments stay with their rows`() {
    let yaml =
      "# head\n# more\nname: x   # the name\nzones:  # all\n  - {a: \"# no\", b: 'x'} # one\n# end\n"
    var log = IssueLog()
    let root = YAMLReader.read(Array(yaml.utf8), file: "m", log: &log)
    let rows = root.map { KeySheet.rows(of: $0, comments: KeyFile.comments(of: yaml)) } ?? []
    #expect(rows.map { $0[2] } == ["comment", "head\nmore\nthe name", "all\none", "end"])
  }
}
