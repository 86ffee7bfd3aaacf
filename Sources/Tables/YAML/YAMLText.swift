/// Writes YAML values as text that reads back as the same values.
package enum YAMLText {
  /// The value as it follows a key and colon, nested blocks indented by so many blanks.
  package static func block(_ node: YAMLNode, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    switch node {
    case .scalar(let text, let isQuoted, _):
      return node.isEmpty ? "" : " " + (isQuoted ? quoted(text) : scalar(text))
    case .sequence(let nodes, _):
      if nodes.isEmpty { return " []" }
      return nodes.map { "\n\(margin)-\(block($0, indent: indent + 2))" }.joined()
    case .mapping(let entries, _):
      if entries.isEmpty { return " {}" }
      return entries.map {
        "\n\(margin)\(scalar($0.key)):\(block($0.value, indent: indent + 2))"
      }.joined()
    }
  }

  /// A text plain where it can be, quoted where it must be.
  package static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./+".unicodeScalars.contains($0)
      }
    return isPlain && text.first != "-" || Double(text) != nil ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || TerminalText.isObeyed(scalar):
        result += TerminalText.escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
