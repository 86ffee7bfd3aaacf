import Tables
import Workbooks

/// The first sheet of a workbook: the keys of model.yaml, one value a row.
enum KeySheet {
  /// The headings of the keys, their values, and words about them.
  static let headings = ["key", "value", "comment"]

  /// Whether a sheet has the headings of keys.
  static func isOne(_ sheet: Sheet) -> Bool {
    guard let columns = columns(of: sheet) else { return false }
    return columns.key > 0 && columns.value > 0
  }

  /// The mapping that the rows of a sheet make up, with the place of each; nil if anything is wrong.
  static func read(_ sheet: Sheet, file: String, log: inout IssueLog) -> YAMLNode? {
    guard let columns = columns(of: sheet) else { return nil }
    var tree = KeyBranch(place: Place(file: file, line: 1, column: 1))
    var isSound = true
    for row in sheet.rows.dropFirst() {
      let key = row[columns.key].withoutBlanks
      let value = row[columns.value]
      let place = Place(file: file, line: row.number, column: columns.key)
      if key.isEmpty, value.isEmpty { continue }
      var fault: FieldFault?
      if let steps = KeyPath.steps(key) {
        if steps.count > YAMLReader.depthLimit {
          fault = FieldFault(
            rule: "must not be nested deeper than \(YAMLReader.depthLimit) levels",
            fix: "No section of a model needs so many levels."
          )
        } else {
          let at = Place(file: file, line: row.number, column: columns.value)
          fault = tree.add(KeyValue.node(value, at: at), at: steps[...], place)
        }
      } else {
        fault = FieldFault(
          rule: key.isEmpty ? "a value must have a key" : "is no path of keys",
          fix: "Write for example `reserve/up-share-of-load`, or `zones[1]/load` in a list."
        )
      }
      guard let fault else { continue }
      isSound = false
      log.error(
        at: place,
        field: key.isEmpty ? nil : key,
        rule: fault.rule,
        fix: fault.fix
      )
    }
    return isSound ? tree.node : nil
  }

  /// The words about each row, by its number.
  static func comments(of sheet: Sheet) -> [Int: String] {
    guard let columns = columns(of: sheet), columns.comment > 0 else { return [:] }
    return Dictionary(
      sheet.rows.dropFirst().map { ($0.number, $0[columns.comment]) }
        .filter { !$0.1.isEmpty },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The rows of a mapping, with the words about each line of its file.
  static func rows(of root: YAMLNode, comments: [(line: Int, text: String)]) -> [[String]] {
    var rows = [headings]
    var rest = comments[...]
    func take(upTo line: Int?) -> String {
      var words: [String] = []
      while let next = rest.first, line.map({ next.line <= $0 }) ?? true {
        words.append(next.text)
        rest.removeFirst()
      }
      return words.joined(separator: "\n")
    }
    func add(_ node: YAMLNode, at steps: [KeyPath.Step], _ line: Int?) {
      if let text = KeyValue.text(of: node) {
        rows.append([KeyPath.text(steps), text, take(upTo: line ?? node.place.line)])
        return
      }
      switch node {
      case .mapping(let entries, _):
        for entry in entries { add(entry.value, at: steps + [.key(entry.key)], entry.place.line) }
      case .sequence(let nodes, _):
        for (index, node) in nodes.enumerated() {
          add(node, at: steps + [.entry(index + 1)], node.place.line)
        }
      case .scalar: break
      }
    }
    if case .mapping(let entries, _) = root {
      for entry in entries { add(entry.value, at: [.key(entry.key)], entry.place.line) }
    }
    if !rest.isEmpty, rows.count > 1 {
      let words = [rows[rows.count - 1][2], take(upTo: nil)].filter { !$0.isEmpty }
      rows[rows.count - 1][2] = words.joined(separator: "\n")
    }
    return rows
  }

  /// The columns of the headings, 0 where one is missing.
  private static func columns(of sheet: Sheet) -> (key: Int, value: Int, comment: Int)? {
    guard let header = sheet.rows.first else { return nil }
    func column(_ heading: String) -> Int {
      header.cells.first { $0.text.withoutBlanks.lowercased() == heading }?.column ?? 0
    }
    return (column(headings[0]), column(headings[1]), column(headings[2]))
  }
}

/// A mapping or list while its rows are read.
private struct KeyBranch {
  let place: Place
  private var order: [KeyPath.Step] = []
  private var branches: [KeyPath.Step: KeyBranch] = [:]
  private var leaves: [KeyPath.Step: YAMLNode] = [:]
  private var places: [KeyPath.Step: Place] = [:]

  init(place: Place) { self.place = place }

  /// Adds a value; what is wrong with its path.
  mutating func add(
    _ node: YAMLNode,
    at steps: ArraySlice<KeyPath.Step>,
    _ place: Place
  ) -> FieldFault? {
    guard let step = steps.first else { return nil }
    if let first = order.first, first.isEntry != step.isEntry {
      return FieldFault(
        rule: "is both a list and a mapping",
        fix: "Number all entries, or give all of them keys."
      )
    }
    let isLast = steps.count == 1
    if let known = places[step] {
      guard !isLast, leaves[step] == nil else {
        return FieldFault(
          rule: "the key stands already in row \(known.line ?? 0)",
          fix: isLast && leaves[step] == nil
            ? "Remove this row: keys below it have values." : "Remove one of them."
        )
      }
    } else {
      order.append(step)
      places[step] = place
    }
    if isLast {
      leaves[step] = node
      return nil
    }
    return branches[step, default: KeyBranch(place: place)].add(node, at: steps.dropFirst(), place)
  }

  var node: YAMLNode {
    let parts = order.compactMap { step in
      (leaves[step] ?? branches[step]?.node).map { (step, $0) }
    }
    if order.first?.isEntry == true { return .sequence(parts.map(\.1), place) }
    return .mapping(
      parts.map { step, node in
        YAMLEntry(key: step.key, place: places[step] ?? place, value: node)
      },
      place
    )
  }
}

extension KeyPath.Step {
  fileprivate var isEntry: Bool { if case .entry = self { true } else { false } }

  fileprivate var key: String { if case .key(let key) = self { key } else { "" } }
}
