import GridFormulation
import Tables

/// The tables of a GenX case, each cell with its place.
///
/// GenX reads names of columns without their case, so these are lower case throughout.
struct GenXSource {
  let folder: String
  var log = IssueLog()

  init(folder: String) { self.folder = folder }

  /// Whether a file is there.
  func has(_ name: String) -> Bool { FileSource.isFile(folder + "/" + name) }

  /// A table of the case; a missing one is logged.
  mutating func table(_ name: String) -> GenXTable {
    guard let table = CSVReader.readForeign(path: folder + "/" + name, log: &log) else {
      return GenXTable(name: name, columns: [:], header: [], rows: [])
    }
    var columns: [String: Int] = [:]
    for (index, cell) in table.header.enumerated() {
      let column = cell.text.lowercased()
      if columns[column] == nil { columns[column] = index }
    }
    return GenXTable(
      name: name,
      columns: columns,
      header: table.header,
      rows: table.rows.map {
        GenXRow(columns: columns, header: table.header, cells: $0.cells, place: $0.place)
      }
    )
  }

  /// A table of the case; one without rows where there is no such file.
  mutating func tableIfThere(_ name: String) -> GenXTable {
    has(name) ? table(name) : GenXTable(name: name, columns: [:], header: [], rows: [])
  }

  /// A number; what stands for an empty or missing cell where that is given, else an issue.
  mutating func number(
    _ column: String,
    of row: GenXRow,
    in range: ClosedRange<Double> = NumberRule.any,
    absent: Double? = nil
  ) -> Double {
    let text = row.text(column) ?? ""
    if let absent, text.isEmpty || text.lowercased() == "na" { return absent }
    switch NumberRule(in: range, unit: "").read(text) {
    case .success(let number): return number
    case .failure(let fault):
      refuse(column, of: row, fault.rule, fault.fix)
      return absent ?? 0
    }
  }

  /// The whole hours of a column, part of one counted as one.
  mutating func hours(_ column: String, of row: GenXRow) -> Int {
    let number = number(column, of: row, in: 0...8760, absent: 0)
    return WholeNumber.rounded(number, .up, in: 0...8760) ?? 0
  }

  /// Whether a flag of 0 or 1 is 1.
  mutating func flag(_ column: String, of row: GenXRow) -> Bool {
    number(column, of: row, absent: 0) == 1
  }

  /// A text that must be there; empty and an issue where it is not.
  mutating func text(_ column: String, of row: GenXRow) -> String {
    if let text = row.text(column), !text.isEmpty { return text }
    refuse(column, of: row, "must not be empty")
    return ""
  }

  /// Logs what is wrong with a cell.
  mutating func refuse(_ column: String, of row: GenXRow, _ rule: String, _ fix: String? = nil) {
    log.error(
      at: row.cell(column)?.place ?? row.place,
      field: row.heading(column),
      value: row.text(column),
      rule: rule,
      fix: fix ?? "Compare the table with GenX's page on model inputs."
    )
  }
}

/// A table of the case.
struct GenXTable {
  /// The file, such as `resources/Thermal.csv`.
  let name: String
  fileprivate let columns: [String: Int]
  /// The heading as it is written.
  let header: [Table.Cell]
  let rows: [GenXRow]

  /// Whether there is a column.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// The numbers of columns such as `demand_mw_z1`, in rising order.
  func numbers(of stem: String) -> [Int] {
    columns.keys.compactMap { $0.hasPrefix(stem) ? Int($0.dropFirst(stem.count)) : nil }.sorted()
  }
}

/// A row of a table.
struct GenXRow {
  fileprivate let columns: [String: Int]
  fileprivate let header: [Table.Cell]
  fileprivate let cells: [Table.Cell]
  let place: Place

  /// The name of a column as it is written.
  func heading(_ column: String) -> String { columns[column].map { header[$0].text } ?? column }

  /// The cell of a column, by its name in lower case.
  func cell(_ column: String) -> Table.Cell? {
    columns[column].flatMap { $0 < cells.count ? cells[$0] : nil }
  }

  /// The text of a column; nil where there is no such column.
  func text(_ column: String) -> String? { cell(column)?.text }

  /// The columns of the table, in lower case, by name.
  var names: [String] { columns.keys.sorted() }

  /// The columns that hold more than nothing: no blank, 0 or `None`.
  var filled: Set<String> {
    Set(
      columns.keys.filter {
        let text = text($0) ?? ""
        return !text.isEmpty && text.lowercased() != "none" && NumberText.parse(text) != 0
      }
    )
  }
}
