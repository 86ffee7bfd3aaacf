/// One thing wrong, or worth a word, in what the user wrote.
///
/// It names the place, the field and value, the rule that was broken, and the way to fix it.
public struct Issue: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How grave an issue is.
  public enum Severity: String, Sendable, Hashable {
    /// The model cannot be used.
    case error
    /// The model can be used, but is probably not what was meant.
    case warning
    /// Something the reader of the results should know.
    case note
    /// How many more of a kind there are that is told already; it counts as no issue of its own.
    case more
  }

  /// How grave the issue is.
  public var severity: Severity
  /// The path of the file, as the user would write it.
  public var file: String
  /// The sheet, where the file is a workbook.
  public var sheet: String?
  /// The line in the file, or the row of a sheet, counted from 1.
  public var line: Int?
  /// The column in the line (a text editor's), or the number of the cell in a table row, from 1.
  public var column: Int?
  /// The key or column name that is wrong.
  public var field: String?
  /// What was written there.
  public var value: String?
  /// The rule that was broken, as the end of a sentence.
  public var rule: String
  /// What to do about it, as a sentence.
  public var fix: String

  /// Makes an issue.
  public init(
    _ severity: Severity = .error,
    file: String,
    line: Int? = nil,
    column: Int? = nil,
    field: String? = nil,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.value = value
    self.rule = rule
    self.fix = fix
  }

  /// The issue as it is printed, with place, field, value, rule and fix.
  public var description: String {
    var text = file
    if let sheet {
      text += ":" + SheetOrigin.address(sheet, row: line, column: column)
    } else if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    text += severity == .more ? ": " : ": \(severity.rawValue): "
    if let field { text += Self.oneLine(field) }
    if let value { text += (field == nil ? "" : " = ") + Self.shown(value) }
    if field != nil || value != nil { text += ": " }
    text += rule
    if fix.isEmpty { return text }
    return text + (rule.hasSuffix(".") || rule.hasSuffix("?") ? " " : ". ") + fix
  }

  /// Orders by file, line and column, then by what is said, so that the order never varies.
  ///
  /// How many more there are of a kind stands last.
  public static func < (left: Issue, right: Issue) -> Bool {
    if (left.severity == .more) != (right.severity == .more) { return right.severity == .more }
    if left.file != right.file { return left.file < right.file }
    if left.sheet != right.sheet { return (left.sheet ?? "") < (right.sheet ?? "") }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    if left.column != right.column { return (left.column ?? 0) < (right.column ?? 0) }
    return left.description < right.description
  }

  /// A value as it is quoted in a message: on one line, and at most 60 characters.
  private static func shown(_ value: String) -> String {
    if value.isEmpty { return "(empty)" }
    return oneLine(value)
  }

  /// A text without control characters, cut at 60 characters.
  private static func oneLine(_ text: String) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == 60 { return shown + "…" }
      let isLineBreak = scalar.value == 0x09 || scalar.value == 0x0A || scalar.value == 0x0D
      shown.unicodeScalars.append(isLineBreak ? " " : scalar)
      count += 1
    }
    return shown
  }
}
