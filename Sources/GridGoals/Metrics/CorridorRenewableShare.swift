import GridDispatch
package import GridFormulation
import Hourly
import Tables

/// The renewable share of the energy that a new corridor carries; nuclear is not renewable.
///
/// *proportional*: each hour's flow carries the mix of the sending zone's net generation in that hour; what an
/// exchange buys has the renewable share that its table gives. *contract*: it carries the renewable output of the
/// plants that the corridor names, each up to its contracted share, as far as the flow goes; forward only. The
/// clauses bind new corridors, in or out: without `asset` each of them is judged and the lowest counts, and one
/// that exists already is shown and not judged.
package struct CorridorRenewableShare: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case proportional
    case contract
  }

  package let name = "corridor-renewable-share"
  package let summary =
    "Renewable energy over all energy that the new corridor or exchange `asset` carries, or that each new one does."
  package let unit = "pu"
  package let partsUnit = "MWh net"

  package init() {}

  package func usualVariant(of goal: Goal, in view: AssetView) -> Variant {
    let named = view.assets.first { $0.name == goal.asset }
    return named?.facts.link?.contracts == nil ? .proportional : .contract
  }

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let corridors = corridors(of: goal, among: evidence.wholeAssets)
    if goal.asset != nil, let corridor = corridors.first {
      var value = share(of: corridor, isContract: variant == .contract, in: evidence)
      if !corridor.isNewCorridor {
        value.reasonNotJudged =
          "\(corridor.name) is not new (is_new): the clauses bind new corridors"
      }
      return value
    }
    let values = corridors.map { corridor in
      let isContract = corridor.facts.link?.contracts != nil
      return (corridor, share(of: corridor, isContract: isContract, in: evidence))
    }
    guard let first = values.first else {
      return MetricValue(reasonNotJudged: "no corridor is new (is_new): the clauses bind new ones")
    }
    let judged = values.filter { $0.1.reasonNotJudged == nil }
    let lowest = judged.min { ($0.1.value ?? 1) < ($1.1.value ?? 1) }
    let isMissed = lowest?.1.value.map { !goal.isMet(by: $0) } ?? false
    let unknown = isMissed ? nil : values.first { $0.1.value == nil && ($0.1.denominator ?? 0) > 0 }
    let decisive = unknown ?? lowest ?? first
    var value = decisive.1
    guard values.count > 1, value.reasonNotJudged == nil else { return value }
    value.remark = "the lowest of \(values.count) corridors: \(decisive.0.name)"
    return value
  }

  package func rules(of goal: Goal, among assets: [AssetSummary]) -> [any MetricRule] {
    let named = goal.asset == nil ? nil : goal.variant.map { $0 == Variant.contract.rawValue }
    return corridors(of: goal, among: assets).compactMap {
      CorridorShareRule(of: $0, isContract: named, among: assets)
    }
  }

  /// The corridor or exchange that a goal names, or each new one of its place.
  private func corridors(of goal: Goal, among assets: [AssetSummary]) -> [AssetSummary] {
    assets.filter { asset in
      guard asset.facts.link != nil || asset.facts.trade != nil else { return false }
      if let name = goal.asset { return asset.name == name }
      return asset.isNewCorridor && asset.crosses(goal.zoneNames)
    }
  }

  /// The renewable share of a corridor by the sending zones' hourly mix; 1 where nothing is sent.
  func share(of corridor: AssetSummary, in evidence: Evidence) -> Double {
    proportional(corridor, evidence).value ?? 1
  }

  private func share(
    of corridor: AssetSummary,
    isContract: Bool,
    in evidence: Evidence
  ) -> MetricValue {
    isContract ? contracted(corridor, evidence) : proportional(corridor, evidence)
  }

  private func proportional(_ corridor: AssetSummary, _ evidence: Evidence) -> MetricValue {
    var renewable = 0.0
    var sent = 0.0
    var bought = 0.0
    for series in evidence.wholeSeries where series.owner == corridor.name {
      let total = series.values.reduce(0, +)
      switch series.quantity {
      case .exported, .sent:
        let mix = HourlyMix(of: series.zone, in: evidence) { $0.isRenewable }
        renewable += zip(series.values, mix.share).reduce(0) { $0 + $1.0 * $1.1 }
        sent += total
      case .imported: bought += total
      case .importedRenewable: renewable += total
      default: continue
      }
    }
    if bought > ConsumptionWeight.noticed, !(corridor.facts.trade?.tellsSource ?? true) {
      return MetricValue(
        denominator: sent + bought,
        reasonNotJudged:
          "the renewable share of what \(corridor.name) buys is not given (import_renewable_pu)"
      )
    }
    var value = MetricValue.ratio(renewable, sent + bought)
    value.remark =
      bought > 0 ? "what is bought as its table says" : "by the sending zone's hourly mix"
    if value.value == nil { value.reasonNotJudged = "\(corridor.name) carries nothing" }
    return value
  }

  private func contracted(_ asset: AssetSummary, _ evidence: Evidence) -> MetricValue {
    guard let link = asset.facts.link, let contracts = link.contracts else {
      return MetricValue(reasonNotJudged: "\(asset.name) names no plants under contract")
    }
    let renewable = Set(
      evidence.wholeAssets.filter { $0.facts.technology.isRenewable }.map(\.name)
    )
    var offered = [Double](repeating: 0, count: evidence.schedule.horizon.hours)
    for contract in contracts where renewable.contains(contract.plant) {
      for series in evidence.wholeSeries
      where series.quantity == .power && series.owner == contract.plant {
        for step in offered.indices { offered[step] += contract.share * series.values[step] }
      }
    }
    let sent =
      evidence.wholeSeries.first {
        $0.quantity == .sent && $0.owner == asset.name && $0.zone == link.from
      }?.values ?? []
    let carried = zip(sent, offered).reduce(0) { $0 + min($1.0, max(0, $1.1)) }
    var value = MetricValue.ratio(carried, sent.reduce(0, +))
    value.remark = "by contract with \(contracts.map(\.plant).joined(separator: ", "))"
    return value
  }
}

extension AssetSummary {
  /// Whether it is a corridor or exchange that the plan adds.
  var isNewCorridor: Bool { facts.link?.isNew ?? facts.trade?.isNew ?? false }

  /// Whether it leads out of the zones of a goal; any does where the goal is about the whole grid.
  func crosses(_ zones: Set<String>?) -> Bool {
    guard let zones else { return true }
    guard let link = facts.link else { return zones.contains(zone) }
    return zones.contains(link.from) != zones.contains(link.to)
  }
}
