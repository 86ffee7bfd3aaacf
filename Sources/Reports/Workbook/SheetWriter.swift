import CXLSXWriter

/// Writes one table to its sheet: title, units, heads that stay in sight, numbers, formulas, notes.
struct SheetWriter {
  private typealias Format = UnsafeMutablePointer<lxw_format>

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let laid: LaidTable
  private let formats: SheetFormats
  private let words: Words

  /// The row of the heads; the table's first row stands below it.
  private let headRow: lxw_row_t = 2
  /// The columns before the table's own: labels, and units where each row has one.
  private let before: Int

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ name: String,
    _ laid: LaidTable,
    _ formats: SheetFormats,
    _ words: Words
  ) {
    (self.sheet, self.name, self.laid) = (sheet, name, laid)
    (self.formats, self.words) = (formats, words)
    if case .rows = laid.units { before = 2 } else { before = 1 }
  }

  func write() {
    writeHead()
    for row in laid.table.rows.indices { write(row) }
    writeNotes()
    worksheet_set_column(sheet, 0, 0, Self.labelWidth, nil)
    if before == 2 { worksheet_set_column(sheet, 1, 1, Self.unitWidth, nil) }
    for (column, entry) in laid.table.columns.enumerated() {
      let place = lxw_col_t(column + before)
      worksheet_set_column(sheet, place, place, Self.width(of: entry), nil)
    }
    worksheet_freeze_panes(sheet, headRow + 1, lxw_col_t(before))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, headRow, headRow)
  }

  private func writeHead() {
    let table = laid.table
    worksheet_write_string(sheet, 0, 0, table.title, formats.title)
    if case .caption(let unit) = laid.units, !unit.isEmpty {
      worksheet_write_string(sheet, 1, 0, words.filled(.unitIs, unit), formats.note)
    }
    worksheet_write_string(sheet, headRow, 0, table.rowTitle, formats.heading(isText: true))
    if before == 2 {
      worksheet_write_string(sheet, headRow, 1, words[.unit], formats.heading(isText: true))
    }
    for (column, entry) in table.columns.enumerated() {
      var title = entry.title
      if case .columns(let units) = laid.units, !units[column].isEmpty {
        title += " [\(units[column])]"
      }
      let format = formats.heading(isText: entry.isText)
      worksheet_write_string(sheet, headRow, lxw_col_t(column + before), title, format)
    }
  }

  private func write(_ index: Int) {
    let row = laid.table.rows[index]
    let place = self.row(index)
    worksheet_write_string(sheet, place, 0, row.label, formats.cell(row.role, isLabel: true))
    if case .rows(let units) = laid.units {
      worksheet_write_string(sheet, place, 1, units[index], formats.cell(row.role))
    }
    for (column, cell) in laid.cells[index].enumerated() {
      let format = formats.cell(row.role, form: cell.form)
      let at = lxw_col_t(column + before)
      if let number = cell.number {
        if let formula = formula(index, column) {
          worksheet_write_formula_num(sheet, place, at, formula, format, number)
        } else {
          worksheet_write_number(sheet, place, at, number, format)
        }
      } else if !cell.text.isEmpty {
        worksheet_write_string(sheet, place, at, cell.text, format)
      }
    }
  }

  /// Writes the notes over the whole width of the table, each as high as its lines.
  private func writeNotes() {
    let columns = laid.table.columns
    let width = columns.reduce(Self.labelWidth + (before == 2 ? Self.unitWidth : 0)) {
      $0 + Self.width(of: $1)
    }
    for (index, note) in laid.table.notes.enumerated() {
      let place = row(laid.table.rows.count + 1 + index)
      let last = lxw_col_t(before + columns.count - 1)
      worksheet_merge_range(sheet, place, 0, place, last, note, formats.note)
      let lines = (Double(Self.size(of: note)) / (1.1 * width)).rounded(.up)
      worksheet_set_row(sheet, place, 13 * max(lines, 1), nil)
    }
  }

  private static let labelWidth = 34.0
  private static let unitWidth = 11.0

  private static func width(of column: ReportTable.Column) -> Double { column.isText ? 26 : 12 }

  /// The room that a text takes, in latin letters; a Chinese one takes that of two.
  static func size(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2e7f ? 2 : 1) }
  }

  // MARK: - Formulas

  /// The formula of a cell that is a sum of others; nil where it is none.
  ///
  /// What does not add up, such as a rate, is never a sum.
  private func formula(_ index: Int, _ column: Int) -> String? {
    let table = laid.table
    guard case .number(_, let measure) = table.rows[index].cells[column], measure.addsUp else {
      return nil
    }
    if !table.rows[index].terms.isEmpty { return sum(of: table.rows[index].terms, in: column) }
    guard let total = table.total, total.column == column else { return nil }
    let (first, last) = (total.of.lowerBound, total.of.upperBound - 1)
    return "=SUM(\(cell(index, first)):\(cell(index, last)))"
  }

  private func sum(of terms: [ReportTable.Term], in column: Int) -> String {
    let rows = terms.map(\.row)
    let isRun = rows == Array((rows.first ?? 0)..<((rows.first ?? 0) + rows.count))
    if isRun, rows.count > 1, terms.allSatisfy({ !$0.isTaken }) {
      return "=SUM(\(cell(rows[0], column)):\(cell(rows[rows.count - 1], column)))"
    }
    return "="
      + terms.enumerated().map { place, term in
        (term.isTaken ? "-" : place == 0 ? "" : "+") + cell(term.row, column)
      }.joined()
  }

  private func row(_ index: Int) -> lxw_row_t { headRow + 1 + lxw_row_t(index) }

  /// A cell of the table as formulas name it, such as `B4`.
  private func cell(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var number = column + before
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + number % 26))) + letters
      number = number / 26 - 1
    } while number >= 0
    return letters + "\(self.row(row) + 1)"
  }

  // MARK: - Chart

  /// Puts a chart of the table's own cells below it.
  func insert(_ chart: ReportTable.Chart, in workbook: UnsafeMutablePointer<lxw_workbook>) {
    let kind =
      switch chart.kind {
      case .columns: LXW_CHART_COLUMN
      case .stack: LXW_CHART_COLUMN_STACKED
      case .lines: LXW_CHART_LINE
      }
    guard !chart.rows.isEmpty, let made = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      return
    }
    let columns = (chart.columns.lowerBound + before, chart.columns.upperBound - 1 + before)
    if chart.isByRow {
      for index in chart.rows {
        add(to: made, name: (row(index), 0), category: (headRow, columns.0, headRow, columns.1)) {
          (row(index), columns.0, row(index), columns.1)
        }
      }
    } else {
      let rows = (row(chart.rows[0]), row(chart.rows[chart.rows.count - 1]))
      for column in columns.0...columns.1 {
        add(to: made, name: (headRow, column), category: (rows.0, 0, rows.1, 0)) {
          (rows.0, column, rows.1, column)
        }
      }
    }
    chart_title_set_name(made, laid.table.title)
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (1.9, 1.5)
    let below = row(laid.table.rows.count + laid.table.notes.count + 3)
    worksheet_insert_chart_opt(sheet, below, 0, made, &options)
  }

  private typealias Area = (lxw_row_t, Int, lxw_row_t, Int)

  private func add(
    to chart: UnsafeMutablePointer<lxw_chart>,
    name: (lxw_row_t, Int),
    category: Area,
    values: () -> Area
  ) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    let area = values()
    chart_series_set_name_range(series, self.name, name.0, lxw_col_t(name.1))
    chart_series_set_categories(
      series,
      self.name,
      category.0,
      lxw_col_t(category.1),
      category.2,
      lxw_col_t(category.3)
    )
    chart_series_set_values(
      series,
      self.name,
      area.0,
      lxw_col_t(area.1),
      area.2,
      lxw_col_t(area.3)
    )
  }
}

extension Measure {
  /// Whether numbers of it may be summed.
  var addsUp: Bool {
    switch self {
    case .power, .energy, .money, .coal, .carbon, .pollutant: true
    case .price, .coalRate, .share, .hours, .count: false
    }
  }
}
