import Foundation
import Tables

/// One table of figures: named columns of text cells, read from a small CSV file.
struct FiguresTable: Sendable {
  let file: String
  let header: [String]
  let rows: [[String]]

  init(folder: String, file: String) throws(FiguresError) {
    guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
      throw .unreadable(file: file)
    }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first, lines.allSatisfy({ $0.count == header.count }) else {
      throw .malformed(file: file, detail: "every row needs as many cells as the header")
    }
    self.file = file
    self.header = header
    rows = Array(lines.dropFirst())
  }

  /// The names of the first column, in file order, each once.
  var names: [String] {
    var names: [String] = []
    for row in rows where !names.contains(row[0]) { names.append(row[0]) }
    return names
  }

  /// The rows whose first cell is the given name.
  func rows(of name: String) -> [[String]] {
    rows.filter { $0[0] == name }
  }

  /// The number in the named column of a row.
  func number(_ column: String, in row: [String]) throws(FiguresError) -> Double {
    guard let index = header.firstIndex(of: column) else {
      throw .malformed(file: file, detail: "there is no column \(column)")
    }
    return try number(row[index])
  }

  /// All numbers of a row from the given column on.
  func numbers(in row: [String], from column: Int) throws(FiguresError) -> [Double] {
    var values: [Double] = []
    for cell in row.dropFirst(column) { values.append(try number(cell)) }
    return values
  }

  /// The whole number in the named column of a row.
  func wholeNumber(_ column: String, in row: [String]) throws(FiguresError) -> Int {
    try whole(try number(column, in: row))
  }

  /// All numbers of a row from the given column on, which must be whole.
  func wholeNumbers(in row: [String], from column: Int) throws(FiguresError) -> [Int] {
    var values: [Int] = []
    for value in try numbers(in: row, from: column) { values.append(try whole(value)) }
    return values
  }

  /// A number as a whole one.
  private func whole(_ number: Double) throws(FiguresError) -> Int {
    guard let whole = WholeNumber.exactly(number) else {
      throw .malformed(file: file, detail: "\(number) is not a whole number")
    }
    return whole
  }

  /// A cell as a finite number.
  private func number(_ cell: String) throws(FiguresError) -> Double {
    guard let value = Double(cell), value.isFinite else {
      throw .malformed(file: file, detail: "\(cell) is not a number")
    }
    return value
  }
}
