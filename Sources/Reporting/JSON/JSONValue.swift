import Tables

/// A JSON value whose objects keep the order of their keys, so that the same value is the same text.
public enum JSONValue: Sendable, Equatable {
  /// What does not apply.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; what is not finite is written as `null`.
  case number(Double)
  /// A text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// Keys with their values, in the order written.
  case object([(key: String, value: JSONValue)])

  /// A number, or null where there is none.
  public static func number(_ value: Double?) -> JSONValue {
    value.map { JSONValue.number($0) } ?? .null
  }

  /// A text, or null where there is none.
  public static func text(_ value: String?) -> JSONValue {
    value.map { JSONValue.text($0) } ?? .null
  }

  /// Whether two values are written as the same text.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.rendered() == right.rendered()
  }

  /// The value as a document that ends in a line feed.
  ///
  /// Entries of a list stand on one line each, so that two documents compare line by line. Numbers
  /// are the shortest texts that read back as the same value.
  public func rendered() -> String {
    var text = ""
    write(to: &text, indent: 0, inList: false)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int, inList: Bool) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += value.isFinite ? NumberText.shortest(value) : "null"
    case .text(let value): Self.quote(value, to: &text)
    case .array(let values):
      let isFlat = inList || values.allSatisfy(\.isScalar)
      Self.wrap(values.count, ("[", "]"), indent: indent, isFlat: isFlat, to: &text) {
        index,
        text in
        values[index].write(to: &text, indent: indent + 1, inList: true)
      }
    case .object(let pairs):
      Self.wrap(pairs.count, ("{", "}"), indent: indent, isFlat: inList, to: &text) { index, text in
        Self.quote(pairs[index].key, to: &text)
        text += ": "
        pairs[index].value.write(to: &text, indent: indent + 1, inList: inList)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func wrap(
    _ count: Int,
    _ marks: (open: String, close: String),
    indent: Int,
    isFlat: Bool,
    to text: inout String,
    entry: (Int, inout String) -> Void
  ) {
    text += marks.open
    for index in 0..<count {
      if index > 0 { text += isFlat ? ", " : "," }
      if !isFlat { text += "\n" + String(repeating: "  ", count: indent + 1) }
      entry(index, &text)
    }
    if !isFlat, count > 0 { text += "\n" + String(repeating: "  ", count: indent) }
    text += marks.close
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where TerminalText.isObeyed(scalar): text += TerminalText.escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
