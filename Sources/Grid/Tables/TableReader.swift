/// Makes typed values of the rows of a table.
package enum TableReader<Root: Sendable> {
  /// A value and where it was written.
  package typealias Read = (row: RowLocation, value: Root)

  /// Reads each row into a copy of the prototype; a row with an error is left out and logged.
  package static func read(
    _ table: Table,
    fields: [Field<Root>],
    prototype: Root,
    log: inout IssueLog
  ) -> [Read] {
    let names = table.header.map(\.text)
    let fieldOfColumn = match(table, fields, &log)
    refuseRepeatedNames(table, &log)
    for field in fields where field.isRequired && !names.contains(field.name) {
      log.error(
        at: Place(file: table.file, line: table.header.first?.place.line),
        field: field.name,
        rule: "the table must have this column",
        mend: "Add the column `\(field.name)`."
      )
    }
    var result: [Read] = []
    result.reserveCapacity(table.rows.count)
    for row in table.rows {
      var value = prototype
      var isSound = true
      for (column, cell) in row.cells.enumerated() where column < fieldOfColumn.count {
        guard let field = fieldOfColumn[column] else { continue }
        if let fault = fault(of: cell, field, &value) {
          isSound = false
          log.error(
            at: cell.place,
            field: field.name,
            value: cell.text,
            rule: fault.rule,
            mend: fault.mend
          )
        }
      }
      guard isSound else { continue }
      result.append((RowLocation(place: row.place, names: names, cells: row.cells), value))
    }
    return result
  }

  /// Reads one cell; an empty one keeps the default.
  private static func fault(
    of cell: Table.Cell,
    _ field: Field<Root>,
    _ value: inout Root
  ) -> FieldFault? {
    if !cell.text.isEmpty { return field.assign(cell.text, to: &value) }
    guard field.isRequired else { return nil }
    return FieldFault(rule: "must not be empty", mend: "Write a value; there is no default.")
  }

  /// The field of each column; an unknown column is an issue.
  private static func match(
    _ table: Table,
    _ fields: [Field<Root>],
    _ log: inout IssueLog
  ) -> [Field<Root>?] {
    let names = fields.map(\.name)
    return table.header.map { cell in
      if let index = names.firstIndex(of: cell.text) { return fields[index] }
      if cell.text != TableMerge.removeColumn {
        log.error(
          at: cell.place,
          field: cell.text,
          rule: "is not a known column",
          mend: NearestName.mend(cell.text, among: names)
        )
      }
      return nil
    }
  }

  /// Logs each row whose name an earlier row has.
  private static func refuseRepeatedNames(_ table: Table, _ log: inout IssueLog) {
    guard let column = table.column(TableMerge.nameColumn) else { return }
    var first: [String: Place] = [:]
    for row in table.rows where !row.cells[column].text.isEmpty {
      let cell = row.cells[column]
      if let earlier = first[cell.text] {
        let line = earlier.line.map { "line \($0)" } ?? "another row"
        log.error(
          at: cell.place,
          field: TableMerge.nameColumn,
          value: cell.text,
          rule: "the name stands already in \(line)"
            + (earlier.file == cell.place.file ? "" : " of \(earlier.file)"),
          mend: "Give each row its own name."
        )
      } else {
        first[cell.text] = cell.place
      }
    }
  }
}
