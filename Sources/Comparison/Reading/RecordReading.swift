import Tables

/// Reads parts that `summary.json` and a baseline write alike.
enum RecordReading {
  /// An interval with its gap, from `cost`, `lowerBound` and `gap`.
  static func certified(
    _ document: StoredDocument?,
    _ log: inout IssueLog
  ) -> (interval: CertifiedInterval, gap: Double?) {
    guard let document else { return (CertifiedInterval(cost: 0, lowerBound: nil), nil) }
    let interval = CertifiedInterval(
      cost: document.required("cost", &log),
      lowerBound: document.number("lowerBound", &log)
    )
    return (interval, document.number("gap", &log))
  }

  /// What a plan certifies; nil for a dispatch.
  static func plan(_ document: StoredDocument?, _ log: inout IssueLog) -> RecordedPlan? {
    guard let document else { return nil }
    let (interval, gap) = certified(document, &log)
    return RecordedPlan(aim: document.text("aim", &log) ?? "", interval: interval, gap: gap)
  }

  /// The goals of a list.
  static func goals(_ document: StoredDocument, _ log: inout IssueLog) -> [RecordedGoal] {
    document.documents("goals", &log).map { goal in
      RecordedGoal(
        id: goal.text("id", &log) ?? "",
        verdict: goal.text("verdict", &log) ?? "",
        value: goal.number("value", &log),
        unit: goal.text("unit", &log) ?? "",
        comparison: goal.text("comparison", &log),
        threshold: goal.number("threshold", &log),
        isWithinGap: goal.flag("withinGap", &log)
      )
    }
  }
}
