/// Where a row and each of its cells were written, for issues found after reading.
package struct RowLocation: Sendable, Hashable {
  /// Where the row starts.
  package let place: Place
  private let names: [String]
  private let cells: [Table.Cell]

  /// Makes the location of a row under a header.
  package init(place: Place, names: [String], cells: [Table.Cell]) {
    self.place = place
    self.names = names
    self.cells = cells
  }

  /// The place of a field's cell, or of the row if the table has no such column.
  package func place(of field: String) -> Place {
    guard let index = names.firstIndex(of: field), index < cells.count else { return place }
    return cells[index].place
  }

  /// What was written for a field, nil if nothing was.
  package func text(of field: String) -> String? {
    guard let index = names.firstIndex(of: field), index < cells.count else { return nil }
    return cells[index].text.isEmpty ? nil : cells[index].text
  }

  /// An issue about one field of this row.
  package func issue(
    _ severity: Issue.Severity = .error,
    field: String,
    value: String? = nil,
    rule: String,
    fix: String = ""
  ) -> Issue {
    place(of: field).issue(
      severity,
      field: field,
      value: value ?? text(of: field),
      rule: rule,
      fix: fix
    )
  }
}
