extension TableMerge {
  /// Sets cells, as `--set assets/coal/NAME/column=value` does; the name `*` stands for all rows.
  ///
  /// The column `remove` with `yes` takes rows out. An unknown row or column is logged.
  package static func set(
    _ table: Table,
    row name: String,
    column: String,
    to text: String,
    place: Place,
    knownColumns: [String],
    log: inout IssueLog
  ) -> Table {
    var result = table
    let isKnown = knownColumns.contains(column) || RemarkName.contains(column)
    guard column == removeColumn || isKnown else {
      log.error(
        at: place,
        field: column,
        rule: "is not a known column",
        fix: NearestName.fix(column, among: knownColumns)
      )
      return table
    }
    let names = names(table)
    let rows = names.indices.filter { name == "*" || names[$0] == name }
    guard !rows.isEmpty else {
      log.error(
        at: place,
        field: nameColumn,
        value: name,
        rule: "there is no row of this name",
        fix: NearestName.fix(name, among: names)
      )
      return table
    }
    if column == removeColumn {
      guard let removes = YesNo.parse(text) else {
        log.error(
          at: place,
          field: column,
          value: text,
          rule: YesNo.fault.rule,
          fix: YesNo.fault.fix
        )
        return table
      }
      if removes {
        result.rows = names.indices.filter { !rows.contains($0) }.map { table.rows[$0] }
      }
      return result
    }
    var position = table.column(column)
    if position == nil {
      position = table.header.count
      result.header.append(Table.Cell(text: column, place: place))
      for row in result.rows.indices {
        result.rows[row].cells.append(Table.Cell(text: "", place: result.rows[row].place))
      }
    }
    for row in rows {
      if let position { result.rows[row].cells[position] = Table.Cell(text: text, place: place) }
    }
    return result
  }
}
