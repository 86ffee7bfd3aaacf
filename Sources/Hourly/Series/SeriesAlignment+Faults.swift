import Tables

extension SeriesAlignment {
  /// Logs that the rows do not begin where the model does.
  func refuseStart(_ log: inout IssueLog) {
    let begin = starts.first.map { TimeStamp(minutes: $0) }
    let wanted = wantedStart.map(\.description) ?? "\(year)-02-29"
    let other = begin.flatMap { $0.year == year ? nil : $0.year }
    log.error(
      at: file.place(ofRow: 0),
      value: begin?.description,
      rule: "the rows must hold the hour \(wanted), with which the model begins",
      fix: other.map { "If the rows are those of \($0), say `year: \($0)` under the series." }
        ?? "Begin with that hour; check `label:` of the series."
    )
  }

  /// Logs that the number of rows is not that of the hours.
  func refuseCount(_ log: inout IssueLog) {
    let rows = file.labels.count
    let isLeapYear = rows == 8784 && model.hours == 8760
    let first = file.labels.first.map { TimeStamp(minutes: $0) }
    let begin =
      file.labelKind == .times && rows >= model.hours
      ? first.map { ", the rows begin at \($0)" } ?? "" : ""
    log.error(
      at: Place(file: file.path, line: file.lines.last),
      value: "\(rows) rows",
      rule: "the model has \(model.hours) hours from \(model.start)" + begin,
      fix: isLeapYear
        ? "Say `drop-leap-day: yes` to leave out 29 February."
        : "Give exactly one row for each, or whole calendar years; --from and --hours solve a part."
    )
  }

  /// Logs a 29 February that the model's year has not.
  func refuseLeapDay(_ row: Int, _ log: inout IssueLog) {
    log.error(
      at: file.place(ofRow: row + rotation),
      rule: "the rows have a 29 February, the model's year has none",
      fix: "Say `drop-leap-day: yes` under the series."
    )
  }

  /// Logs that the 29 February to be dropped is one of the model's days.
  func refuseDropping(_ log: inout IssueLog) {
    log.error(
      at: declaration.place,
      field: declaration.field("drop-leap-day"),
      value: "yes",
      rule: "the model's year has a 29 February",
      fix: "Remove `drop-leap-day`."
    )
  }

  /// Logs that the model's year has a 29 February and the rows have none.
  func refuseMissingLeapDay(_ row: Int, _ log: inout IssueLog) {
    log.error(
      at: file.place(ofRow: row + rotation),
      rule: "the rows have no 29 February, the model's year has one",
      fix: "Use rows of a leap year, or give the model 8760 hours of another year."
    )
  }
}
