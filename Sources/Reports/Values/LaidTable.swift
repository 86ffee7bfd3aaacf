package import Hourly

/// A table with its units chosen and its numbers as they are shown.
package struct LaidTable: Sendable {
  /// A cell as it is shown.
  package struct Cell: Sendable {
    /// The text on a page.
    package var text: String
    /// The number of a sheet, in the unit that is shown; nil where it is a text.
    package var number: Double?
    /// The form of the number in a sheet.
    package var form: String?
  }

  /// Where the units stand.
  package enum UnitPlace: Sendable, Equatable {
    /// One unit for all numbers, told above the table.
    case caption(String)
    /// One for each column, told with its heading.
    case columns([String])
    /// One for each row, in a column of their own.
    case rows([String])
    /// With each number.
    case cells
  }

  /// The table.
  package let table: ReportTable
  /// The cells of each row.
  package private(set) var cells: [[Cell]] = []
  /// Where the units stand.
  package let units: UnitPlace

  /// Lays a table out in units that are chosen by its largest numbers.
  package init(_ table: ReportTable, in units: Units) {
    self.table = table
    let all = Self.largest(table.rows.flatMap(\.cells))
    var chosen: [Measure: ShownUnit] = [:]
    for (measure, size) in all { chosen[measure] = units.unit(of: measure, upTo: size) }
    self.units = Self.place(of: table, all, units)
    let isFull = self.units == .cells
    var columns = table.columns.map { _ in chosen }
    if case .columns = self.units {
      for column in columns.indices {
        columns[column] = Self.units(ofColumn: column, of: table, all, units)
      }
    }
    cells = table.rows.map { row in
      row.cells.enumerated().map { Self.laid($0.element, columns[$0.offset], isFull: isFull) }
    }
  }

  /// The largest number of each measure among cells.
  private static func largest(_ cells: some Sequence<ReportTable.Cell>) -> [Measure: Double] {
    var most: [Measure: Double] = [:]
    for case .number(let value, let measure) in cells where value.isFinite {
      most[measure] = max(most[measure] ?? 0, abs(value))
    }
    return most
  }

  /// The units of a column: the table's, unless its numbers are a hundred times smaller than those beside them.
  private static func units(
    ofColumn column: Int,
    of table: ReportTable,
    _ all: [Measure: Double],
    _ units: Units
  ) -> [Measure: ShownUnit] {
    let cells = table.rows.filter { $0.role != .heading }.map { $0.cells[column] }
    var chosen: [Measure: ShownUnit] = [:]
    for (measure, size) in largest(cells) {
      let whole = all[measure] ?? size
      let isSmall = size > 0 && size < 0.01 * whole
      chosen[measure] = units.unit(of: measure, upTo: isSmall ? size : whole)
    }
    return chosen
  }

  private static func laid(
    _ cell: ReportTable.Cell,
    _ units: [Measure: ShownUnit],
    isFull: Bool
  ) -> Cell {
    switch cell {
    case .empty: return Cell(text: "")
    case .text(let text): return Cell(text: text)
    case .hour(let time): return Cell(text: hour(time))
    case .clock(let time): return Cell(text: String(time.description.suffix(5)))
    case .day(let time): return Cell(text: String(time.description.prefix(10).dropFirst(5)))
    case .number(let value, let measure):
      guard value.isFinite, let unit = units[measure] else { return Cell(text: "–") }
      return Cell(
        text: isFull && measure != .count ? unit.full(value) : unit.text(value),
        number: value * unit.factor,
        form: unit.spreadsheetForm
      )
    }
  }

  /// An hour as tables name it: `01-15 18:00`.
  package static func hour(_ time: TimeStamp) -> String {
    String(time.description.dropFirst(5)).replacing("T", with: " ")
  }

  private static func place(
    of table: ReportTable,
    _ most: [Measure: Double],
    _ units: Units
  ) -> UnitPlace {
    func symbol(_ measure: Measure) -> String {
      units.unit(of: measure, upTo: most[measure] ?? 0).symbol
    }
    func symbols(_ cells: some Sequence<ReportTable.Cell>) -> Set<String> {
      var found: Set<String> = []
      for case .number(_, let measure) in cells { found.insert(symbol(measure)) }
      return found
    }
    let rows = table.rows.filter { $0.role != .heading }
    let all = symbols(rows.flatMap(\.cells))
    if all.count <= 1 { return .caption(all.first ?? "") }
    let columns = table.columns.indices.map { column in symbols(rows.map { $0.cells[column] }) }
    if columns.allSatisfy({ $0.count <= 1 }) {
      return .columns(
        table.columns.indices.map { column in
          Self.units(ofColumn: column, of: table, most, units).values.first?.symbol ?? ""
        }
      )
    }
    let ofRows = table.rows.map { $0.role == .heading ? [] : symbols($0.cells) }
    if ofRows.allSatisfy({ $0.count <= 1 }) { return .rows(ofRows.map { $0.first ?? "" }) }
    return .cells
  }
}
