import Tables

/// A table of a network, wherever it stands: a CSV file, or variables of a netCDF file.
struct NetworkSheet {
  /// A column: its name, what it holds and where it is told.
  struct Column {
    enum Values {
      case texts([String])
      case numbers([Double])
    }

    let name: String
    let values: Values
  }

  /// The path of the file, as messages name it.
  let file: String
  let rowCount: Int
  private let columns: [Column]
  private let positions: [String: Int]
  /// The places of a CSV file's rows and cells; empty where the file has none.
  private let lines: [Int?]

  /// The table of a CSV file.
  init(_ table: Table) {
    file = table.file
    rowCount = table.rows.count
    lines = table.rows.map(\.place.line)
    columns = table.header.indices.map { column in
      Column(
        name: table.header[column].text,
        values: .texts(table.rows.map { $0.cells[column].text })
      )
    }
    positions = Self.positions(of: columns)
  }

  /// A table of columns of a file without lines; a place is then the column and the number of the entry.
  init(file: String, rowCount: Int, columns: [Column]) {
    self.file = file
    self.rowCount = rowCount
    self.columns = columns
    lines = []
    positions = Self.positions(of: columns)
  }

  private static func positions(of columns: [Column]) -> [String: Int] {
    Dictionary(
      columns.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The names of the columns.
  var header: [String] { columns.map(\.name) }

  /// The number of a column; nil where there is none of the name.
  func column(_ name: String) -> Int? { positions[name] }

  /// What is written in a cell; empty where it holds nothing.
  func text(_ row: Int, _ column: Int) -> String {
    switch columns[column].values {
    case .texts(let texts): return texts[row]
    case .numbers(let numbers):
      let number = numbers[row]
      if number.isNaN { return "" }
      return number.isInfinite ? (number < 0 ? "-inf" : "inf") : NumberText.shortest(number)
    }
  }

  /// The number in a cell: NaN where it holds nothing, nil where it holds none.
  func number(_ row: Int, _ column: Int) -> Double? {
    switch columns[column].values {
    case .numbers(let numbers): return numbers[row]
    case .texts(let texts):
      let text = texts[row]
      return text.isEmpty || text.lowercased() == "nan" ? .nan : NetworkSource.number(text)
    }
  }

  /// Where a cell stands, or a row.
  func place(_ row: Int, _ column: Int? = nil) -> Place {
    guard !lines.isEmpty else {
      let name = column.map { columns[$0].name }
      return Place(file: name.map { "\(file), \($0)" } ?? file, line: row + 1)
    }
    return Place(file: file, line: lines[row], column: column.map { $0 + 1 })
  }

  /// The first name that stands twice in a column or among the columns, with its later place.
  func repeatedName(in column: Int) -> (name: String, row: Int)? {
    var seen: Set<String> = []
    for row in 0..<rowCount {
      let name = text(row, column)
      if !seen.insert(name).inserted { return (name, row) }
    }
    return nil
  }

  /// The first column name that stands twice.
  var repeatedColumn: String? {
    var seen: Set<String> = []
    return header.first { !$0.isEmpty && !seen.insert($0).inserted }
  }
}
