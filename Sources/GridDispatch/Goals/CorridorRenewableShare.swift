import Grid

/// The renewable share of the energy that a corridor sends; nuclear is not renewable.
///
/// *proportional*: each hour's flow carries the mix of the sending zone's net generation in that hour. *contract*:
/// it carries the renewable output of the plants that the corridor names, each up to its contracted share, as far
/// as the flow goes; forward only. Without `asset` every new corridor is judged and the lowest counts; where none is
/// new, all that exchanges sell.
package struct CorridorRenewableShare: Metric {
  package let name = "corridor-renewable-share"
  package let summary =
    "Renewable energy sent over all energy sent by the corridor or exchange `asset`, or by each new one."
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants = ["proportional", "contract"]

  package init() {}

  package func usualVariant(of goal: Goal, in view: AssetView) -> String {
    let named = view.assets.first { $0.name == goal.asset }
    return named?.facts.link?.contracts == nil ? variants[0] : variants[1]
  }

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let assets = result.wholeAssets
    if let name = goal.asset, let asset = assets.first(where: { $0.name == name }) {
      return variant == "contract" ? contracted(asset, result) : proportional([asset], result)
    }
    let new = assets.filter { $0.facts.link?.isNew ?? false }
    guard !new.isEmpty else {
      return proportional(result.assets.filter { $0.facts.technology == .exchange }, result)
    }
    let values = new.map { asset in
      let isContract = asset.facts.link?.contracts != nil
      return (asset, isContract ? contracted(asset, result) : proportional([asset], result))
    }
    guard values.count > 1, let lowest = values.min(by: { ($0.1.value ?? 1) < ($1.1.value ?? 1) })
    else {
      return values[0].1
    }
    var value = lowest.1
    value.remark = "the lowest of \(values.count) corridors: \(lowest.0.name)"
    return value
  }

  /// The renewable share of a corridor by the sending zones' hourly mix; 1 where nothing is sent.
  func share(of corridor: AssetSummary, in result: DispatchResult) -> Double {
    proportional([corridor], result).value ?? 1
  }

  private func proportional(_ senders: [AssetSummary], _ result: DispatchResult) -> MetricValue {
    let names = Set(senders.map(\.name))
    var renewable = 0.0
    var sent = 0.0
    for series in result.wholeSeries where names.contains(series.owner) {
      guard series.quantity == .exported || series.quantity == .sent else { continue }
      let mix = HourlyMix(of: series.zone, in: result) { $0.isRenewable }
      renewable += zip(series.values, mix.share).reduce(0) { $0 + $1.0 * $1.1 }
      sent += series.values.reduce(0, +)
    }
    var value = MetricValue.ratio(renewable, sent)
    value.remark = "by the sending zone's hourly mix"
    return value
  }

  private func contracted(_ asset: AssetSummary, _ result: DispatchResult) -> MetricValue {
    guard let link = asset.facts.link, let contracts = link.contracts else {
      return MetricValue(reasonNotJudged: "\(asset.name) names no plants under contract")
    }
    let renewable = Set(
      result.wholeAssets.filter { $0.facts.technology.isRenewable }.map(\.name)
    )
    var offered = [Double](repeating: 0, count: result.schedule.horizon.hours)
    for contract in contracts where renewable.contains(contract.plant) {
      for series in result.wholeSeries
      where series.quantity == .power && series.owner == contract.plant {
        for step in offered.indices { offered[step] += contract.share * series.values[step] }
      }
    }
    let sent =
      result.wholeSeries.first {
        $0.quantity == .sent && $0.owner == asset.name && $0.zone == link.from
      }?.values ?? []
    let carried = zip(sent, offered).reduce(0) { $0 + min($1.0, max(0, $1.1)) }
    var value = MetricValue.ratio(carried, sent.reduce(0, +))
    value.remark = "by contract with \(contracts.map(\.plant).joined(separator: ", "))"
    return value
  }
}
