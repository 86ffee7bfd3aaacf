import GridFormulation
import Tables

extension ModelReading {
  /// The goals, with their thresholds settled and their metrics known.
  ///
  /// `assets` holds the names of the model's assets, nil where a table could not be read.
  mutating func goals(beside assets: [String]?) -> [Goal] {
    let names = MetricCatalogue.all.map(\.name)
    let areAssets = assets.map { Set($0) }
    let places = setting.zones.map(\.name) + setting.zones.compactMap(\.area)
    let arePlaces = Set(places)
    let goals = root.mappings("goals", log: &log).map { mapping in
      var goal = mapping.read(fields: Goal.fields, prototype: Goal(), log: &log)
      goal.place = mapping.place
      if !goal.settleThreshold() {
        log.error(
          at: mapping.place,
          field: "goals/\(goal.id)",
          rule: "has several thresholds",
          fix: "Keep one of at-least, at-most, above, below, about."
        )
      }
      guard let metric = MetricCatalogue.metric(named: goal.metric) else {
        log.error(
          at: mapping.place(of: "metric"),
          field: mapping.field("metric"),
          value: goal.metric,
          rule: "is not a known metric",
          fix: NearestName.fix(goal.metric, among: names)
        )
        return goal
      }
      if let variant = goal.variant, !metric.variantNames.contains(variant) {
        log.error(
          at: mapping.place(of: "variant"),
          field: mapping.field("variant"),
          value: variant,
          rule: "is not a variant of \(metric.name)",
          fix: NearestName.fix(variant, among: metric.variantNames)
        )
      }
      let resources = PeakResource.allCases.map(\.rawValue)
      for name in goal.alsoCounts where !resources.contains(name) {
        log.error(
          at: mapping.place(of: "also-count"),
          field: mapping.field("also-count"),
          value: name,
          rule: "is nothing that peak response could count",
          fix: NearestName.fix(name, among: resources)
        )
      }
      if let asset = goal.asset, let assets, areAssets?.contains(asset) == false {
        log.error(
          at: mapping.place(of: "asset"),
          field: mapping.field("asset"),
          value: asset,
          rule: "is not an asset of the model",
          fix: NearestName.fix(asset, among: assets)
        )
      }
      if let zone = goal.zone, !arePlaces.contains(zone) {
        log.error(
          at: mapping.place(of: "zone"),
          field: mapping.field("zone"),
          value: zone,
          rule: "is neither a zone nor an area of the model",
          fix: NearestName.fix(zone, among: places)
        )
      }
      return goal
    }
    refuseRepeats(goals.map(\.id), in: "goals")
    let unserved = Goal.nothingUnserved
    let isSaid = goals.contains { $0.metric == unserved.metric || $0.id == unserved.id }
    return isSaid ? goals : goals + [unserved]
  }
}
