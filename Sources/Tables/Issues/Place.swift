/// Where in the user's files something stands.
package struct Place: Sendable, Hashable {
  /// The path of the file, as the user would write it.
  package var file: String
  /// The line, from 1.
  package var line: Int?
  /// The column, from 1: of the text in YAML, of the cell in a table.
  package var column: Int?

  /// Makes a place.
  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// An issue at this place.
  package func issue(
    _ severity: Issue.Severity,
    field: String? = nil,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) -> Issue {
    Issue(
      severity,
      file: file,
      line: line,
      column: column,
      field: field,
      value: value,
      rule: rule,
      fix: fix
    )
  }
}
