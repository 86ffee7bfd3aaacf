import Grid

/// Checks that figures can be true together: what single ranges cannot see.
enum PlausibilityCheck {
  /// Runs every check whose figures could be read, and logs what it finds.
  ///
  /// `isComplete` says whether all assets could be read; what sums over them needs that.
  static func run(
    setting: Setting,
    library: SeriesLibrary,
    assets: [ReadAsset],
    isComplete: Bool,
    goals: [Goal],
    root: YAMLMapping,
    log: inout IssueLog
  ) {
    guard setting.isImported else {
      return run(setting, library, assets, isComplete, goals, root, &log)
    }
    // They are for what a person typed: the network of another program is what it is.
    var found = IssueLog()
    run(setting, library, assets, isComplete, goals, root, &found)
    for var issue in found.sorted() {
      if issue.severity == .error { issue.severity = .warning }
      log.append(issue)
    }
  }

  private static func run(
    _ setting: Setting,
    _ library: SeriesLibrary,
    _ assets: [ReadAsset],
    _ isComplete: Bool,
    _ goals: [Goal],
    _ root: YAMLMapping,
    _ log: inout IssueLog
  ) {
    checkYears(setting, library, assets, &log)
    for entry in assets where entry.isSound {
      checkFullLoadHours(entry, setting, &log)
      checkStore(entry, &log)
      checkUnitSize(entry, &log)
      checkNewCapacity(entry, &log)
      checkFuelLimit(entry, &log)
    }
    for goal in goals { check(goal, &log) }
    for zone in setting.zones { checkShape(of: zone, setting, library, &log) }
    guard isComplete else { return }
    checkFuelPrices(setting, assets, &log)
    if !checkPeak(setting, library, assets, &log) {
      checkLoadAgainstPlants(setting, library, root, assets, &log)
    }
    let summaries = assets.map { AssetSummary($0.asset) }
    for goal in goals {
      let view = AssetView(assets: summaries, in: GoalScope(goal, in: setting))
      checkEnergy(of: goal, view, &log)
      checkCapacity(of: goal, view, &log)
    }
  }

  /// A load that all plants together cannot serve, or that with all export takes next to nothing of them.
  ///
  /// Trade may take all that a base makes, but its load is then 0 or that of its own use: less than
  /// a thousandth of its plants is a slip of units. Answers whether anything was found.
  private static func checkPeak(
    _ setting: Setting,
    _ library: SeriesLibrary,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) -> Bool {
    let standing = Dictionary(grouping: assets.map(\.asset), by: \.zone)
    let carried = carried(by: assets, in: setting)
    var isFound = false
    for zone in setting.zones {
      if let name = zone.load.seriesName, setting.series[name] == nil { continue }
      let demand = NodalBalance.demand(of: zone, in: setting)
      let peak = demand.maximum(over: setting.horizon.steps)
      let inZone = (standing[zone.name] ?? []).map(\.facts)
      let trade = capacity(of: inZone) { $0 == .exchange } + carried[zone.name, default: 0]
      let plants = capacity(of: inZone) { $0.isGeneration }
      let firm = capacity(of: inZone) { !$0.isFlexibleLoad } + carried[zone.name, default: 0]
      let rule: String
      if peak > 100 * max(firm, 1) {
        rule = "is more than 100 times all capacity (\(megawatts(firm)))"
      } else if peak + trade < plants / 100 {
        rule = "is with all trade less than a hundredth of all plants (\(megawatts(plants)))"
      } else if peak > 0, peak < plants / 1000, setting.zones.count == 1 {
        rule = "is less than a thousandth of all plants (\(megawatts(plants)))"
      } else {
        continue
      }
      isFound = true
      let declaration = zone.load.seriesName.flatMap { library.declaration($0) }
      log.error(
        at: declaration?.place ?? zone.place,
        field: "zones/\(zone.name)/load",
        value: "\(NumberText.shortest((peak * 1000).rounded() / 1000)) MW at the most",
        rule: rule,
        mend: "Check unit and scale-to of the load: \(units)"
      )
    }
    return isFound
  }

  /// What corridors, lines and plants that make another energy of it can take from or give each zone, MW.
  private static func carried(by assets: [ReadAsset], in setting: Setting) -> [String: Double] {
    var sums: [String: Double] = [:]
    for plant in assets.lazy.compactMap({ $0.asset as? Converter }) {
      for (zone, share) in plant.yields(in: setting) {
        sums[zone, default: 0] += plant.capacity.megawatts * max(share.most, -share.least)
      }
    }
    for link in assets.lazy.compactMap(\.asset.facts.link) {
      let limit = max(link.forwardLimit, link.backwardLimit)
      sums[link.from, default: 0] += limit
      if link.to != link.from { sums[link.to, default: 0] += limit }
    }
    return sums
  }

  private static func capacity(
    of assets: [AssetFacts],
    where isIncluded: (Technology) -> Bool
  ) -> Double {
    assets.reduce(0) { $0 + (isIncluded($1.technology) ? $1.capacity : 0) }
  }

  private static func megawatts(_ power: Double) -> String {
    "\(NumberText.shortest(power.rounded())) MW"
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
        mend: "Did you mean \(NumberText.shortest(threshold / 100))?"
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
        mend: units
      )
    } else if hours > metric.mostFullLoadHours {
      log.warning(
        at: goal.place,
        field: field,
        value: said,
        rule: means + ", more than the best sites give "
          + "(\(NumberText.shortest(metric.mostFullLoadHours)))",
        mend: units
      )
    } else if hours < metric.mostFullLoadHours / 8 {
      log.warning(
        at: goal.place,
        field: field,
        value: said,
        rule: means + ", a small part of what such plants give: is it off by a factor of ten?",
        mend: units
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
      rule: "is \(shown(ratio)) times what stands in the model (\(shown(standing)) MW): "
        + "is one of them off by a factor of ten?",
      mend: units
    )
  }
}
