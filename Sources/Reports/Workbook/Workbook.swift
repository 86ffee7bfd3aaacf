import CXLSXWriter
import Foundation
import Hourly
import Tables
import Workbooks

/// The report as an Excel workbook: a sheet for each table, with the numbers of the page.
struct Workbook {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// The bytes of the workbook; a failure tells the path that they are for.
  ///
  /// The file tells no time at which it was made: its date is the first hour of the first result.
  func bytes(for path: String) throws(OutputError) -> [UInt8] {
    let start = report.results.first?.grid.horizon.start
    let opened = WorkbookFile.opened(title: report.title, madeAt: (start?.minutes ?? 0) * 60)
    guard let file = opened else {
      throw .notWritable(path: path, reason: "there is no memory for a workbook")
    }
    fill(file.workbook)
    switch file.finish() {
    case .failure(let failure): throw .notWritable(path: path, reason: failure.reason)
    case .success(let archive):
      guard let marked = WorkbookMark.marked(archive) else {
        throw .notWritable(path: path, reason: "the library wrote no workbook")
      }
      return marked
    }
  }

  private func fill(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    let formats = SheetFormats(workbook)
    var names = SheetName()
    let words = report.words
    let contents = names.next(words[.contents])
    let opening = workbook_add_worksheet(workbook, contents)
    var sheets: [(title: String, name: String)] = []
    for (place, table) in report.tables {
      let label = place.map { report.results[$0].grid.result.label } ?? ""
      let isAmongMany = report.results.count > 1 && place != nil
      let number = place.map { "\($0 + 1) " } ?? ""
      let name = names.next((isAmongMany ? number : "") + table.title)
      sheets.append((isAmongMany ? "\(label): \(table.title)" : table.title, name))
      guard let sheet = workbook_add_worksheet(workbook, name) else { continue }
      let laid = LaidTable(table, in: report.units)
      let writer = SheetWriter(sheet, name, laid, formats, words)
      writer.write()
      if let chart = table.chart { writer.insert(chart, in: workbook) }
    }
    if let opening { write(sheets, to: opening, formats) }
  }

  /// The first sheet: what is said on the first page, and where each table is.
  private func write(
    _ sheets: [(title: String, name: String)],
    to sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ formats: SheetFormats
  ) {
    worksheet_set_column(sheet, 0, 0, 90, nil)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_write_string(sheet, 0, 0, report.title, formats.title)
    var row: lxw_row_t = 2
    func line(_ text: String, _ format: UnsafeMutablePointer<lxw_format>?) {
      worksheet_write_string(sheet, row, 0, text, format)
      row += 1
    }
    for note in report.notes { line(note, formats.sentence) }
    for result in report.results {
      line(result.grid.result.label, formats.cell(.heading))
      for sentence in FirstPage(of: result, report.words, report.units).sentences {
        line(sentence, formats.sentence)
      }
      row += 1
    }
    line(report.words[.contents], formats.cell(.heading))
    for entry in sheets {
      let target = "internal:'\(entry.name.replacing("'", with: "''"))'!A1"
      worksheet_write_url(sheet, row, 0, target, nil)
      worksheet_write_string(sheet, row, 0, entry.title, nil)
      row += 1
    }
  }
}
