import Tables

/// Reads the cells of one sheet.
final class SheetReceiver: XMLElements.Receiver {
  /// The most rows and columns that a sheet of a workbook has.
  private static let (rowLimit, columnLimit) = (1_048_576, 16_384)
  /// The most merged ranges that are kept by name.
  private static let mergedLimit = 4

  private(set) var sheet: Sheet
  private(set) var isDone = false
  /// Why the sheet cannot be read further, with the address of the cell.
  private(set) var failure: (address: String, rule: String)?
  private let texts: [String]
  private let formats: [NumberFormat]
  private let startsIn1904: Bool

  private var row = 0
  private var column = 0
  private var cells: [Sheet.Cell] = []
  private var cell: Draft?
  private var collector = TextCollector()
  private var value: [UInt8] = []
  private var isInValue = false

  /// A cell of which all is not read yet.
  private struct Draft {
    let type: String
    let style: Int
    var hasFormula = false
  }

  init(name: String, texts: [String], formats: [NumberFormat], startsIn1904: Bool) {
    sheet = Sheet(name: name)
    (self.texts, self.formats, self.startsIn1904) = (texts, formats, startsIn1904)
  }

  func start(_ name: String, _ attributes: XMLElements.Attributes) {
    switch name {
    case "row": startRow(attributes["r"])
    case "c": startCell(attributes)
    case "f": cell?.hasFormula = true
    case "v": isInValue = cell != nil
    case "mergeCell":
      if sheet.merged.count < Self.mergedLimit, let range = attributes["ref"] {
        sheet.merged.append(range)
      }
    default: if cell != nil { collector.start(name) }
    }
  }

  func text(_ part: UnsafeBufferPointer<CChar>) {
    if isInValue {
      value += part.map { UInt8(bitPattern: $0) }
    } else if cell != nil {
      collector.text(part)
    }
  }

  func end(_ name: String) {
    switch name {
    case "v": isInValue = false
    case "c": endCell()
    case "row":
      if !cells.isEmpty { sheet.rows.append(Sheet.Row(number: row, cells: cells)) }
      cells.removeAll()
    default: if cell != nil { collector.end(name) }
    }
  }

  private func startRow(_ number: String?) {
    let next = number.map { Int($0) ?? 0 } ?? row + 1
    guard next > row, next <= Self.rowLimit else {
      return stop(at: "row \(number ?? "")", "is no row after \(row)")
    }
    (row, column) = (next, 0)
  }

  private func startCell(_ attributes: XMLElements.Attributes) {
    let address = attributes["r"]
    let next = address.map { Self.column(of: $0, row: row) ?? 0 } ?? column + 1
    guard next > column, next <= Self.columnLimit else {
      return stop(at: address ?? "row \(row)", "is no cell of row \(row) after the one before")
    }
    column = next
    cell = Draft(type: attributes["t"] ?? "n", style: attributes["s"].flatMap { Int($0) } ?? 0)
    value.removeAll(keepingCapacity: true)
    _ = collector.take()
  }

  /// The column of an address in a row; nil where it is none of this row.
  private static func column(of address: String, row: Int) -> Int? {
    var column = 0
    var rest = address.utf8[...]
    while let letter = rest.first, (65...90).contains(letter), column <= columnLimit {
      column = column * 26 + Int(letter) - 64
      rest = rest.dropFirst()
    }
    return Int(String(Substring(rest))) == row ? column : nil
  }

  private func endCell() {
    guard let cell else { return }
    self.cell = nil
    let written = String(decoding: value, as: UTF8.self)
    let text: String?
    switch cell.type {
    case "s": text = Int(written).flatMap { texts.indices.contains($0) ? texts[$0] : nil }
    case "inlineStr": text = collector.take()
    case "str": text = TextCollector.unescaped(written)
    case "b": text = written == "1" ? "yes" : written == "0" ? "no" : nil
    case "e": return refuse(written, "is an error of the spreadsheet", "Mend its formula.")
    case "d": text = written.hasSuffix(":00") ? String(written.dropLast(3)) : written
    default:
      if written.isEmpty { return emptyNumber(cell) }
      text = number(written, cell.style)
    }
    guard let text else {
      return refuse(written, "cannot be read", "Write the value anew.")
    }
    if text.isEmpty, cell.hasFormula, value.isEmpty, cell.type != "str" {
      return emptyNumber(cell)
    }
    if !text.isEmpty { cells.append(Sheet.Cell(column: column, text: text)) }
  }

  /// A cell with a look and nothing in it, or a formula that nobody has worked out.
  private func emptyNumber(_ cell: Draft) {
    guard cell.hasFormula else { return }
    refuse(
      nil,
      "is a formula whose value the file does not hold",
      "Open the workbook in a spreadsheet and save it, or write the value."
    )
  }

  private func number(_ written: String, _ style: Int) -> String? {
    guard let value = NumberText.parse(written) else { return nil }
    let format = formats.indices.contains(style) ? formats[style] : .general
    return format.text(of: value, startsIn1904: startsIn1904)
  }

  private func refuse(_ value: String?, _ rule: String, _ fix: String) {
    let fault = Sheet.Fault(row: row, column: column, value: value, rule: rule, fix: fix)
    sheet.faults.append(fault)
    // The cell keeps its place, so that the row is as long as it looks.
    cells.append(Sheet.Cell(column: column, text: value ?? "?"))
  }

  private func stop(at address: String, _ rule: String) {
    failure = (address, rule)
    isDone = true
  }
}
