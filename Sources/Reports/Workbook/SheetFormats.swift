import CXLSXWriter

/// The formats of a workbook, each made once.
final class SheetFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [String: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The title of a sheet.
  var title: UnsafeMutablePointer<lxw_format>? {
    format("title") { format in
      format_set_bold(format)
      format_set_font_size(format, 14)
    }
  }

  /// The head of a column.
  func heading(isText: Bool) -> UnsafeMutablePointer<lxw_format>? {
    format("heading \(isText)") { format in
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xEDEDE8)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8((isText ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT).rawValue))
    }
  }

  /// A note below a table.
  var note: UnsafeMutablePointer<lxw_format>? {
    format("note") { format in
      format_set_font_color(format, 0x5C5C5C)
      format_set_font_size(format, 9)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  /// A sentence of the first sheet.
  var sentence: UnsafeMutablePointer<lxw_format>? {
    format("sentence") { format_set_text_wrap($0) }
  }

  /// A cell of a row, with the form of its number where it is one.
  func cell(
    _ role: ReportTable.Role,
    form: String? = nil,
    isLabel: Bool = false
  ) -> UnsafeMutablePointer<lxw_format>? {
    format("cell \(role) \(form ?? "") \(isLabel)") { format in
      if role == .sum || role == .heading { format_set_bold(format) }
      if role == .sum { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      if role == .part { format_set_font_color(format, 0x5C5C5C) }
      if role == .part, isLabel { format_set_indent(format, 1) }
      if let form { format_set_num_format(format, form) }
    }
  }

  private func format(
    _ name: String,
    _ set: (UnsafeMutablePointer<lxw_format>) -> Void
  ) -> UnsafeMutablePointer<lxw_format>? {
    if let known = made[name] { return known }
    guard let new = workbook_add_format(workbook) else { return nil }
    format_set_font_name(new, "Microsoft YaHei")
    format_set_font_size(new, 10)
    set(new)
    made[name] = new
    return new
  }
}
