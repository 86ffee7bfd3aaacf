/// Makes typed values of the rows of a table.
package enum TableReader<Root: Sendable> {
  /// A value, where it was written, and whether all its cells could be read.
  package typealias Read = (row: RowLocation, value: Root, isSound: Bool)

  /// Reads each row into a copy of the prototype; what is wrong is logged.
  ///
  /// A cell that cannot be read keeps the default, and the row is not sound: rules that join its
  /// cells say nothing then, but what its other cells name can still be checked.
  package static func read(
    _ table: Table,
    fields: [Field<Root>],
    prototype: Root,
    log: inout IssueLog
  ) -> [Read] {
    let names = table.header.map(\.text)
    let fieldOfColumn = match(table, fields, &log)
    refuseRepeatedNames(table, &log)
    let missing = fields.filter { $0.isRequired && !names.contains($0.name) }
    for field in missing {
      log.error(
        at: Place(file: table.file, line: table.header.first?.place.line),
        field: field.name,
        rule: "the table must have this column",
        fix: "Add the column `\(field.name)`."
      )
    }
    let unknown = zip(table.header, fieldOfColumn).contains {
      $1 == nil && $0.text != TableMerge.removeColumn && !RemarkName.contains($0.text)
    }
    let isHeaderSound = missing.isEmpty && !unknown && Set(names).count == names.count
    var result: [Read] = []
    result.reserveCapacity(table.rows.count)
    for row in table.rows {
      var value = prototype
      var isSound = isHeaderSound
      for (column, cell) in row.cells.enumerated() where column < fieldOfColumn.count {
        guard let field = fieldOfColumn[column] else { continue }
        if cell.isBroken {
          isSound = false
          if field.name == TableMerge.nameColumn { _ = field.assign(cell.text, to: &value) }
        } else if let fault = fault(of: cell, field, &value) {
          isSound = false
          log.error(
            at: cell.place,
            field: field.name,
            value: cell.text,
            rule: fault.rule,
            fix: fault.fix
          )
        }
      }
      let location = RowLocation(place: row.place, names: names, cells: row.cells)
      result.append((location, value, isSound))
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
    return FieldFault(rule: "must not be empty", fix: "Write a value; there is no default.")
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
      if RemarkName.contains(cell.text) { return nil }
      if cell.text != TableMerge.removeColumn, !cell.text.isEmpty {
        log.error(
          at: cell.place,
          field: cell.text,
          rule: "is not a known column",
          fix: NearestName.fix(cell.text, among: names)
        )
      }
      return nil
    }
  }

  /// Logs each row whose name an earlier row has.
  private static func refuseRepeatedNames(_ table: Table, _ log: inout IssueLog) {
    guard let column = table.column(TableMerge.nameColumn) else { return }
    var first: [String: Place] = [:]
    for row in table.rows where !row.cells[column].text.isEmpty && !row.cells[column].isBroken {
      let cell = row.cells[column]
      if let earlier = first[cell.text] {
        let line = earlier.line.map { "line \($0)" } ?? "another row"
        log.error(
          at: cell.place,
          field: TableMerge.nameColumn,
          value: cell.text,
          rule: "the name stands already in \(line)"
            + (earlier.file == cell.place.file ? "" : " of \(earlier.file)"),
          fix: "Give each row its own name."
        )
      } else {
        first[cell.text] = cell.place
      }
    }
  }
}
