import Hourly
package import Tables

/// Checks that figures can be true together: what single ranges cannot see.
package enum PlausibilityCheck {
  /// Runs every check whose figures could be read, and logs what it finds.
  ///
  /// `isComplete` says whether all assets could be read; what sums over them needs that.
  static func run(
    setting: Setting,
    library: SeriesLibrary,
    assets: [ReadAsset],
    isComplete: Bool,
    root: YAMLMapping,
    log: inout IssueLog
  ) {
    tell(setting, &log) { run(setting, library, assets, isComplete, root, &$0) }
  }

  /// Tells what checks find: as warnings where the model was imported.
  ///
  /// They are for what a person typed: the network of another program is what it is.
  package static func tell(
    _ setting: Setting,
    _ log: inout IssueLog,
    _ check: (inout IssueLog) -> Void
  ) {
    guard setting.isImported else { return check(&log) }
    var found = IssueLog()
    check(&found)
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
    for zone in setting.zones { checkShape(of: zone, setting, library, &log) }
    guard isComplete else { return }
    checkFuelPrices(setting, assets, &log)
    if !checkPeak(setting, library, assets, &log) {
      checkLoadAgainstPlants(setting, library, root, assets, &log)
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
        fix: "Check unit and scale-to of the load: \(units)"
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
}
