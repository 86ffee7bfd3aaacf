import Tables

/// Finds the rows of a file that are the hours of a model.
///
/// A model hour takes the row with the same month, day and hour in the series' year; `label: end`
/// moves the labels back by one hour, and a first row that falls before the start wraps to the end.
struct SeriesAlignment {
  let file: HourlyTable
  let declaration: SeriesDeclaration
  let model: Horizon
  /// Starts of the hours of the rows, in order, in minutes.
  private(set) var starts: [Int]
  /// How many rows the first one is moved to the end by, 0 or 1.
  private(set) var rotation = 0
  /// The year of the rows that the model's first hour lies in.
  private(set) var year: Int

  /// The rows of each stretch of the model's hours; nil if they are not there, which is logged.
  static func rows(
    of file: HourlyTable,
    _ declaration: SeriesDeclaration,
    model: Horizon,
    log: inout IssueLog
  ) -> [Range<Int>]? {
    if let shown = file.shownLabel, declaration.places["label"] != nil, shown != declaration.label {
      log.error(
        at: declaration.place(of: "label"),
        field: declaration.field("label"),
        value: declaration.label.rawValue,
        rule: "is not what the rows show: their labels name the \(shown.rawValue) of each time",
        fix: "Remove `label`, or write the other end."
      )
      return nil
    }
    guard var alignment = SeriesAlignment(file, declaration, model, &log) else { return nil }
    alignment.shiftLabels()
    return alignment.find(&log)
  }

  /// Whether two labels leave out exactly a 29 February.
  static func isLeapGap(from last: Int, to label: Int) -> Bool {
    guard label - last == 1440 + 60 else { return false }
    let time = TimeStamp(minutes: label)
    let isFirstOfMarch = time.month == 3 && time.day == 1 && CivilDate.isLeap(time.year)
    return isFirstOfMarch && (time.hour == 0 || time.hour == 1) && time.minute == 0
  }

  private init?(
    _ file: HourlyTable,
    _ declaration: SeriesDeclaration,
    _ model: Horizon,
    _ log: inout IssueLog
  ) {
    self.file = file
    self.declaration = declaration
    self.model = model
    self.year = declaration.year ?? model.start.year
    switch file.labelKind {
    case .times: starts = file.labels
    case .hours:
      starts = []
      guard let first = countedStart(&log) else { return nil }
      starts = file.labels.indices.map { first.minutes + 60 * $0 }
    }
  }

  /// The hour of the first counted row: the model's start, or the start of a whole year.
  private mutating func countedStart(_ log: inout IssueLog) -> TimeStamp? {
    let rows = file.labels.count
    if rows == model.hours, !declaration.dropsLeapDay {
      year = model.start.year
      return model.start
    }
    guard rows == 8760 || rows == 8784 else {
      refuseCount(&log)
      return nil
    }
    year = rows == 8784 ? 2000 : 2001
    return TimeStamp(year: year, month: 1, day: 1)
  }

  /// Applies `label: end`.
  private mutating func shiftLabels() {
    guard file.shownLabel == nil, !file.hasDayRows, declaration.label == .end,
      let first = starts.first
    else { return }
    if file.labelKind == .hours {
      rotation = file.labels.first == 0 ? 1 : 0
      return
    }
    for index in starts.indices { starts[index] -= 60 }
    let begin = TimeStamp(minutes: first)
    let isNewYear = begin.month == 1 && begin.day == 1 && begin.hour == 0
    if isNewYear || begin == wantedStart, let last = starts.last {
      starts.removeFirst()
      starts.append(last + 60)
      rotation = 1
    }
  }

  /// The model's start in the year of the rows, nil if it is a 29 February that is not there.
  var wantedStart: TimeStamp? {
    let start = model.start
    if start.month == 2, start.day == 29, !CivilDate.isLeap(year) { return nil }
    return TimeStamp(
      year: year,
      month: start.month,
      day: start.day,
      hour: start.hour,
      minute: start.minute
    )
  }

  /// Walks through the model's days and takes the rows of each.
  private func find(_ log: inout IssueLog) -> [Range<Int>]? {
    guard let wanted = wantedStart, let first = index(of: wanted.minutes) else {
      refuseStart(&log)
      return nil
    }
    var row = first
    var result: [Range<Int>] = []
    for day in model.dayRanges {
      let isModelLeapDay = isLeapDay(model.time(of: day.lowerBound))
      if isModelLeapDay, declaration.dropsLeapDay {
        refuseDropping(&log)
        return nil
      }
      if row < starts.count, !isModelLeapDay, isLeapDay(TimeStamp(minutes: starts[row])) {
        guard declaration.dropsLeapDay else {
          refuseLeapDay(row, &log)
          return nil
        }
        row += 24
      }
      guard row + day.count <= starts.count else {
        refuseCount(&log)
        return nil
      }
      let time = model.time(of: day.lowerBound)
      let found = TimeStamp(minutes: starts[row])
      guard (found.month, found.day, found.hour) == (time.month, time.day, time.hour) else {
        refuseMissingLeapDay(row, &log)
        return nil
      }
      Self.append(row..<row + day.count, to: &result)
      row += day.count
    }
    guard isWhole(from: first, to: row) else {
      refuseCount(&log)
      return nil
    }
    return rotated(result)
  }

  /// Whether the rows are just those of the model, or whole calendar years.
  private func isWhole(from first: Int, to end: Int) -> Bool {
    let rest = starts[end...].drop { isLeapDay(TimeStamp(minutes: $0)) && declaration.dropsLeapDay }
    if first == 0, rest.isEmpty { return true }
    guard let begin = starts.first, let last = starts.last else { return false }
    let (start, finish) = (TimeStamp(minutes: begin), TimeStamp(minutes: last + 60))
    return [start, finish].allSatisfy { $0.dayOfYear == 1 && $0.hour == 0 }
  }

  /// The row of a time.
  private func index(of minutes: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < minutes { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] == minutes ? low : nil
  }

  /// Turns positions after the first row was moved to the end into rows of the file.
  private func rotated(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard rotation == 1 else { return ranges }
    var result: [Range<Int>] = []
    for range in ranges {
      let moved = range.lowerBound + 1..<range.upperBound + 1
      guard moved.upperBound > starts.count else {
        result.append(moved)
        continue
      }
      if moved.count > 1 { result.append(moved.lowerBound..<starts.count) }
      result.append(0..<1)
    }
    return result
  }

  /// Joins a range to the last one where it follows it.
  private static func append(_ range: Range<Int>, to result: inout [Range<Int>]) {
    if let last = result.last, last.upperBound == range.lowerBound {
      result[result.count - 1] = last.lowerBound..<range.upperBound
    } else {
      result.append(range)
    }
  }

  /// Whether a time lies on a 29 February.
  private func isLeapDay(_ time: TimeStamp) -> Bool {
    let date = time.date
    return date.month == 2 && date.day == 29
  }
}
