/// A table of a page.
struct HTMLTable {
  private let laid: LaidTable
  private let words: Words
  private let prefix: String

  /// A table; its name in the page begins with a prefix that tells results apart.
  init(_ laid: LaidTable, _ words: Words, prefix: String = "") {
    (self.laid, self.words, self.prefix) = (laid, words, prefix)
  }

  /// The table with its title and notes.
  var text: String {
    let table = laid.table
    var text =
      "<section class=\"\(isWide ? "wide many" : "wide")\" id=\"\(HTMLText.escaped(prefix + table.id))\">\n"
    text += "<h3>\(HTMLText.escaped(table.title))</h3>\n<table>\n"
    if case .caption(let unit) = laid.units, !unit.isEmpty {
      text += "<caption>\(HTMLText.escaped(words.filled(.unitIs, unit)))</caption>\n"
    }
    text += "<thead><tr>\(heading)</tr></thead>\n<tbody>\n"
    for index in table.rows.indices { text += row(index) }
    text += "</tbody>\n</table>\n"
    if !table.notes.isEmpty {
      let notes = table.notes.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
      text += "<ul class=\"notes\">\(notes)</ul>\n"
    }
    return text + "</section>\n"
  }

  private var hasUnitColumn: Bool { if case .rows = laid.units { true } else { false } }

  private var heading: String {
    let table = laid.table
    var cells = "<th class=\"label\">\(HTMLText.escaped(table.rowTitle))</th>"
    if hasUnitColumn { cells += "<th class=\"text\">\(HTMLText.escaped(words[.unit]))</th>" }
    for (index, column) in table.columns.enumerated() {
      var title = HTMLText.escaped(column.title)
      if case .columns(let units) = laid.units, !units[index].isEmpty {
        title += "<small>\(HTMLText.escaped(units[index]))</small>"
      }
      cells += "<th\(column.isText ? " class=\"text\"" : "")>\(title)</th>"
    }
    return cells
  }

  private func row(_ index: Int) -> String {
    let row = laid.table.rows[index]
    let span = laid.table.columns.count + (hasUnitColumn ? 2 : 1)
    guard row.role != .heading else {
      let label = HTMLText.escaped(row.label)
      return "<tr class=\"heading\"><td colspan=\"\(span)\">\(label)</td></tr>\n"
    }
    let role =
      switch row.role {
      case .sum: " class=\"sum\""
      case .part: " class=\"part\""
      case .plain, .heading: ""
      }
    var text = "<tr\(role)><td class=\"label\">\(HTMLText.escaped(row.label))</td>"
    if case .rows(let units) = laid.units {
      text += "<td class=\"unit\">\(HTMLText.escaped(units[index]))</td>"
    }
    for (place, column) in laid.table.columns.enumerated() {
      let cell = laid.cells[index][place]
      let kinds = [
        column.isText ? cell.text.count > 18 ? "text long" : "text" : nil,
        cell.number.map { $0 < 0 && cell.text.hasPrefix("-") } == true ? "minus" : nil,
        verdictClass(cell.text),
      ].compactMap(\.self)
      let mark = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
      text += "<td\(mark)>\(shown(cell, isHour: isHour(index, place)))</td>"
    }
    return text + "</tr>\n"
  }

  private func isHour(_ row: Int, _ column: Int) -> Bool {
    if case .hour = laid.table.rows[row].cells[column] { true } else { false }
  }

  /// A cell's text; in a wide table an hour stands on two lines, so that its column stays narrow.
  private func shown(_ cell: LaidTable.Cell, isHour: Bool) -> String {
    let text = HTMLText.escaped(cell.text)
    return isHour && isWide ? text.replacing(" ", with: "<br>") : text
  }

  private var isWide: Bool { laid.table.columns.count > 9 }

  private func verdictClass(_ text: String) -> String? {
    if text == words[.pass] { return "good" }
    return text == words[.fail] || text == words[.unattainable] ? "bad" : nil
  }
}
