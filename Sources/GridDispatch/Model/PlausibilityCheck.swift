import Grid

/// Checks that figures can be true together: what single ranges cannot see.
enum PlausibilityCheck {
  /// Runs every check and logs what it finds.
  static func run(
    setting: Setting,
    assets: [ReadAsset],
    goals: [Goal],
    log: inout IssueLog
  ) {
    guard !log.hasErrors else { return }
    for entry in assets { checkFullLoadHours(entry, setting, &log) }
    checkPeak(setting, assets, &log)
    for goal in goals { check(goal, &log) }
  }

  /// A wind or PV source that gives more than nature does.
  private static func checkFullLoadHours(
    _ entry: ReadAsset,
    _ setting: Setting,
    _ log: inout IssueLog
  ) {
    let technology = entry.asset.facts.technology
    guard technology.isWind || technology.isSolar, setting.horizon.hours >= 8760 else { return }
    for use in entry.profiles where use.field == "availability" {
      guard let values = setting.series[use.series] else { continue }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      let most = technology.isSolar ? 0.30 : 0.60
      guard mean > most else { continue }
      log.append(
        entry.row.issue(
          .warning,
          field: use.field,
          rule: "a yearly mean of \(NumberText.shortest((mean * 1000).rounded() / 1000)) "
            + "is beyond what \(technology.rawValue) reaches (\(most))",
          mend: "Check the unit and scale-to of the series."
        )
      )
    }
  }

  /// A load that all plants together cannot serve.
  private static func checkPeak(
    _ setting: Setting,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) {
    for zone in setting.zones {
      let demand = NodalBalance.demand(of: zone, in: setting)
      let peak = demand.maximum(over: setting.horizon.steps)
      let firm = assets.filter { $0.asset.zone == zone.name }.reduce(0) { sum, entry in
        let facts = entry.asset.facts
        return sum + (facts.technology.isFlexibleLoad ? 0 : facts.capacity)
      }
      guard peak > 100 * max(firm, 1) else { continue }
      log.error(
        at: Place(file: "model.yaml"),
        field: "zones/\(zone.name)/load",
        value: "\(NumberText.shortest(peak.rounded())) MW",
        rule: "is more than 100 times all capacity (\(NumberText.shortest(firm.rounded())) MW)",
        mend: "Check the unit of the load series: 1 万千瓦 is 10 MW, 1 亿千瓦时 is 100 GWh."
      )
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
        mend:
          "Write \(NumberText.shortest(threshold / 100)) for \(NumberText.shortest(threshold)) %."
      )
    }
    if let note = goal.note {
      log.note(at: goal.place, field: "goals/\(goal.id)", rule: note)
    }
  }
}
