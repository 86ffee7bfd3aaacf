/// Changes a table by another, as `extends` and `--set` do.
package enum TableMerge {
  /// The column that takes rows out.
  package static let removeColumn = "remove"
  /// The column that tells rows apart.
  package static let nameColumn = "name"

  /// The base with the change laid over it, row by row, by `name`.
  ///
  /// An empty cell keeps the old value, a row with `remove` = `yes` goes, a new name is added.
  package static func merge(_ base: Table, with change: Table, log: inout IssueLog) -> Table {
    base
  }

  /// The table without the rows marked `remove`, and without that column.
  package static func withoutRemoved(_ table: Table, log: inout IssueLog) -> Table { table }

  /// Sets one cell, as `--set assets/coal/NAME/column=value` does.
  ///
  /// - Returns: The changed table; an unknown row or column is logged.
  package static func set(
    _ table: Table,
    row name: String,
    column: String,
    to text: String,
    place: Place,
    knownColumns: [String],
    log: inout IssueLog
  ) -> Table {
    table
  }
}
