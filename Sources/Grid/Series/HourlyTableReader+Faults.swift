extension HourlyTableReader {
  /// The file, or nil if its rows are not a series.
  mutating func finish(log: inout IssueLog) -> HourlyTable? {
    if isReadable, labels.isEmpty, rowFaults == 0 {
      self.log.error(
        at: Place(file: path),
        rule: "the file has no rows",
        mend: "Write one row an hour."
      )
    }
    if isReadable, let first = labels.first, labelKind == .hours, first != 0, first != 1 {
      self.log.error(
        at: Place(file: path, line: lines.first, column: 1),
        field: "hour",
        value: String(first),
        rule: "the first hour must be 0 or 1",
        mend: "Count the hours from 0 or from 1."
      )
    }
    if rowFaults > Self.issueLimit {
      self.log.error(
        at: Place(file: path),
        rule: "\(rowFaults - Self.issueLimit) more such rows",
        mend: "Mend the first ones and check again."
      )
    }
    for index in columns.indices where cellFaults[index] > Self.issueLimit {
      columns[index].log.error(
        at: Place(file: path, column: columns[index].cell),
        field: columns[index].name,
        rule: "\(cellFaults[index] - Self.issueLimit) more such cells",
        mend: "Mend the first ones and check again."
      )
    }
    log.merge(self.log)
    guard !self.log.hasErrors else {
      for column in columns { log.merge(column.log) }
      return nil
    }
    return HourlyTable(
      path: path,
      labelKind: labelKind,
      labels: labels,
      lines: lines,
      columns: columns,
      names: names
    )
  }

  /// Logs a row whose label does not follow the one before.
  mutating func check(_ label: Int, _ line: Int) {
    guard let last = labels.last else { return }
    let step = labelKind == .times ? 60 : 1
    if label == last + step { return }
    if labelKind == .times, SeriesAlignment.isLeapGap(from: last, to: label) { return }
    let (shown, before) = (text(label), text(last))
    let rule: String
    switch label {
    case last: rule = "the hour \(shown) stands twice"
    case ..<last: rule = "the hour \(shown) comes after \(before)"
    case last + 1..<last + step: rule = "\(shown) is less than an hour after \(before)"
    default:
      let missing = (label - last + step - 1) / step - 1
      rule =
        missing == 0
        ? "\(shown) is no full hour after \(before)"
        : "\(missing) \(missing == 1 ? "hour is" : "hours are") missing before \(shown)"
    }
    refuseRow(line, FieldFault(rule: rule, mend: "Write exactly one row an hour, in order."))
  }

  /// A label as it is written.
  private func text(_ label: Int) -> String {
    labelKind == .times ? TimeStamp(minutes: label).description : String(label)
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
    return labelKind == .times
      ? FieldFault(
        rule: "time = \(written): must be a time of the model's zone (UTC+8)",
        mend: "Write YYYY-MM-DDTHH:MM."
      )
      : FieldFault(
        rule: "hour = \(written): must be a whole number",
        mend: "Count the hours from 0."
      )
  }

  /// Logs a row that cannot be taken, up to the limit.
  mutating func refuseRow(_ line: Int, _ fault: FieldFault) {
    rowFaults += 1
    guard rowFaults <= Self.issueLimit else {
      return
    }
    log.error(at: Place(file: path, line: line, column: 1), rule: fault.rule, mend: fault.mend)
  }

  /// Logs a cell that is no number, up to the limit.
  mutating func refuseCell(
    _ index: Int,
    _ line: Int,
    _ cell: CSVScanner.CellRange,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    cellFaults[index] += 1
    guard cellFaults[index] <= Self.issueLimit else { return }
    let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<min(cell.end, cell.start + 60)])
    let text = String(decoding: content, as: UTF8.self)
    let rule = NumberRule(in: Field<Int>.anyNumber, unit: "")
    var fault = FieldFault(rule: "must be a number", mend: "Write a number in every row.")
    if case .failure(let found) = rule.read(text), !text.isEmpty { fault.rule = found.rule }
    if text.isEmpty { fault.rule = "must not be empty" }
    columns[index].log.error(
      at: Place(file: path, line: line, column: columns[index].cell),
      field: columns[index].name,
      value: text,
      rule: fault.rule,
      mend: fault.mend
    )
  }
}
