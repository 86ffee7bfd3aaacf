/// The wanted columns of a file of hourly rows, each row checked to follow the one before.
struct HourlyTable: Sendable {
  /// What the first column holds.
  enum Labels: Sendable {
    /// Minutes since the epoch.
    case times
    /// Hours counted from 0 or 1.
    case hours
  }

  /// A column of numbers.
  struct Column: Sendable {
    let name: String
    /// The number of the cell in a row, from 1.
    let cell: Int
    /// One number a row; NaN where the cell could not be read.
    var values: [Double] = []
    /// What is wrong with the cells, if anything.
    var log = IssueLog()
  }

  /// The path of the file.
  let path: String
  /// What the first column holds.
  let labelKind: Labels
  /// The first column: minutes since the epoch, or hours.
  let labels: [Int]
  /// The line of each row.
  let lines: [Int]
  /// The wanted columns that were found.
  let columns: [Column]
  /// The names of all columns but the first.
  let names: [String]

  /// The column of a name.
  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The place of the label of a row.
  func place(ofRow row: Int, cell: Int = 1) -> Place {
    Place(file: path, line: lines.indices.contains(row) ? lines[row] : nil, column: cell)
  }
}
