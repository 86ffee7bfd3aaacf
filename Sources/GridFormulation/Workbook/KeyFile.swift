import Tables

/// model.yaml as a text with its comments: taken out of it, and written into it.
enum KeyFile {
  /// The comments of a text, each at the line it stands in or, where it has one to itself, the next with keys.
  static func comments(of text: String) -> [(line: Int, text: String)] {
    var result: [(line: Int, text: String)] = []
    var above: [String] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let (content, comment) = parts(of: line)
      if let comment { above.append(comment) }
      guard !content.withoutBlanks.isEmpty, !above.isEmpty else { continue }
      result.append((number, above.joined(separator: "\n")))
      above = []
    }
    if !above.isEmpty { result.append((number, above.joined(separator: "\n"))) }
    return result
  }

  /// What stands before a `#` that begins a comment, and the comment.
  private static func parts(of line: Substring) -> (content: Substring, comment: String?) {
    var quote: Character?
    var last: Character = " "
    for index in line.indices {
      let sign = line[index]
      if let open = quote {
        if sign == open { quote = nil }
      } else if sign == "\"" || sign == "'", !last.isLetter {
        quote = sign
      } else if sign == "#", last.isWhitespace {
        return (line[..<index], line[line.index(after: index)...].withoutBlanks)
      }
      last = sign
    }
    return (line, nil)
  }

  /// A mapping as a text, with the words about each row of the sheet it was read from.
  static func text(of root: YAMLNode, comments: [Int: String]) -> String {
    guard case .mapping(let entries, _) = root else { return "" }
    var writer = Writer(comments: comments)
    for entry in entries {
      if KeyValue.text(of: entry.value) == nil { writer.lines.append("") }
      writer.add(entry.value, after: YAMLText.scalar(entry.key) + ":", indent: 0)
    }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private struct Writer {
    let comments: [Int: String]
    var lines: [String] = []

    /// Adds a value behind what begins its line.
    mutating func add(_ node: YAMLNode, after lead: String, indent: Int) {
      let margin = String(repeating: " ", count: indent + 2)
      let isItem = lead.hasSuffix("-")
      switch node {
      case .mapping(let entries, _) where !entries.isEmpty:
        if !isItem { lines.append(lead) }
        for (index, entry) in entries.enumerated() {
          let start = isItem && index == 0 ? lead + " " : margin
          add(entry.value, after: start + YAMLText.scalar(entry.key) + ":", indent: indent + 2)
        }
      case .sequence(let nodes, _) where !nodes.isEmpty:
        if !isItem { lines.append(lead) }
        for (index, node) in nodes.enumerated() {
          let start = isItem && index == 0 ? lead + " " : margin
          add(node, after: start + "-", indent: indent + 2)
        }
      default: addLine(lead + YAMLText.block(node, indent: 0), node.place.line)
      }
    }

    /// Adds a line: a short comment behind it, a long one above.
    private mutating func addLine(_ line: String, _ row: Int?) {
      let words = row.flatMap { comments[$0] }?.split(separator: "\n") ?? []
      if words.count == 1, words[0].count <= 60 { return lines.append("\(line)  # \(words[0])") }
      let margin = line.prefix { $0 == " " }
      lines += words.map { margin + "# " + $0.withoutBlanks }
      lines.append(line)
    }
  }
}
