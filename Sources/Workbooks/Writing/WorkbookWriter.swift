import CXLSXWriter
import Hourly
import Tables

/// Writes workbooks of tables: texts as texts, numbers and dates as what they are.
///
/// A cell is a number or a date only where it reads back as the very text that was given, so that nothing is lost on
/// the way. The same sheets give the same bytes.
package struct WorkbookWriter: ~Copyable {
  private let file: WorkbookFile
  private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]
  private var workbook: UnsafeMutablePointer<lxw_workbook> { file.workbook }

  /// Opens a workbook; nil where there is no memory.
  package static func opened() -> WorkbookWriter? {
    // The first second of 2000.
    guard let file = WorkbookFile.opened(madeAt: 946_684_800) else { return nil }
    return WorkbookWriter(file: file)
  }

  private init(file: consuming WorkbookFile) { self.file = file }

  /// The longest name of a sheet.
  package static let nameLimit = 31

  /// Adds a sheet whose first row is a header that stays in sight.
  ///
  /// - Parameters:
  ///   - name: The name on its tab, of at most 31 letters.
  ///   - rows: The texts of each row; an empty one is an empty cell.
  ///   - isTable: Whether the first row is a header and cells may be numbers; all are texts otherwise.
  /// - Returns: Whether a workbook can have a sheet of this name.
  package mutating func add(sheet name: String, rows: [[String]], isTable: Bool = true) -> Bool {
    guard let sheet = workbook_add_worksheet(workbook, name) else { return false }
    var widths: [Int] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        let isHeader = row == 0 && isTable
        write(text, to: sheet, row, column, isHeader: isHeader, isTyped: isTable && !isHeader)
        if column >= widths.count {
          widths += Array(repeating: 0, count: column + 1 - widths.count)
        }
        widths[column] = max(widths[column], Self.width(text))
      }
    }
    for (column, width) in widths.enumerated() {
      let column = lxw_col_t(column)
      worksheet_set_column(sheet, column, column, Double(min(max(width, 6), 60) + 2), nil)
    }
    if isTable { worksheet_freeze_panes(sheet, 1, 1) }
    return true
  }

  /// The bytes of the workbook; the reason where it could not be made.
  package consuming func finish() -> Result<[UInt8], WorkbookFile.Failure> { file.finish() }

  private mutating func write(
    _ text: String,
    to sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ row: Int,
    _ column: Int,
    isHeader: Bool,
    isTyped: Bool
  ) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    if isTyped, let number = NumberText.parse(text), abs(number) < 1e15,
      let format = Self.format(of: text, number)
    {
      _ = worksheet_write_number(sheet, row, column, number, self.format(format))
    } else if isTyped, let date = Self.date(text) {
      _ = worksheet_write_number(sheet, row, column, date.serial, self.format(date.format))
    } else {
      let written = Self.escaped(text)
      _ = worksheet_write_string(sheet, row, column, written, isHeader ? format(Self.bold) : nil)
    }
  }

  /// A text whose own `_x0041_` is not read as a letter.
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let code = String(Substring(rest.prefix(7)))
      let isCode =
        code.utf8.count == 7 && code.hasPrefix("_x") && code.hasSuffix("_")
        && UInt32(code.dropFirst(2).dropLast(), radix: 16) != nil
      if isCode { result.append(contentsOf: "_x005F".unicodeScalars) }
      result.append(first)
      rest = rest.dropFirst()
    }
    return String(result)
  }

  private static let bold = "bold"

  /// The format under which a number reads back as its text, empty for none; nil if there is none.
  private static func format(of text: String, _ number: Double) -> String? {
    if NumberText.shortest(number) == text { return "" }
    guard let point = text.firstIndex(of: ".") else { return nil }
    let decimals = text[text.index(after: point)...].utf8.count
    guard (1...9).contains(decimals), NumberText.fixed(number, decimals: decimals) == text else {
      return nil
    }
    return "0." + String(repeating: "0", count: decimals)
  }

  /// The day number of a date that reads back as its text, with its format.
  private static func date(_ text: String) -> (serial: Double, format: String)? {
    guard text.utf8.count == 10 || text.utf8.count == 16, let time = TimeStamp(text),
      (1901...9999).contains(time.year)
    else { return nil }
    let epoch = CivilDate(year: 1899, month: 12, day: 30).daysSinceEpoch
    let serial = Double(time.minutes - epoch * 1440) / 1440
    let hasTime = text.utf8.count == 16
    guard !hasTime || text.contains("T") else { return nil }
    return (serial, hasTime ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd")
  }

  private mutating func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
    if code.isEmpty { return nil }
    if let known = formats[code] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    if code == Self.bold { format_set_bold(format) } else { format_set_num_format(format, code) }
    formats[code] = format
    return format
  }

  /// The width of a text in letters; those of East Asia take two.
  private static func width(_ text: String) -> Int {
    let line = text.split(separator: "\n", maxSplits: 1).first ?? ""
    return line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
