import Hourly
import Reports
import Testing

extension ReportTable {
  /// The row of a label; of several, the one so many down.
  func row(_ label: String, _ number: Int = 0) throws -> Row {
    let found = rows.filter { $0.label == label && $0.role != .heading }
    return try #require(number < found.count ? found[number] : nil, "no row \(label) in \(id)")
  }

  /// The numbers of a row; nil where a cell is none.
  func numbers(_ label: String, _ number: Int = 0) throws -> [Double?] {
    try row(label, number).cells.map(\.value)
  }

  /// A number of a row by the title of its column.
  func number(_ label: String, _ column: String) throws -> Double {
    let place = try #require(
      columns.firstIndex { $0.title == column },
      "no column \(column) in \(id)"
    )
    return try #require(try row(label).cells[place].value, "no number at \(label), \(column)")
  }
}

extension ReportTable.Cell {
  /// The number; nil where it is none.
  var value: Double? { if case .number(let value, _) = self { value } else { nil } }

  /// The hour; nil where it is none.
  var hour: String? { if case .hour(let time) = self { time.description } else { nil } }
}

extension Report {
  /// The table of a name.
  func table(_ id: String) throws -> ReportTable {
    try #require(tables.first { $0.table.id == id }?.table, "no table \(id)")
  }
}

/// Whether two numbers are as near as the six decimals of a file of series leave them.
func isNear(_ left: Double?, _ right: Double, within accuracy: Double = 1e-3) -> Bool {
  left.map { abs($0 - right) <= accuracy } ?? false
}
