/// Cuts bytes of a table into rows and cells, without copying.
package struct CSVScanner {
  /// Where a cell lies in the bytes, quotes left out.
  package struct CellRange {
    package var start: Int
    package var end: Int
    /// Whether a doubled quote stands for one.
    var hasDoubledQuotes = false
  }

  /// What comes next in the bytes.
  package enum Outcome {
    /// A row that starts on a line.
    case row(line: Int)
    /// Nothing more.
    case end
    /// Bytes that are no table: where, and what is wrong.
    case fault(line: Int, cell: Int, FieldFault)
  }

  /// The most cells a row may have.
  static let rowLimit = 16_384

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position: Int
  private var line: Int

  /// Starts where the table begins.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect) {
    self.bytes = bytes
    separator = dialect.separator
    position = dialect.start
    line = dialect.line
  }

  /// Reads the next row into an array that is used again for each row.
  package mutating func nextRow(into cells: inout [CellRange]) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return .end }
    let rowLine = line
    while true {
      if let fault = cell(into: &cells) {
        return .fault(line: line, cell: cells.count + 1, fault)
      }
      if cells.count > Self.rowLimit {
        return .fault(
          line: rowLine,
          cell: cells.count,
          FieldFault(
            rule: "a row must not have more than \(Self.rowLimit) cells",
            fix: "Save the table as comma-separated values, one line a row."
          )
        )
      }
      guard position < bytes.count else { return .row(line: rowLine) }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
      line += 1
      return .row(line: rowLine)
    }
  }

  /// Reads one cell and stops at the comma, line end or end of bytes behind it.
  private mutating func cell(into cells: inout [CellRange]) -> FieldFault? {
    let start = position
    let limit = min(bytes.count, start + CSVReader.cellLimit + 1)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == separator || byte == 10 || byte == 13 { break }
      if byte == UInt8(ascii: "\"") { return quoted(from: start, quote: index, into: &cells) }
      index += 1
    }
    if index == limit, limit < bytes.count { return Self.tooLong }
    position = index
    cells.append(CellRange(start: start, end: index))
    return nil
  }

  /// Reads a cell in which a quote was met; only blanks may stand outside its quotes.
  private mutating func quoted(
    from start: Int,
    quote: Int,
    into cells: inout [CellRange]
  ) -> FieldFault? {
    for index in start..<quote where bytes[index] != 32 {
      return FieldFault(
        rule: "a quote may stand only around a whole cell",
        fix: "Write \"…\" around the cell and each quote inside it twice."
      )
    }
    var result = CellRange(start: quote + 1, end: quote + 1)
    let limit = min(bytes.count, quote + CSVReader.cellLimit + 2)
    var index = quote + 1
    var lines = 0
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == byte else { break }
        result.hasDoubledQuotes = true
        index += 1
      } else if byte == 10 || byte == 13 && (index + 1 >= bytes.count || bytes[index + 1] != 10) {
        lines += 1
      }
      index += 1
    }
    guard index < limit else {
      return limit < bytes.count
        ? Self.tooLong
        : FieldFault(rule: "the quoted cell must end", fix: "Write the closing quote.")
    }
    result.end = index
    index += 1
    while index < bytes.count, bytes[index] == 32 { index += 1 }
    if index < bytes.count, ![separator, 10, 13].contains(bytes[index]) {
      return FieldFault(
        rule: "a \(separator == UInt8(ascii: ",") ? "comma" : "separator") or line end must follow "
          + "the closing quote",
        fix: "Write each quote inside a quoted cell twice."
      )
    }
    position = index
    line += lines
    cells.append(result)
    return nil
  }

  /// What is said of a cell beyond the limit.
  private static let tooLong = FieldFault(
    rule: "a cell must not be longer than 64 KiB",
    fix: "Look in this row for a quote or a line end that is missing."
  )
}
