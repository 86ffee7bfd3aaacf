/// The sheet of a workbook that a file held in memory was made of, and where each of its lines stands there.
package struct SheetOrigin: Sendable, Hashable {
  /// A cell by its row and column, from 1.
  package struct Cell: Sendable, Hashable {
    let row: Int
    let column: Int

    /// Names a cell.
    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  /// The path of the workbook, as the user would write it.
  package let workbook: String
  /// The name of the sheet.
  package let sheet: String
  /// The row of the sheet of each line; empty where they have the same numbers.
  private let rows: [Int]
  /// The cells whose fault has been told: what a reader says of the gap is not told as well.
  private let refused: Set<Cell>

  /// Ties a file to its sheet.
  package init(workbook: String, sheet: String, rows: [Int] = [], refused: Set<Cell> = []) {
    (self.workbook, self.sheet) = (workbook, sheet)
    (self.rows, self.refused) = (rows, refused)
  }

  /// An issue of the file as one of the sheet; nil where it is about a cell whose fault has been told.
  func placed(_ issue: Issue) -> Issue? {
    var issue = issue
    issue.file = workbook
    issue.sheet = sheet
    if let line = issue.line, !rows.isEmpty { issue.line = rows[min(line, rows.count) - 1] }
    guard let row = issue.line, let column = issue.column else { return issue }
    return refused.contains(Cell(row: row, column: column)) ? nil : issue
  }

  /// The letters of a column, from 1: A, B … Z, AA.
  package static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// A place in a sheet as a spreadsheet writes it: `coal!C7`.
  static func address(_ sheet: String, row: Int?, column: Int?) -> String {
    let isPlain = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
    }
    let name = isPlain ? sheet : "'" + sheet.replacing("'", with: "''") + "'"
    guard let row else { return name }
    return name + "!" + (column.map { letters($0) } ?? "") + String(row)
  }
}
