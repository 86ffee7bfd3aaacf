/// Reads a file of hourly rows, byte by byte.
struct HourlyTableReader {
  /// The most issues of one kind that are listed one by one.
  static let issueLimit = 5

  let path: String
  private(set) var labelKind = HourlyTable.Labels.times
  var names: [String] = []
  var columns: [HourlyTable.Column] = []
  var labels: [Int] = []
  var lines: [Int] = []
  var cellFaults: [Int] = []
  var rowFaults = 0
  var log = IssueLog()
  var isReadable = true

  /// Reads the wanted columns of a file; nil if its rows are not a series, which is logged.
  static func read(path: String, wanted: [String], log: inout IssueLog) -> HourlyTable? {
    guard let bytes = FileSource.bytes(of: path, log: &log) else { return nil }
    return read(bytes, path: path, wanted: wanted, log: &log)
  }

  /// Reads the wanted columns in bytes; nil if the rows are not a series, which is logged.
  static func read(
    _ bytes: [UInt8],
    path: String,
    wanted: [String],
    log: inout IssueLog
  ) -> HourlyTable? {
    var reader = HourlyTableReader(path: path)
    bytes.withUnsafeBufferPointer { reader.readAll($0, wanted: wanted) }
    return reader.finish(log: &log)
  }

  private init(path: String) {
    self.path = path
  }

  /// Reads header and rows.
  private mutating func readAll(_ bytes: UnsafeBufferPointer<UInt8>, wanted: [String]) {
    var scanner = CSVScanner(bytes)
    var cells: [CSVScanner.CellRange] = []
    var blankLine: Int?
    while isReadable {
      switch scanner.nextRow(into: &cells) {
      case .end: return
      case .fault(let line, let cell, let fault):
        isReadable = false
        log.error(
          at: Place(file: path, line: line, column: cell),
          rule: fault.rule,
          mend: fault.mend
        )
      case .row(let line):
        if cells.allSatisfy({ $0.start == $0.end }) {
          blankLine = blankLine ?? line
          continue
        }
        if names.isEmpty && columns.isEmpty && labels.isEmpty && lines.isEmpty {
          readHeader(cells, bytes, line: line, wanted: wanted)
          lines.reserveCapacity(8784)
          labels.reserveCapacity(8784)
          blankLine = nil
          continue
        }
        if let blank = blankLine {
          blankLine = nil
          refuseRow(blank, FieldFault(rule: "a row must not be empty", mend: "Remove the line."))
        }
        readRow(cells, bytes, line: line)
      }
    }
  }

  /// Reads the column names and picks the wanted ones.
  private mutating func readHeader(
    _ cells: [CSVScanner.CellRange],
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int,
    wanted: [String]
  ) {
    var texts: [String] = []
    for (index, range) in cells.enumerated() {
      switch CellText.read(range, of: bytes) {
      case .success(let text): texts.append(text)
      case .failure(let fault):
        isReadable = false
        log.error(
          at: Place(file: path, line: line, column: index + 1),
          rule: fault.rule,
          mend: fault.mend
        )
        return
      }
    }
    switch texts.first {
    case "time": labelKind = .times
    case "hour": labelKind = .hours
    default:
      isReadable = false
      log.error(
        at: Place(file: path, line: line, column: 1),
        field: texts.first,
        rule: "the first column of a series file must be `time` or `hour`",
        mend: "Write a header such as `time,wind,load`."
      )
      return
    }
    names = Array(texts.dropFirst())
    for (index, name) in names.enumerated() where names.firstIndex(of: name) != index {
      if name.isEmpty { continue }
      log.error(
        at: Place(file: path, line: line, column: index + 2),
        field: name,
        rule: "the column stands twice in the header",
        mend: "Remove or rename one of them."
      )
    }
    for name in wanted {
      guard let index = names.firstIndex(of: name) else { continue }
      if columns.contains(where: { $0.name == name }) { continue }
      var column = HourlyTable.Column(name: name, cell: index + 2)
      column.values.reserveCapacity(8784)
      columns.append(column)
    }
    cellFaults = Array(repeating: 0, count: columns.count)
  }

  /// Reads the label and the wanted cells of a row.
  private mutating func readRow(
    _ cells: [CSVScanner.CellRange],
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int
  ) {
    let (start, end) = Self.trimmed(cells[0], bytes)
    let label = label(bytes, start, end)
    if let label {
      check(label, line)
      labels.append(label)
      lines.append(line)
    } else {
      refuseRow(line, labelFault(bytes, start, end))
      // The next row follows the hour that was meant.
      if let last = labels.last { labels.append(last + (labelKind == .times ? 60 : 1)) }
    }
    guard cells.count == names.count + 1 else {
      return refuseRow(
        line,
        FieldFault(
          rule: "the row has \(cells.count) cells, the header \(names.count + 1)",
          mend: "Write one cell for each column."
        )
      )
    }
    for index in columns.indices {
      let (start, end) = Self.trimmed(cells[columns[index].cell - 1], bytes)
      if let value = NumberText.parse(bytes, from: start, to: end),
        value == 0 || abs(value) >= NumberRule.least
      {
        columns[index].values.append(value)
      } else {
        columns[index].values.append(.nan)
        refuseCell(index, line, cells[columns[index].cell - 1], bytes)
      }
    }
  }

  /// The label in a range of bytes: minutes since the epoch, or an hour.
  private func label(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    switch labelKind {
    case .times: return SeriesTime.parse(bytes, from: start, to: end)?.minutes
    case .hours:
      guard let number = NumberText.parse(bytes, from: start, to: end) else { return nil }
      return number == number.rounded() && abs(number) < 1e9 ? Int(number) : nil
    }
  }

  /// A cell without blanks around it.
  private static func trimmed(
    _ cell: CSVScanner.CellRange,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, end: Int) {
    var (start, end) = (cell.start, cell.end)
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return (start, end)
  }
}
