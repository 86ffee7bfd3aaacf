import Grid
import GridDispatch

/// The snapshots of a network as hours that follow each other.
struct NetworkSnapshots {
  let horizon: Horizon
  /// The labels as they are written.
  let labels: [String]
  /// What was assumed or changed, for the list of what is not carried over.
  let notes: [(field: String, note: String)]

  /// Reads the snapshots; logs why they cannot be dispatched.
  init?(_ source: inout NetworkSource) {
    guard let table = source.table("snapshots.csv"), !table.rows.isEmpty else {
      if let table = source.table("snapshots.csv") {
        source.log.error(at: Place(file: table.file), rule: "has no snapshots", mend: "Add some.")
      }
      return nil
    }
    if let periods = source.table("investment_periods.csv"), !periods.rows.isEmpty {
      source.log.error(
        at: Place(file: periods.file),
        rule: "has investment periods, of which a model has none",
        mend: "Export one period as a network of its own."
      )
    }
    let column = table.column("snapshot") ?? 0
    labels = table.rows.map { $0.cells[column].text }
    var notes: [(field: String, note: String)] = []
    Self.checkWeights(of: table, &source.log, &notes)
    let times = labels.map(Self.time)
    let known = times.compactMap { $0 }
    if known.count == times.count {
      for (index, time) in known.enumerated() where index > 0 {
        let step = time.hours(since: known[index - 1])
        guard step != 1 else { continue }
        source.log.error(
          at: table.rows[index].cells[column].place,
          value: labels[index],
          rule: "follows the snapshot before it by \(step) h, not by 1 h",
          mend: "Resample the network to hours that follow each other."
        )
        return nil
      }
      horizon = Horizon(start: known[0], hours: known.count)
    } else if known.isEmpty, !labels.contains(where: Self.looksLikeTime) {
      let year = 2030
      notes.append(("snapshots", "They have no times; hours from 1 January \(year) on are taken."))
      horizon = Horizon(start: TimeStamp(year: year, month: 1, day: 1), hours: labels.count)
    } else {
      let odd = times.firstIndex { $0 == nil } ?? 0
      source.log.error(
        at: table.rows[odd].cells[column].place,
        field: "snapshot",
        value: labels[odd],
        rule: "must be the start of an hour",
        mend: "Write YYYY-MM-DD hh:mm:ss in every row."
      )
      return nil
    }
    self.notes = notes
  }

  /// A store's weight must be one hour; a common weight of the objective is told.
  private static func checkWeights(
    of table: Table,
    _ log: inout IssueLog,
    _ notes: inout [(field: String, note: String)]
  ) {
    for name in ["stores", "generators", "objective", "weightings"] {
      guard let column = table.column(name) else { continue }
      let cells = table.rows.map { $0.cells[column] }
      guard let odd = cells.first(where: { NetworkSource.number($0.text) != 1 }) else { continue }
      let isCommon = cells.allSatisfy { $0.text == cells[0].text }
      if name == "objective", isCommon {
        notes.append(
          (
            "snapshots/objective",
            "Every snapshot weighs \(odd.text); costs here are those of the hours themselves."
          )
        )
        continue
      }
      log.error(
        at: odd.place,
        field: name,
        value: odd.text,
        rule: "must be 1: a dispatch follows hours and cannot weigh them",
        mend: "Write the hours out one by one, or export without snapshot weightings."
      )
    }
  }

  /// The time in a label such as `2011-01-01 00:00:00` or `2011-01-01T00:00:00+00:00`.
  private static func time(_ label: String) -> TimeStamp? {
    var text = label
    if text.hasSuffix("Z") { text.removeLast() }
    if text.utf8.count == 25, text.dropLast(5).last == "+" || text.dropLast(5).last == "-" {
      text = String(text.dropLast(6))
    }
    if text.utf8.count == 19, text.hasSuffix(":00") { text.removeLast(3) }
    return TimeStamp(text)
  }

  /// Whether a label is a date that was meant, and no number or name.
  private static func looksLikeTime(_ label: String) -> Bool {
    label.count >= 7 && label.dropFirst(4).first == "-" && Int(label.prefix(4)) != nil
  }
}
