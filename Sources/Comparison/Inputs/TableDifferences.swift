import Tables

/// How two asset tables differ, cell by cell; rows are told by their name, whatever their order.
enum TableDifferences {
  /// What stands in a cell for which the table has no value.
  private static let ownDefault = "(default)"

  /// The differences of the tables at two paths, of which one may not be there.
  static func all(_ file: String, _ base: String, _ other: String) -> [InputDifference] {
    let kind = String(file.dropLast(file.hasSuffix(".csv") ? 4 : 0))
    let (left, right) = (table(base), table(other))
    let names = (rowNames(left) + rowNames(right)).uniqued
    let columns = ((left?.header ?? []) + (right?.header ?? [])).map(\.text).uniqued
    return names.flatMap { name in
      let rows = (row(name, left), row(name, right))
      let path = "\(kind)/\(name)"
      guard let first = rows.0, let second = rows.1 else {
        return [
          InputDifference(
            path: path,
            base: rows.0 == nil ? ModelDifferences.nothing : "(a row)",
            other: rows.1 == nil ? ModelDifferences.nothing : "(a row)"
          )
        ]
      }
      return columns.filter { !RemarkName.contains($0) }.compactMap { column in
        let cells = (text(first, left, column), text(second, right, column))
        guard !ValueText.isSame(cells.0, cells.1) else { return nil }
        return InputDifference(
          path: "\(path)/\(column)",
          base: cells.0.isEmpty ? ownDefault : cells.0,
          other: cells.1.isEmpty ? ownDefault : cells.1
        )
      }
    }
  }

  private static func table(_ path: String) -> Table? {
    var log = IssueLog()
    guard FileSource.isFile(path) else { return nil }
    return CSVReader.read(path: path, log: &log)
  }

  private static func rowNames(_ table: Table?) -> [String] {
    guard let table, let column = table.column("name") else { return [] }
    return table.rows.map { $0.cells[column].text }
  }

  private static func row(_ name: String, _ table: Table?) -> Table.Row? {
    guard let table, let column = table.column("name") else { return nil }
    return table.rows.first { $0.cells[column].text == name }
  }

  private static func text(_ row: Table.Row, _ table: Table?, _ column: String) -> String {
    table?.column(column).map { row.cells[$0].text } ?? ""
  }
}
