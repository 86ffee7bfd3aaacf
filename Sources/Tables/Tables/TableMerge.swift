/// Changes a table by another, as `extends` and `--set` do.
package enum TableMerge {
  /// The column that takes rows out.
  package static let removeColumn = "remove"
  /// The column that tells rows apart.
  package static let nameColumn = "name"

  /// The base with the change laid over it, row by row, by `name`.
  ///
  /// An empty cell keeps the old value, a row with `remove` = `yes` goes, a new name is added at
  /// the end. Without a base the change is the table. The result has no column `remove`.
  package static func merge(
    _ base: Table?,
    with change: Table,
    log: inout IssueLog
  ) -> Table {
    let columns = change.header.indices.filter { change.header[$0].text != removeColumn }
    let removal = change.column(removeColumn)
    var result = base ?? Table(file: change.file, header: [], rows: [])
    let targets = columns.map { target(of: change.header[$0], in: &result) }
    let name = change.column(nameColumn)
    if name == nil, base != nil {
      log.error(
        at: Place(file: change.file, line: change.header.first?.place.line),
        field: nameColumn,
        rule: "a table that changes another must have this column",
        fix: "Add the column `\(nameColumn)`, which says which row is changed."
      )
      return result
    }
    var positions = rowsByName(result)
    var gone: Set<Int> = []
    let baseCount = result.rows.count
    for row in change.rows {
      var known = name.flatMap { positions[row.cells[$0].text] }
      if let found = known, gone.contains(found) { known = nil }
      if removes(row, removal, &log) {
        if let known { gone.insert(known) } else { refuseRemoval(row, name, result, &log) }
      } else if let known, known < baseCount {
        overlay(row, columns, targets, &result.rows[known])
      } else {
        var cells = result.header.map { _ in Table.Cell(text: "", place: row.place) }
        for (column, target) in zip(columns, targets) { cells[target] = row.cells[column] }
        if let name, known == nil { positions[row.cells[name].text] = result.rows.count }
        result.rows.append(Table.Row(cells: cells, place: row.place))
      }
    }
    result.rows = result.rows.indices.filter { !gone.contains($0) }.map { result.rows[$0] }
    return result
  }

  /// A table that changes no other, without its column `remove`; a row to be removed is logged.
  package static func withoutRemoved(_ table: Table, log: inout IssueLog) -> Table {
    table.column(removeColumn) == nil ? table : merge(nil, with: table, log: &log)
  }

  /// The number of a column in the result, which gets the column if it has none of the name.
  private static func target(of cell: Table.Cell, in table: inout Table) -> Int {
    if let column = table.column(cell.text) { return column }
    table.header.append(cell)
    for row in table.rows.indices {
      table.rows[row].cells.append(Table.Cell(text: "", place: table.rows[row].place))
    }
    return table.header.count - 1
  }

  /// Rows by name; of two with the same name the first.
  private static func rowsByName(_ table: Table) -> [String: Int] {
    guard let column = table.column(nameColumn) else { return [:] }
    var result: [String: Int] = [:]
    for (index, row) in table.rows.enumerated() where result[row.cells[column].text] == nil {
      result[row.cells[column].text] = index
    }
    return result
  }

  /// Lays the written cells of a row over another.
  private static func overlay(
    _ change: Table.Row,
    _ columns: [Int],
    _ targets: [Int],
    _ row: inout Table.Row
  ) {
    for (column, target) in zip(columns, targets)
    where !change.cells[column].text.isEmpty || change.cells[column].isBroken {
      row.cells[target] = change.cells[column]
    }
  }

  /// Whether a row asks to be taken out.
  private static func removes(_ row: Table.Row, _ column: Int?, _ log: inout IssueLog) -> Bool {
    guard let column, !row.cells[column].text.isEmpty, !row.cells[column].isBroken else {
      return false
    }
    if let answer = YesNo.parse(row.cells[column].text) { return answer }
    log.error(
      at: row.cells[column].place,
      field: removeColumn,
      value: row.cells[column].text,
      rule: YesNo.fault.rule,
      fix: YesNo.fault.fix
    )
    return false
  }

  /// Logs that there is no such row to take out.
  private static func refuseRemoval(
    _ row: Table.Row,
    _ name: Int?,
    _ table: Table,
    _ log: inout IssueLog
  ) {
    let word = name.map { row.cells[$0].text } ?? ""
    log.error(
      at: row.place,
      field: nameColumn,
      value: word,
      rule: "there is no row of this name to remove",
      fix: NearestName.fix(word, among: names(table))
    )
  }

  /// The names of all rows, in order.
  package static func names(_ table: Table) -> [String] {
    guard let column = table.column(nameColumn) else { return [] }
    return table.rows.map { $0.cells[column].text }
  }
}
