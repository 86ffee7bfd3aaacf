import GridFormulation
import Hourly
import Tables

/// The snapshots of a network as hours that follow each other.
struct NetworkSnapshots {
  let horizon: Horizon
  /// The labels as they are written.
  let labels: [String]
  /// What was assumed or changed, for the list of what is not carried over.
  let notes: [(field: String, note: String)]
  /// What every hour weighs in the objective of the network.
  let objectiveWeight: Double

  /// Reads the snapshots; logs why they cannot be dispatched.
  init?(_ source: inout NetworkSource) {
    guard let sheet = source.sheet("snapshots") else { return nil }
    guard sheet.rowCount > 0 else {
      source.log.error(
        at: Place(file: sheet.file),
        rule: "has no snapshots",
        fix: "Export a network with one snapshot for each hour."
      )
      return nil
    }
    if let periods = source.sheet("investment_periods"), periods.rowCount > 0 {
      source.log.error(
        at: Place(file: periods.file),
        rule: "has investment periods, of which a model has none",
        fix: "Export one period as a network of its own."
      )
    }
    let column = sheet.column("snapshot") ?? 0
    labels = (0..<sheet.rowCount).map { sheet.text($0, column) }
    var notes: [(field: String, note: String)] = []
    objectiveWeight = Self.weight(of: sheet, &source.log, &notes)
    guard let form = Self.form(of: labels) else {
      Self.refuse(labels, sheet, column, &source.log)
      return nil
    }
    guard let read = form.read else {
      let year = 2030
      notes.append(("snapshots", "They have no times; hours from 1 January \(year) on are taken."))
      horizon = Horizon(start: TimeStamp(year: year, month: 1, day: 1), hours: labels.count)
      self.notes = notes
      return
    }
    let times = labels.compactMap(read)
    if let odd = Self.firstGap(in: times) {
      let step = times[odd].hours(since: times[odd - 1])
      source.log.error(
        at: sheet.place(odd, column),
        value: labels[odd],
        rule: "follows the snapshot before it by \(step) h, not by 1 h",
        fix: "Write hours that follow each other: in PyPSA resample the series to '1h' and set "
          + "n.set_snapshots to that index, with all weights 1."
      )
      return nil
    }
    if let note = form.note { notes.append(("snapshots", note)) }
    horizon = Horizon(start: times[0], hours: times.count)
    self.notes = notes
  }

  /// Hours that stand for those of a list which cannot be read.
  init(standingFor sheet: NetworkSheet) {
    horizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: sheet.rowCount)
    labels = []
    notes = []
    objectiveWeight = 1
  }

  /// What every hour weighs in the objective; a store's weight must be one hour.
  private static func weight(
    of sheet: NetworkSheet,
    _ log: inout IssueLog,
    _ notes: inout [(field: String, note: String)]
  ) -> Double {
    var weight = 1.0
    for name in ["stores", "generators", "objective", "weightings"] {
      guard let column = sheet.column(name) else { continue }
      let rows = 0..<sheet.rowCount
      guard let odd = rows.first(where: { sheet.number($0, column) != 1 }) else { continue }
      let text = sheet.text(odd, column)
      let isCommon = rows.allSatisfy { sheet.text($0, column) == text }
      if name == "objective", isCommon, let common = sheet.number(odd, column), common > 0 {
        weight = common
        notes.append(
          (
            "snapshots/objective",
            "Every snapshot weighs \(text); costs here are those of the hours themselves, of a plan too."
          )
        )
        continue
      }
      log.error(
        at: sheet.place(odd, column),
        field: name,
        value: text,
        rule: "must be 1: a dispatch follows hours and cannot weigh them",
        fix: "Write the hours out one by one, each with the weight 1: a snapshot of \(text) h "
          + "becomes \(text) rows with the same values."
      )
    }
    return weight
  }
}

// MARK: - Times as they are written

extension NetworkSnapshots {
  /// How the labels of a network are to be read.
  private struct Form {
    /// Reads a label; nil where labels are no times.
    let read: (@Sendable (String) -> TimeStamp?)?
    /// What a reader of the model should know.
    var note: String?
  }

  /// The one form in which all labels are times that can follow each other; nil where there is none or more.
  private static func form(of labels: [String]) -> Form? {
    if labels.allSatisfy({ time($0) != nil }) { return Form(read: time) }
    if !labels.contains(where: looksLikeTime) { return Form(read: nil) }
    let dates: [(name: String, read: @Sendable (String) -> TimeStamp?)] = [
      ("month/day/year", { slashed($0, isDayFirst: false) }),
      ("day/month/year", { slashed($0, isDayFirst: true) }),
    ]
    let possible = dates.filter { form in
      let times = labels.compactMap(form.read)
      return times.count == labels.count && firstGap(in: times) == nil
    }
    guard possible.count == 1 else { return nil }
    return Form(
      read: possible[0].read,
      note: "Dates are read as \(possible[0].name): only so do the hours follow each other."
    )
  }

  private static func refuse(
    _ labels: [String],
    _ sheet: NetworkSheet,
    _ column: Int,
    _ log: inout IssueLog
  ) {
    let isDate = labels.allSatisfy {
      slashed($0, isDayFirst: true) != nil || slashed($0, isDayFirst: false) != nil
    }
    let odd = isDate ? 0 : labels.firstIndex { time($0) == nil } ?? 0
    log.error(
      at: sheet.place(odd, column),
      field: "snapshot",
      value: labels[odd],
      rule: isDate
        ? "may be a day and a month or a month and a day, and the hours do not tell which"
        : "must be the start of an hour",
      fix: "Write YYYY-MM-DD hh:mm:ss in every row."
    )
  }

  /// The first time that does not follow the one before by an hour.
  private static func firstGap(in times: [TimeStamp]) -> Int? {
    times.indices.dropFirst().first { times[$0].hours(since: times[$0 - 1]) != 1 }
  }

  /// The time in a label such as `2011-01-01 00:00:00` or `2011-01-01T00:00:00+00:00`.
  static func time(_ label: String) -> TimeStamp? {
    var text = label
    if text.hasSuffix("Z") { text.removeLast() }
    if text.utf8.count == 25, text.dropLast(5).last == "+" || text.dropLast(5).last == "-" {
      text = String(text.dropLast(6))
    }
    if let dot = text.lastIndex(of: "."), text[text.index(after: dot)...].allSatisfy({ $0 == "0" })
    {
      text = String(text[..<dot])
    }
    if text.utf8.count == 19, text.hasSuffix(":00") { text.removeLast(3) }
    return TimeStamp(text)
  }

  /// The time in a label such as `11/2/2025 0:00`, as spreadsheets save it.
  private static func slashed(_ label: String, isDayFirst: Bool) -> TimeStamp? {
    let halves = label.split(separator: " ", omittingEmptySubsequences: true)
    guard (1...2).contains(halves.count) else { return nil }
    let date = halves[0].split { "/.-".contains($0) }.map { Int($0) }
    let clock = halves.count == 1 ? [0, 0] : halves[1].split(separator: ":").map { Int($0) }
    guard date.count == 3, let first = date[0], let second = date[1], let year = date[2],
      (2...3).contains(clock.count), let hour = clock[0], clock[1] == 0,
      clock.count == 2 || clock[2] == 0, (0...23).contains(hour), (1000...9999).contains(year)
    else { return nil }
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year) else {
      return nil
    }
    return TimeStamp(year: year, month: month, day: day, hour: hour)
  }

  /// Whether a label is a date or a time of day that was meant, and no number or name.
  private static func looksLikeTime(_ label: String) -> Bool {
    let digits = label.count { $0.isASCII && $0.isNumber }
    guard let first = label.first, first.isASCII, first.isNumber else { return false }
    return digits >= 3 && label.contains { "-/:.".contains($0) } && Double(label) == nil
  }
}
