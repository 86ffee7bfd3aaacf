import CXLSXWriter
import Foundation
import Hourly
import Tables

/// The report as an Excel workbook: a sheet for each table, with the numbers of the page.
///
/// The library writes to a file alone: it is written beside others of the system's, read back and given on. Everything
/// of it lives within one call.
struct Workbook {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// The bytes of the workbook; a failure tells the path that they are for.
  func bytes(for path: String) throws(OutputError) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.path + "/gridflex-\(UUID().uuidString).xlsx"
    defer { unlink(file) }
    guard let workbook = workbook_new(file) else {
      throw .notWritable(path: path, reason: "there is no memory for a workbook")
    }
    fill(workbook)
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else {
      let reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
      throw .notWritable(path: path, reason: reason)
    }
    var log = IssueLog()
    guard let archive = FileSource.bytes(of: file, log: &log),
      let marked = WorkbookMark.marked(archive)
    else { throw .notWritable(path: path, reason: "the workbook could not be read back") }
    return marked
  }

  private func fill(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    setProperties(of: workbook)
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

  /// The file tells no time at which it was made: its date is the first hour of the first result.
  private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    let start = report.results.first?.grid.horizon.start
    strdup(report.title).map { title in
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = time_t((start?.minutes ?? 0) * 60)
      workbook_set_properties(workbook, &properties)
      free(title)
    }
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
