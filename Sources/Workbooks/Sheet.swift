/// A sheet of a workbook: what its cells say, as texts that a table's cells may hold.
package struct Sheet: Sendable {
  /// One cell that is not empty.
  package struct Cell: Sendable, Hashable {
    /// The column, from 1.
    package let column: Int
    /// What it says.
    package let text: String

    /// Makes a cell.
    package init(column: Int, text: String) { (self.column, self.text) = (column, text) }
  }

  /// The cells of a row that has any.
  package struct Row: Sendable, Hashable {
    /// The number of the row, from 1.
    package let number: Int
    /// Its cells, from left to right.
    package let cells: [Cell]

    /// Makes a row.
    package init(number: Int, cells: [Cell]) { (self.number, self.cells) = (number, cells) }

    /// The text in a column, empty where nothing stands.
    package subscript(column: Int) -> String {
      cells.first { $0.column == column }?.text ?? ""
    }
  }

  /// A cell that cannot be read, and why.
  package struct Fault: Sendable, Hashable {
    /// The row, from 1.
    package let row: Int
    /// The column, from 1.
    package let column: Int
    /// What stands there.
    package let value: String?
    /// The rule that it breaks.
    package let rule: String
    /// What to do about it.
    package let fix: String
  }

  /// The name on its tab.
  package let name: String
  /// Whether it is hidden.
  package var isHidden = false
  /// The rows that have cells, from top to bottom.
  package var rows: [Row] = []
  /// The ranges of cells that are merged.
  package var merged: [String] = []
  /// The cells that cannot be read.
  package var faults: [Fault] = []

  /// A sheet without cells.
  package init(name: String) { self.name = name }

  /// The sheet as comma-separated values, and the row of each line.
  ///
  /// Rows without cells are left out, or blank lines where they are to be kept.
  package func commaSeparated(keepingBlankRows: Bool) -> (bytes: [UInt8], rows: [Int]) {
    let width = rows.first?.cells.last?.column ?? 0
    var bytes: [UInt8] = []
    var lines: [Int] = []
    var number = 1
    for row in rows {
      while keepingBlankRows, number < row.number {
        bytes.append(10)
        lines.append(number)
        number += 1
      }
      number = row.number + 1
      lines.append(row.number)
      var column = 1
      for cell in row.cells {
        while column < cell.column {
          bytes.append(UInt8(ascii: ","))
          column += 1
        }
        let breaks = Self.append(cell.text, to: &bytes)
        lines += Array(repeating: row.number, count: breaks)
      }
      while column < width {
        bytes.append(UInt8(ascii: ","))
        column += 1
      }
      bytes.append(10)
    }
    return (bytes, lines)
  }

  /// Writes a cell, in quotes where it needs them; how many lines end in it.
  private static func append(_ text: String, to bytes: inout [UInt8]) -> Int {
    let content = text.utf8
    guard content.contains(where: { [10, 13, 34, 44, 59, 9].contains($0) }) else {
      bytes += content
      return 0
    }
    var breaks = 0
    bytes.append(34)
    var last: UInt8 = 0
    for byte in content {
      if byte == 34 { bytes.append(34) }
      if byte == 13 || byte == 10 && last != 13 { breaks += 1 }
      bytes.append(byte)
      last = byte
    }
    bytes.append(34)
    return breaks
  }
}
