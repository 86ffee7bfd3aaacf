/// Reads tables of comma-separated values as RFC 4180 has them, and as spreadsheets save them.
///
/// A byte-order mark, CRLF, quoted fields and blank lines are accepted; semicolons and tabs between cells,
/// and other encodings than UTF-8, are read with a note.
package enum CSVReader {
  /// The most bytes a cell may have.
  package static let cellLimit = 65_536
  /// The most ragged rows or bad cells of one table that are listed one by one.
  package static let issueLimit = 50

  /// Reads a table from a file; a missing file is logged.
  package static func read(
    path: String,
    in files: HeldFiles = HeldFiles(),
    log: inout IssueLog
  ) -> Table? {
    guard let bytes = files.bytes(of: path, log: &log) else { return nil }
    return read(bytes, file: path, log: &log)
  }

  /// Reads a table that another program wrote; a missing file is logged.
  ///
  /// Its first column may have no name, its names may be numbers, and it may have no rows.
  package static func readForeign(
    path: String,
    namedIn mention: Mention? = nil,
    log: inout IssueLog
  ) -> Table? {
    guard let bytes = FileSource.bytes(of: path, namedIn: mention, log: &log) else { return nil }
    return read(bytes, file: path, isForeign: true, log: &log)
  }

  /// Reads a table from bytes; what is wrong is logged, and nil returned if nothing can be read.
  ///
  /// A ragged row, or one with a cell that is no text, stays with its cells marked as broken, so
  /// that the faults of all other rows are told together with it.
  package static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> Table? {
    read(bytes, file: file, isForeign: false, log: &log)
  }

  private static func read(
    _ bytes: [UInt8],
    file: String,
    isForeign: Bool,
    log: inout IssueLog
  ) -> Table? {
    var draft = TableDraft(file: file, isForeign: isForeign)
    let bytes = TextEncoding.utf8(bytes, file: file, log: &log)
    bytes.withUnsafeBufferPointer { buffer in
      draft.dialect = CSVDialect(of: buffer)
      var scanner = CSVScanner(buffer, draft.dialect)
      var ranges: [CSVScanner.CellRange] = []
      while draft.isReadable {
        switch scanner.nextRow(into: &ranges) {
        case .end: return
        case .row(let line): draft.add(ranges, of: buffer, line: line)
        case .fault(let line, let cell, let fault):
          draft.stop(Place(file: file, line: line, column: cell), fault)
        }
      }
    }
    return draft.table(log: &log)
  }
}

/// A table while it is read, row by row.
private struct TableDraft {
  let file: String
  let isForeign: Bool
  private var header: [Table.Cell] = []
  private var rows: [Table.Row] = []
  private var log = IssueLog()
  private var faults = 0
  private(set) var isReadable = true
  var dialect = CSVDialect()

  init(file: String, isForeign: Bool) {
    self.file = file
    self.isForeign = isForeign
  }

  /// Logs a fault after which nothing can be read.
  mutating func stop(_ place: Place, _ fault: FieldFault) {
    isReadable = false
    log.error(at: place, rule: fault.rule, fix: fault.fix)
  }

  /// Adds the header or a row; a row without any text is a blank line.
  mutating func add(
    _ ranges: [CSVScanner.CellRange],
    of bytes: UnsafeBufferPointer<UInt8>,
    line: Int
  ) {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(ranges.count)
    var isBlank = true
    for (index, range) in ranges.enumerated() {
      let place = Place(file: file, line: line, column: index + 1)
      switch CellText.read(range, of: bytes) {
      case .success(let text):
        cells.append(Table.Cell(text: text, place: place))
        if !text.isEmpty { isBlank = false }
      case .failure(let fault):
        if header.isEmpty { return stop(place, fault) }
        report(place, fault)
        cells.append(Table.Cell(text: "", place: place, isBroken: true))
        isBlank = false
      }
    }
    if isBlank { return }
    if header.isEmpty { return setHeader(cells) }
    while cells.count > header.count, let last = cells.last, last.text.isEmpty, !last.isBroken {
      cells.removeLast()
    }
    let rowPlace = Place(file: file, line: line)
    if cells.count != header.count { cells = ragged(cells, rowPlace) }
    rows.append(Table.Row(cells: cells, place: rowPlace))
  }

  /// Logs a row of the wrong length; its cells cut or filled up, none to be trusted.
  private mutating func ragged(_ cells: [Table.Cell], _ row: Place) -> [Table.Cell] {
    var place = row
    place.column = min(cells.count, header.count) + 1
    report(
      place,
      FieldFault(
        rule: "the row has \(cells.count) cells, the header \(header.count)",
        fix: "Write one cell for each column; quote a cell that contains \(dialect.word)."
      )
    )
    return header.indices.map { index in
      let text = index < cells.count ? cells[index].text : ""
      return Table.Cell(text: text, place: row, isBroken: true)
    }
  }

  /// The table, or nil if it has no header or no rows.
  mutating func table(log: inout IssueLog) -> Table? {
    if isReadable {
      if header.isEmpty {
        stop(
          Place(file: file, line: 1),
          FieldFault(
            rule: "the table is empty",
            fix: "Write the column names on the first line."
          )
        )
      } else if rows.isEmpty, !isForeign, !self.log.hasErrors {
        stop(
          Place(file: file, line: 1),
          FieldFault(
            rule: "the table has no rows",
            fix: "Write a row below the header, or remove the file."
          )
        )
      }
    }
    if faults > CSVReader.issueLimit {
      self.log.more(faults - CSVReader.issueLimit, "rows", at: Place(file: file))
    }
    let notation = notation()
    log.merge(self.log)
    return isReadable ? Table(file: file, header: header, rows: rows, notation: notation) : nil
  }

  /// How numbers are written; told where cells are parted by other than commas.
  private mutating func notation() -> NumberNotation {
    guard isReadable, dialect.mayHaveDecimalCommas else { return .plain }
    let notation = NumberNotation.of(rows.lazy.flatMap(\.cells).map(\.text))
    log.note(
      at: Place(file: file, line: header.first?.place.line),
      rule: "has \(dialect.name) between its cells"
        + (notation.decimal == .comma ? " and decimal commas" : "") + ", and was read so"
    )
    return notation
  }

  /// Logs a fault of one row, up to the limit.
  private mutating func report(_ place: Place, _ fault: FieldFault) {
    faults += 1
    if faults <= CSVReader.issueLimit { log.error(at: place, rule: fault.rule, fix: fault.fix) }
  }

  /// Takes the first row as the header and checks it.
  private mutating func setHeader(_ cells: [Table.Cell]) {
    var names = cells
    while names.last?.text.isEmpty == true { names.removeLast() }
    header = names
    if isForeign { return refuseRepeats(names) }
    if let number = names.first(where: { NumberText.parse($0.text) != nil }) {
      stop(
        number.place,
        FieldFault(
          rule: "the first line must be the column names, not `\(number.text)`",
          fix: "Write the column names on a line above it."
        )
      )
      return
    }
    refuseRepeats(names)
  }

  /// Logs columns that have no name or one that another has; a foreign first one needs none.
  private mutating func refuseRepeats(_ names: [Table.Cell]) {
    var seen: Set<String> = []
    for (index, cell) in names.enumerated() {
      if isForeign, index == 0, cell.text.isEmpty { continue }
      if cell.text.isEmpty {
        log.error(
          at: cell.place,
          rule: "a column must have a name",
          fix: "Write its name on the first line, or take the column out."
        )
      } else if !seen.insert(cell.text).inserted {
        log.error(
          at: cell.place,
          field: cell.text,
          rule: "the column stands twice in the header",
          fix: "Remove or rename one of them."
        )
      }
    }
  }
}
