extension TableMerge {
  /// The word that makes a row like another one, as `--set assets/coal/NEW/like=NAME`.
  package static let likeColumn = "like"

  /// The table with one more row, like another but for its name.
  package static func copy(
    _ table: Table,
    row name: String,
    as new: String,
    place: Place,
    log: inout IssueLog
  ) -> Table {
    let names = names(table)
    guard let row = names.firstIndex(of: name), let position = table.column(nameColumn) else {
      log.error(
        at: place,
        field: likeColumn,
        value: name,
        rule: "there is no row of this name",
        fix: NearestName.fix(name, among: names)
      )
      return table
    }
    guard !names.contains(new) else {
      log.error(
        at: place,
        field: nameColumn,
        value: new,
        rule: "there is a row of this name already",
        fix: "Give the new row another name."
      )
      return table
    }
    var result = table
    var copy = table.rows[row]
    copy.cells[position] = Table.Cell(text: new, place: place)
    result.rows.append(copy)
    return result
  }
}
