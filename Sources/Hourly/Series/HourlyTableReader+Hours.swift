import Tables

extension HourlyTableReader {
  /// The minutes, or hours counted, from one row to the next.
  private var step: Int {
    if labelKind == .hours { return 1 }
    if cellsPerDay > 0 { return 1440 }
    guard labels.count > 1, labels[0] != Self.noLabel, labels[1] != Self.noLabel else { return 60 }
    let first = labels[1] - labels[0]
    let isSame = labels.count < 3 || labels[2] != Self.noLabel && labels[2] - labels[1] == first
    return isSame && first > 0 && first < 60 && 60 % first == 0 ? first : 60
  }

  /// Checks that each row follows the one before; a label that could not be read counts as the one that was meant.
  mutating func checkOrder() {
    addMinutes()
    let step = step
    if let known = labels.firstIndex(where: { $0 != Self.noLabel }), known > 0 {
      labels[0] = labels[known] - known * step
    }
    for index in labels.indices {
      if labels[index] == Self.noLabel {
        labels[index] = index > 0 ? labels[index - 1] + step : 0
      } else if index > 0 {
        check(labels[index], after: labels[index - 1], step, lines[index])
      }
    }
  }

  /// Adds the hours in the second column to the dates in the first, where a date stands in each row of its day.
  private mutating func addMinutes() {
    guard let minutes, labels.count > 1, labels[0] == labels[1], labels[0] != Self.noLabel else {
      return
    }
    log.note(
      at: Place(file: path, line: lines[0], column: 2),
      field: names[0],
      rule: "is read as the hour of the day in the column before"
    )
    for index in labels.indices where labels[index] != Self.noLabel {
      guard minutes[index] >= 0 else {
        refuseRow(
          lines[index],
          FieldFault(
            rule: "\(names[0]) must be an hour of the day",
            fix: "Write 0 to 23, or 1 to 24."
          )
        )
        continue
      }
      labels[index] += minutes[index]
      if minutes[index] == 1440, forms[.endOfDay] == nil {
        let time = TimeStamp(minutes: labels[index])
        forms[.endOfDay] = (lines[index], "\(names[0]) 24", time)
      }
    }
  }

  /// Logs a row whose label does not follow the one before.
  private mutating func check(_ label: Int, after last: Int, _ step: Int, _ line: Int) {
    if label == last + step { return }
    if labelKind == .times, step == 60, SeriesAlignment.isLeapGap(from: last, to: label) { return }
    if step != 60, isLeapGap(from: last, to: label, step) { return }
    guard rowFaults < Self.issueLimit else {
      rowFaults += 1
      return
    }
    let (shown, before) = (text(label), text(last))
    let (row, rows) =
      step == 1440 ? ("day", "days") : step < 60 && step > 1 ? ("row", "rows") : ("hour", "hours")
    let rule: String
    switch label {
    case last: rule = "the \(row) \(shown) stands twice"
    case ..<last: rule = "the \(row) \(shown) comes after \(before)"
    case last + 1..<last + step:
      let span = step == 60 ? "an hour" : step == 1440 ? "a day" : "\(step) minutes"
      rule = "\(shown) is less than \(span) after \(before)"
    default:
      let missing = (label - last + step - 1) / step - 1
      rule =
        missing == 0
        ? "\(shown) is no full \(row) after \(before)"
        : "\(missing) \(missing == 1 ? "\(row) is" : "\(rows) are") missing before \(shown)"
    }
    refuseRow(
      line,
      FieldFault(
        rule: rule,
        fix:
          "Write exactly one row \(step == 1440 ? "a day" : step == 60 || step == 1 ? "an hour" : "every \(step) minutes"), in order."
      )
    )
  }

  /// Whether labels of another step than an hour leave out exactly a 29 February.
  private func isLeapGap(from last: Int, to label: Int, _ step: Int) -> Bool {
    guard labelKind == .times, label - last == 1440 + step else { return false }
    let date = TimeStamp(minutes: last + step).date
    return date.month == 2 && date.day == 29
  }

  /// A label as it is written.
  private func text(_ label: Int) -> String {
    labelKind == .times ? TimeStamp(minutes: label).description : String(label)
  }

  // MARK: - Hours

  /// The table with a row an hour, whatever the file has; nil where its rows make no whole hours, which is logged.
  mutating func hourly(_ table: HourlyTable) -> HourlyTable? {
    guard labelKind == .times, !table.labels.isEmpty else { return table }
    var (table, step) = (table, step)
    if cellsPerDay > 0 {
      step = 1440 / cellsPerDay
      table.hasDayRows = true
      table.labels = labels.flatMap { day in (0..<cellsPerDay).map { day + $0 * step } }
      table.lines = lines.flatMap { Array(repeating: $0, count: cellsPerDay) }
    } else if let end = forms[.endOfDay] {
      table.shownLabel = .end
      log.note(
        at: Place(file: path, line: end.line, column: 1),
        value: end.text,
        rule: "is the end of a day, so labels are read as the ends of their times"
      )
    } else if step < 60 {
      let isEnd = TimeStamp(minutes: table.labels[0]).minute == step
      table.shownLabel = isEnd ? .end : .start
    }
    if table.shownLabel == .end { table.labels = table.labels.map { $0 - step } }
    return step < 60 ? joined(table, 60 / step) : table
  }

  /// The table with the rows of each hour joined.
  private mutating func joined(_ table: HourlyTable, _ count: Int) -> HourlyTable? {
    let first = TimeStamp(minutes: table.labels[0])
    let place = table.place(ofRow: table.labels.count - 1)
    if first.minute != 0 {
      log.error(
        at: table.place(ofRow: 0),
        value: first.description,
        rule: "the rows, \(count) an hour, must begin with an hour",
        fix: "Begin with the first row of an hour."
      )
      return nil
    }
    guard table.labels.count % count == 0 else {
      log.error(
        at: place,
        rule: "the last hour has \(table.labels.count % count) of \(count) rows",
        fix: "End with the last row of an hour."
      )
      return nil
    }
    return table.joined(count)
  }
}
