import GridFormulation
import Tables

/// Checks that goals can be meant as they are written: units, factors of ten, shares in per cent.
enum GoalPlausibility {
  /// Logs what looks wrong; what is held against assets needs all of them, nil where some could not be read.
  static func check(
    _ goals: [Goal],
    beside assets: [any Asset]?,
    in setting: Setting,
    log: inout IssueLog
  ) {
    PlausibilityCheck.tell(setting, &log) { log in
      for goal in goals { check(goal, &log) }
      guard let assets else { return }
      let summaries = assets.map { AssetSummary($0) }
      for goal in goals {
        let view = AssetView(assets: summaries, in: GridPart(of: goal.zone, in: setting))
        checkEnergy(of: goal, view, &log)
        checkCapacity(of: goal, view, &log)
      }
    }
  }

  /// A share given in per cent, and thresholds that were misprinted at the source.
  private static func check(_ goal: Goal, _ log: inout IssueLog) {
    guard let metric = MetricCatalogue.metric(named: goal.metric) else { return }
    if let threshold = goal.threshold, metric.unit == "pu", threshold > 1.5 {
      log.error(
        at: goal.place,
        field: "goals/\(goal.id)",
        value: NumberText.shortest(threshold),
        rule: "the threshold is a share of 1",
        fix: "Did you mean \(NumberText.shortest(threshold / 100))?"
      )
    }
    if let note = goal.note {
      log.note(at: goal.place, field: "goals/\(goal.id)", rule: note)
    }
  }

  /// A target of energy that its capacity cannot give, or that is a hundredth of what it gives.
  ///
  /// Plans print 万 for 亿 here, a factor of 10,000.
  private static func checkEnergy(of goal: Goal, _ view: AssetView, _ log: inout IssueLog) {
    guard let metric = MetricCatalogue.metric(named: goal.metric) as? DeliveredGeneration,
      let threshold = goal.threshold, threshold != 0
    else { return }
    let capacity = metric.capacity(in: view)
    guard capacity > 0 else { return }
    let hours = threshold / capacity
    let field = "goals/\(goal.id)"
    let isWhole = threshold == threshold.rounded()
    let said = (isWhole ? NumberText.grouped(threshold) : NumberText.shortest(threshold)) + " MWh"
    let shown =
      hours < 10
      ? NumberText.shortest((hours * 1e4).rounded() / 1e4) : NumberText.grouped(hours.rounded())
    let means = "asks \(shown) full-load hours of \(NumberText.shortest(capacity)) MW"
    let units = "1 亿千瓦时 is 100,000 MWh, 1 万千瓦时 is 10 MWh."
    if hours < 10 || hours > 8784 {
      log.error(
        at: goal.place,
        field: field,
        value: said,
        rule: means + ", off by a factor of 100 or more: the unit cannot be right",
        fix: units
      )
    } else if hours > metric.mostFullLoadHours {
      log.warning(
        at: goal.place,
        field: field,
        value: said,
        rule: means + ", more than the best sites give "
          + "(\(NumberText.shortest(metric.mostFullLoadHours)))",
        fix: units
      )
    } else if hours < metric.mostFullLoadHours / 8 {
      log.warning(
        at: goal.place,
        field: field,
        value: said,
        rule: means + ", a small part of what such plants give: is it off by a factor of ten?",
        fix: units
      )
    }
  }

  /// A capacity goal about ten times, or a tenth, of what stands in the model.
  private static func checkCapacity(of goal: Goal, _ view: AssetView, _ log: inout IssueLog) {
    guard let metric = MetricCatalogue.metric(named: goal.metric) as? InstalledCapacity,
      let threshold = goal.threshold, threshold > 0
    else { return }
    let standing = metric.capacity(of: view.assets)
    guard standing > 0 else { return }
    let ratio = threshold / standing
    guard ratio > 6 || ratio < 1.0 / 7 else { return }
    log.warning(
      at: goal.place,
      field: "goals/\(goal.id)",
      value: "\(NumberText.grouped(threshold)) MW",
      rule:
        "is \(PlausibilityCheck.shown(ratio)) times what stands in the model (\(PlausibilityCheck.shown(standing)) MW): "
        + "is one of them off by a factor of ten?",
      fix: PlausibilityCheck.units
    )
  }
}
