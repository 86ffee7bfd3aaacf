import Tables

/// A value of model.yaml as a cell holds it.
///
/// Quotes around it keep what would be read otherwise: a text that is empty or `null`, or blanks at its ends.
enum KeyValue {
  /// The text of a value that holds no others; nil for a list or mapping with entries.
  static func text(of node: YAMLNode) -> String? {
    switch node {
    case .sequence(let nodes, _): return nodes.isEmpty ? "[]" : nil
    case .mapping(let entries, _): return entries.isEmpty ? "{}" : nil
    case .scalar(let text, let isQuoted, _):
      if node.isEmpty { return "" }
      let isPlain =
        !words.contains(text) && !text.hasPrefix("\"") && text == text.withoutBlanks
        && (!isQuoted || YAMLText.scalar(text) != text)
      return isPlain ? text : "\"" + text + "\""
    }
  }

  /// The value in a cell.
  static func node(_ text: String, at place: Place) -> YAMLNode {
    let plain = text.withoutBlanks
    switch plain {
    case "[]": return .sequence([], place)
    case "{}": return .mapping([], place)
    case _ where plain.utf8.count > 1 && plain.hasPrefix("\"") && plain.hasSuffix("\""):
      return .scalar(String(plain.dropFirst().dropLast()), isQuoted: true, place)
    default: return .scalar(plain, isQuoted: false, place)
    }
  }

  /// What means something else than its letters.
  private static let words = ["", "~", "null", "[]", "{}"]
}
