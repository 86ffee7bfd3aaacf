import Tables

extension HourlyTableReader {
  /// The file, or nil if its rows are not a series.
  mutating func finish(log: inout IssueLog) -> HourlyTable? {
    if isReadable { checkOrder() }
    if isReadable, labels.isEmpty, rowFaults == 0 {
      self.log.error(
        at: Place(file: path),
        rule: "the file has no rows",
        fix: "Write one row an hour."
      )
    }
    if isReadable, let first = labels.first, labelKind == .hours, first != 0, first != 1 {
      self.log.error(
        at: Place(file: path, line: lines.first, column: 1),
        field: "hour",
        value: String(first),
        rule: "the first hour must be 0 or 1",
        fix: "Count the hours from 0 or from 1."
      )
    }
    for index in columns.indices {
      columns[index].isPercent = columns[index].percents == columns[index].values.count
    }
    tellMore()
    let table = self.log.hasErrors ? nil : hourly(asWritten)
    noteReadings()
    log.merge(self.log)
    if table == nil { for column in columns { log.merge(column.log) } }
    return table
  }

  /// The table with the rows of the file.
  private var asWritten: HourlyTable {
    HourlyTable(
      path: path,
      labelKind: labelKind,
      labels: labels,
      lines: lines,
      columns: columns,
      names: names,
      positions: Dictionary(columns.enumerated().map { ($0.element.name, $0.offset) }) {
        first,
        _ in first
      }
    )
  }

  /// Tells how many faults there are beyond those that were listed.
  private mutating func tellMore() {
    if rowFaults > Self.issueLimit {
      log.more(rowFaults - Self.issueLimit, "rows", at: Place(file: path))
    }
    for index in columns.indices where cellFaults[index] > Self.issueLimit {
      columns[index].log.more(
        cellFaults[index] - Self.issueLimit,
        "cells",
        at: Place(file: path, column: columns[index].cell),
        field: columns[index].name
      )
    }
  }

  /// Notes what labels and cells were read as that are no plain times and numbers.
  private mutating func noteReadings() {
    if let serial = forms[.serial] {
      log.note(
        at: Place(file: path, line: serial.line, column: 1),
        value: serial.text,
        rule:
          "is read as \(serial.time), by the day numbers of spreadsheets; so are all such labels"
      )
    }
    for (index, first) in readings.sorted(by: { $0.key < $1.key }) {
      let more = NumberNotation.more(first.count - 1)
      log.note(
        at: first.place,
        field: columns[index].name,
        value: first.text,
        rule: first.how + more
      )
    }
  }

  /// What is wrong with a label that could not be read.
  func labelFault(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> FieldFault {
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + 60)]),
      as: UTF8.self
    )
    let written = text.isEmpty ? "(empty)" : text
    if labelKind == .hours {
      let isTime = SeriesTime.parse(bytes, from: start, to: end) != nil
      return FieldFault(
        rule: "hour = \(written): must be a whole number",
        fix: isTime ? "Call the column `time`: it holds times." : "Count the hours from 0."
      )
    }
    let isTwofold = SeriesTime.isTwofold(text)
    return FieldFault(
      rule: "time = \(written): "
        + (isTwofold
          ? "its day and month may be either number"
          : "must be a time of the model's zone (UTC+8)"),
      fix: "Write YYYY-MM-DDTHH:MM."
    )
  }

  /// Logs a row that cannot be taken, up to the limit.
  mutating func refuseRow(_ line: Int, _ fault: FieldFault) {
    rowFaults += 1
    guard rowFaults <= Self.issueLimit else {
      return
    }
    log.error(at: Place(file: path, line: line, column: 1), rule: fault.rule, fix: fault.fix)
  }

  /// Logs a cell that is no number, up to the limit.
  mutating func refuseCell(
    _ index: Int,
    _ place: Place,
    _ text: String,
    _ reading: Result<NumberNotation.Reading, FieldFault>?
  ) {
    cellFaults[index] += 1
    guard cellFaults[index] <= Self.issueLimit else { return }
    var fault = FieldFault(rule: "must be a number", fix: "Write a number in every row.")
    if case .failure(let found) = NumberRule(in: NumberRule.any, unit: "").read(text) {
      fault.rule = found.rule
    }
    if case .failure(let found)? = reading { fault = found }
    if text.isEmpty { fault.rule = "must not be empty" }
    columns[index].log.error(
      at: place,
      field: columns[index].name,
      value: text,
      rule: fault.rule,
      fix: fault.fix
    )
  }
}
