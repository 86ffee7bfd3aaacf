import Tables

/// Reads a file of hourly rows, byte by byte.
struct HourlyTableReader {
  /// The most issues of one kind that are listed one by one.
  static let issueLimit = 5
  /// The most rows that are read: ten years of five minutes.
  static let rowLimit = 1_100_000

  /// A label that could not be read.
  static let noLabel = Int.min

  let path: String
  var labelKind = HourlyTable.Labels.times
  var names: [String] = []
  var columns: [HourlyTable.Column] = []
  var labels: [Int] = []
  var lines: [Int] = []
  var cellFaults: [Int] = []
  var rowFaults = 0
  var log = IssueLog()
  var isReadable = true
  /// The cells of a row that are the times of a day; 0 where each row is one time.
  var cellsPerDay = 0
  /// The first labels that were written in a way of their own.
  var forms: [SeriesTime.Label.Form: (line: Int, text: String, time: TimeStamp)] = [:]
  /// The minutes of the day in a second column, where that may be the hour of the first one's date.
  var minutes: [Int]?
  /// What cells of a column that are no plain numbers were read as: the first, and how many.
  var readings: [Int: (place: Place, text: String, how: String, count: Int)] = [:]

  private var hasHeader = false
  private var dialect = CSVDialect()
  private var notation = NumberNotation.plain

  /// Reads the wanted columns of a file; nil if its rows are not a series, which is logged.
  static func read(
    path: String,
    in files: HeldFiles = HeldFiles(),
    wanted: [String],
    namedIn mention: Mention? = nil,
    log: inout IssueLog
  ) -> HourlyTable? {
    guard let bytes = files.bytes(of: path, namedIn: mention, log: &log) else { return nil }
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
    let bytes = TextEncoding.utf8(bytes, file: path, log: &reader.log)
    bytes.withUnsafeBufferPointer { reader.readAll($0, wanted: wanted) }
    return reader.finish(log: &log)
  }

  private init(path: String) {
    self.path = path
  }

  /// Reads header and rows.
  private mutating func readAll(_ bytes: UnsafeBufferPointer<UInt8>, wanted: [String]) {
    dialect = CSVDialect(of: bytes)
    if dialect.mayHaveDecimalCommas { settleNotation(bytes) }
    var scanner = CSVScanner(bytes, dialect)
    var cells: [CSVScanner.CellRange] = []
    var blankLine: Int?
    while isReadable {
      switch scanner.nextRow(into: &cells) {
      case .end: return
      case .fault(let line, let cell, let fault):
        stop(Place(file: path, line: line, column: cell), fault)
      case .row(let line):
        if cells.allSatisfy({ $0.start == $0.end }) {
          blankLine = blankLine ?? line
          continue
        }
        if !hasHeader {
          readHeader(cells, bytes, line: line, wanted: wanted)
          blankLine = nil
          continue
        }
        if let blank = blankLine {
          blankLine = nil
          refuseRow(blank, FieldFault(rule: "a row must not be empty", fix: "Remove the line."))
        }
        readRow(cells, bytes, line: line)
      }
    }
  }

  /// Finds how decimals are written in a file whose cells are parted by other than commas.
  private mutating func settleNotation(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = CSVScanner(bytes, dialect)
    var cells: [CSVScanner.CellRange] = []
    var texts: [String] = []
    while case .row(let line) = scanner.nextRow(into: &cells), texts.count < 50_000 {
      for cell in cells.dropFirst() {
        let content = bytes[cell.start..<cell.end]
        guard content.contains(where: { $0 == 44 || $0 == 46 }) else { continue }
        if case .success(let text) = CellText.read(cell, of: bytes) { texts.append(text) }
      }
      if line > Self.rowLimit { break }
    }
    notation = NumberNotation.of(texts)
    log.note(
      at: Place(file: path, line: dialect.line),
      rule: "has \(dialect.name) between its cells"
        + (notation.decimal == .comma ? " and decimal commas" : "") + ", and was read so"
    )
  }

  /// Reads the column names and picks the wanted ones.
  private mutating func readHeader(
    _ cells: [CSVScanner.CellRange],
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int,
    wanted: [String]
  ) {
    hasHeader = true
    var texts: [String] = []
    for (index, range) in cells.enumerated() {
      switch CellText.read(range, of: bytes) {
      case .success(let text): texts.append(text)
      case .failure(let fault):
        return stop(Place(file: path, line: line, column: index + 1), fault)
      }
    }
    settle(texts, line: line, wanted: wanted)
    cellFaults = Array(repeating: 0, count: columns.count)
  }

  /// Reads the label and the wanted cells of a row.
  private mutating func readRow(
    _ cells: [CSVScanner.CellRange],
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int
  ) {
    guard labels.count < Self.rowLimit else {
      return stop(
        Place(file: path, line: line),
        FieldFault(
          rule: "has more than \(Self.rowLimit) rows",
          fix: "Cut the file to the years that are needed, one row an hour."
        )
      )
    }
    let (start, end) = Self.trimmed(cells[0], bytes)
    let label = label(bytes, start, end, line)
    labels.append(label ?? Self.noLabel)
    lines.append(line)
    if label == nil { refuseRow(line, labelFault(bytes, start, end)) }
    if minutes != nil {
      let minute = minuteOfDay(cells, bytes)
      minutes?.append(minute)
    }
    guard cells.count == names.count + 1 else {
      for index in columns.indices { columns[index].values.append(.nan) }
      return refuseRow(
        line,
        FieldFault(
          rule: "the row has \(cells.count) cells, the header \(names.count + 1)",
          fix: "Write one cell for each column."
        )
      )
    }
    for index in columns.indices {
      let first = columns[index].cell - 1
      for cell in first..<first + max(1, cellsPerDay) {
        readCell(cells[cell], bytes, index, line, cell + 1)
      }
    }
  }

  /// Reads the number in a cell of a column.
  private mutating func readCell(
    _ cell: CSVScanner.CellRange,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ column: Int,
    _ line: Int,
    _ position: Int
  ) {
    let (start, end) = Self.trimmed(cell, bytes)
    if notation.decimal == .point, let value = NumberText.parse(bytes, from: start, to: end),
      value == 0 || abs(value) >= NumberRule.least
    {
      columns[column].values.append(value)
      return
    }
    let place = Place(file: path, line: line, column: position)
    let content = UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + 60)])
    let text = String(decoding: content, as: UTF8.self)
    let isPercent = text.hasSuffix("%") || text.hasSuffix("％")
    let reading = notation.read(text, unit: isPercent ? "pu" : "")
    if case .success(let reading)? = reading {
      if isPercent { columns[column].percents += 1 }
      let known = readings[column] ?? (place, text, reading.how, 0)
      readings[column] = (known.place, known.text, known.how, known.count + 1)
    }
    let plain = (try? reading?.get().plain) ?? text
    if case .failure? = reading {
    } else if let value = NumberText.parse(plain),
      value == 0 || abs(value) >= NumberRule.least
    {
      columns[column].values.append(value)
      return
    }
    columns[column].values.append(.nan)
    refuseCell(column, place, text, reading)
  }

  /// The label in a range of bytes: minutes since the epoch, or an hour.
  private mutating func label(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ line: Int
  ) -> Int? {
    switch labelKind {
    case .times:
      guard let label = SeriesTime.parse(bytes, from: start, to: end) else { return nil }
      if label.form != .usual, forms[label.form] == nil {
        let text = String(
          decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]),
          as: UTF8.self
        )
        forms[label.form] = (line, text, label.time)
      }
      return label.time.minutes
    case .hours:
      guard let number = NumberText.parse(bytes, from: start, to: end) else { return nil }
      return WholeNumber.exactly(number, in: -1_000_000_000...1_000_000_000)
    }
  }

  /// The minute of the day in the second cell of a row, negative where it is none.
  private func minuteOfDay(
    _ cells: [CSVScanner.CellRange],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard cells.count > 1, case .success(let text) = CellText.read(cells[1], of: bytes),
      let minute = SeriesHeading.minute(text), minute <= 1440
    else { return -1 }
    return minute
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
