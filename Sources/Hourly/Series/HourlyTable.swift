import Tables

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
    /// The name by which it is wanted.
    let name: String
    /// The number of the cell in a row, from 1.
    let cell: Int
    /// The unit that stands in its heading, empty for none.
    var unit = ""
    /// How many cells are written in percent; their values are the shares.
    var percents = 0
    /// Whether all cells are.
    var isPercent = false
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
  var labels: [Int]
  /// The line of each row.
  var lines: [Int]
  /// The wanted columns that were found.
  var columns: [Column]
  /// The names of all columns but the first.
  let names: [String]
  /// Which end of its hour a label names, where the rows themselves show it.
  var shownLabel: SeriesDeclaration.Label?
  /// How many rows of the file, or cells of a row, make an hour.
  var partsPerHour = 1
  /// Whether a row holds a day, an hour a cell.
  var hasDayRows = false

  /// The column of a name.
  func column(_ name: String) -> Column? { positions[name].map { columns[$0] } }

  /// Where each wanted name stands among the columns.
  var positions: [String: Int] = [:]

  /// The place of the label of a row.
  func place(ofRow row: Int, cell: Int = 1) -> Place {
    let cell = hasDayRows && cell > 1 ? 2 + row % 24 * partsPerHour : cell
    return Place(file: path, line: lines.indices.contains(row) ? lines[row] : nil, column: cell)
  }

  /// The table with so many rows joined to one, each value their mean.
  func joined(_ count: Int) -> HourlyTable {
    var table = self
    table.partsPerHour *= count
    let firsts = stride(from: 0, to: labels.count - count + 1, by: count)
    table.lines = firsts.map { lines[$0] }
    // Rows that are counted are counted anew.
    table.labels =
      labelKind == .hours ? firsts.enumerated().map(\.offset) : firsts.map { labels[$0] }
    for index in columns.indices {
      let values = columns[index].values
      table.columns[index].values = firsts.map { first in
        values[first..<first + count].reduce(0, +) / Double(count)
      }
    }
    return table
  }
}
