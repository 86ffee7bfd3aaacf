import Hourly
import Tables

/// The tables of an RTS-GMLC data folder, each cell with its place.
struct RTSSource {
  let folder: String
  var log = IssueLog()

  init(folder: String) { self.folder = folder }

  /// A table of the folder; a missing one is logged, at the mention where another table names it.
  mutating func table(_ name: String, namedIn mention: Mention? = nil) -> [RTSRow] {
    let path = folder + "/" + name
    guard let table = CSVReader.readForeign(path: path, namedIn: mention, log: &log) else {
      return []
    }
    var columns: [String: Int] = [:]
    for (index, cell) in table.header.enumerated() where columns[cell.text] == nil {
      columns[cell.text] = index
    }
    return table.rows.map { RTSRow(columns: columns, cells: $0.cells, place: $0.place) }
  }

  /// A number that must be there; 0 and an issue where it is not.
  mutating func number(_ column: String, of row: RTSRow) -> Double {
    number(column, of: row, absent: nil)
  }

  /// A number that may be left out or `NA`; an issue where something else is written.
  mutating func number(_ column: String, of row: RTSRow, absent: Double?) -> Double {
    let text = row.text(column) ?? ""
    if let absent, text.isEmpty || text.lowercased() == "na" { return absent }
    switch NumberRule(in: NumberRule.any, unit: "").read(text) {
    case .success(let number): return number
    case .failure(let fault):
      log.error(
        at: row.cell(column)?.place ?? row.place,
        field: column,
        value: text,
        rule: fault.rule,
        fix: "Compare the table with RTS_Data/SourceData of RTS-GMLC."
      )
      return absent ?? 0
    }
  }

  /// The whole hours of a column, part of one counted as one; 0 where there are none.
  mutating func hours(_ column: String, of row: RTSRow) -> Int {
    let number = number(column, of: row, absent: 0)
    if let hours = WholeNumber.rounded(number, .up, in: 0...8760) { return hours }
    log.error(
      at: row.cell(column)?.place ?? row.place,
      field: column,
      value: row.text(column),
      rule: "must be hours from 0 to 8760",
      fix: "Compare the table with RTS_Data/SourceData of RTS-GMLC."
    )
    return 0
  }

  /// A text that must be there; empty and an issue where it is not.
  mutating func text(_ column: String, of row: RTSRow) -> String {
    if let text = row.text(column), !text.isEmpty { return text }
    log.error(
      at: row.cell(column)?.place ?? row.place,
      field: column,
      rule: "must not be empty",
      fix: "Compare the table with RTS_Data/SourceData of RTS-GMLC."
    )
    return ""
  }
}

/// A row of a table.
struct RTSRow {
  fileprivate let columns: [String: Int]
  fileprivate let cells: [Table.Cell]
  let place: Place

  fileprivate init(columns: [String: Int], cells: [Table.Cell], place: Place) {
    self.columns = columns
    self.cells = cells
    self.place = place
  }

  /// The cell of a column.
  func cell(_ column: String) -> Table.Cell? {
    columns[column].flatMap { $0 < cells.count ? cells[$0] : nil }
  }

  /// The text of a column; nil where there is no such column.
  func text(_ column: String) -> String? { cell(column)?.text }

  /// The number of a column; nil for `NA` and what is none.
  func number(_ column: String) -> Double? { text(column).flatMap(NumberText.parse) }

  /// The names of the columns, in their order.
  var names: [String] { columns.sorted { $0.value < $1.value }.map(\.key) }
}

/// The hourly series of the folder, read once for each file.
struct RTSSeries {
  /// The first hour of the year.
  private(set) var start = TimeStamp(year: 2020, month: 1, day: 1)
  /// The hours of every file.
  private(set) var hours: Int?
  private var files: [String: [String: [Double]]] = [:]

  init() {}

  /// The values of a column of a day-ahead file; nil and an issue where there are none.
  mutating func values(
    _ column: String,
    in file: String,
    namedIn mention: Mention,
    of source: inout RTSSource
  ) -> [Double]? {
    if files[file] == nil { files[file] = read(file, mention, &source) }
    if let values = files[file]?[column] { return values }
    if files[file]?.isEmpty == false {
      source.log.error(
        at: mention.place,
        field: column,
        rule: "is no column of timeseries/\(file)",
        fix: "Compare the file with RTS_Data/timeseries_data_files of RTS-GMLC."
      )
    }
    return nil
  }

  /// The columns by name; empty where a row is no hour, or none follows the one before.
  private mutating func read(
    _ file: String,
    _ mention: Mention,
    _ source: inout RTSSource
  ) -> [String: [Double]] {
    let rows = source.table("timeseries/" + file, namedIn: mention)
    guard let first = rows.first else { return [:] }
    guard let start = Self.time(of: first) else {
      source.log.error(
        at: first.place,
        rule: "is no hour: Year, Month, Day and Period must tell one",
        fix: "Compare the file with RTS_Data/timeseries_data_files of RTS-GMLC."
      )
      return [:]
    }
    let names = first.names.filter { !["Year", "Month", "Day", "Period"].contains($0) }
    var result = Dictionary(names.map { ($0, [Double]()) }) { first, _ in first }
    for (step, row) in rows.enumerated() {
      guard let time = Self.time(of: row), time.hours(since: start) == step else {
        source.log.error(
          at: row.place,
          rule: "is not the hour after the one before",
          fix: "Give every hour one row, Period 1 to 24."
        )
        return [:]
      }
      for name in names { result[name]?.append(source.number(name, of: row)) }
    }
    if let hours, hours != rows.count || start != self.start {
      source.log.error(
        at: first.place,
        rule: "has other hours than the files before it",
        fix: "Give every file the same hours."
      )
    }
    hours = rows.count
    self.start = start
    return result
  }

  private static func time(of row: RTSRow) -> TimeStamp? {
    func whole(_ column: String, _ range: ClosedRange<Int>) -> Int? {
      row.number(column).flatMap { WholeNumber.exactly($0, in: range) }
    }
    guard let year = whole("Year", 1900...2200), let month = whole("Month", 1...12),
      let day = whole("Day", 1...CivilDate.days(inMonth: month, of: year)),
      let period = whole("Period", 1...24)
    else { return nil }
    return TimeStamp(year: year, month: month, day: day, hour: period - 1)
  }
}
