import Tables

/// The cells of a table as they are written, row by row.
enum CSVTexts {
  /// Reads all cells; numbers with decimal commas become plain.
  ///
  /// What is wrong is logged.
  static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> [[String]]? {
    let utf8 = TextEncoding.utf8(bytes, file: file, log: &log)
    return utf8.withUnsafeBufferPointer { buffer in
      let dialect = CSVDialect(of: buffer)
      var scanner = CSVScanner(buffer, dialect)
      var ranges: [CSVScanner.CellRange] = []
      var rows: [[String]] = []
      while true {
        switch scanner.nextRow(into: &ranges) {
        case .end: return dialect.mayHaveDecimalCommas ? plain(rows) : rows
        case .fault(let line, let cell, let fault):
          log.error(
            at: Place(file: file, line: line, column: cell),
            rule: fault.rule,
            fix: fault.fix
          )
          return nil
        case .row(let line):
          var row: [String] = []
          for (index, range) in ranges.enumerated() {
            switch CellText.read(range, of: buffer) {
            case .success(let text): row.append(text)
            case .failure(let fault):
              let place = Place(file: file, line: line, column: index + 1)
              log.error(at: place, rule: fault.rule, fix: fault.fix)
              return nil
            }
          }
          rows.append(row)
        }
      }
    }
  }

  /// The rows with decimal points for decimal commas, where all cells agree on those.
  private static func plain(_ rows: [[String]]) -> [[String]] {
    let notation = NumberNotation.of(rows.dropFirst().lazy.flatMap(\.self))
    guard notation.decimal == .comma else { return rows }
    return rows.map { row in
      row.map { text in
        guard text.contains(","), case .success(let reading)? = notation.read(text) else {
          return text
        }
        return reading.plain
      }
    }
  }
}
