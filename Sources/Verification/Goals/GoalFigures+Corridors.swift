import GridDispatch
import GridFormulation
import Hourly
import Tables

/// What corridors carry, in goals on zones and on corridors.
extension GoalFigures {
  /// The corridors that join a zone that counts to one that does not.
  private var borders: [Corridor] {
    model.assets.compactMap { $0 as? Corridor }.filter {
      zones.contains($0.from) != zones.contains($0.to)
    }
  }

  private func values(_ quantity: ResultQuantity, _ name: String, at zone: String) -> [Double] {
    whole.series.first {
      $0.quantity.stem == quantity.stem && $0.owner == name && $0.zone == zone
    }?.values ?? []
  }

  /// Energy that the zones that count send into, or receive from, corridors over their border, MWh.
  func crossing(_ quantity: ResultQuantity) -> Double {
    borders.reduce(0) { sum, corridor in
      let zone = zones.contains(corridor.from) ? corridor.from : corridor.to
      return sum + values(quantity, corridor.name, at: zone).reduce(0, +)
    }
  }

  /// The share of some sources in a zone's net generation, hour by hour.
  private func mix(of zone: String, _ isCounted: (EnergySource) -> Bool) -> [Double] {
    var part = [Double](repeating: 0, count: setting.horizon.hours)
    var all = part
    for asset in model.assets where asset.zone == zone {
      guard let source = EnergySource(asset), source.isGeneration else { continue }
      for series in whole.series
      where series.owner == asset.name && series.quantity.stem == "power_mw" {
        ZoneTotals.add(series.values, to: &all)
        if isCounted(source) { ZoneTotals.add(series.values, to: &part) }
      }
    }
    return part.indices.map { all[$0] > 0 ? part[$0] / all[$0] : 0 }
  }

  /// Renewable energy kept, with what corridors bring and take, over what is consumed.
  func consumptionWeight(_ variant: String) -> GoalFigure {
    let isCounted = { (source: EnergySource) in
      source.isRenewable && (variant.hasPrefix("total") || source != .hydro)
    }
    var consumed = schedule.total(.demand) - schedule.total(.unserved)
    for (asset, source) in assets where source == .load || source == .heat {
      consumed -= values(.power, of: asset.name)
    }
    if variant.hasSuffix("with-certificates") {
      let own = assets.reduce(0) {
        $0 + (isCounted($1.source) ? values(.power, of: $1.asset.name) : 0)
      }
      let net = GreenDeliveries(model, whole).net(into: zones, of: model, where: isCounted)
      return GoalFigure(numerator: own + net, denominator: consumed)
    }
    var kept = 0.0
    var mixes: [String: [Double]] = [:]
    for zone in setting.zones { mixes[zone.name] = mix(of: zone.name, isCounted) }
    func carried(_ values: [Double], from zone: String) -> Double {
      zip(values, mixes[zone] ?? []).reduce(0) { $0 + $1.0 * $1.1 }
    }
    for (asset, source) in assets {
      if isCounted(source) { kept += values(.power, of: asset.name) }
      if let trade = asset as? Interchange { kept += bought(by: trade, variant) }
      if source == .exchange {
        kept -= carried(self.values(.exported, asset.name, at: asset.zone), from: asset.zone)
      }
    }
    for corridor in borders {
      let isSender = zones.contains(corridor.from)
      let (here, there) =
        isSender ? (corridor.from, corridor.to) : (corridor.to, corridor.from)
      kept -= carried(values(.sent, corridor.name, at: here), from: here)
      kept += carried(values(.received, corridor.name, at: here), from: there)
    }
    return GoalFigure(numerator: kept, denominator: consumed)
  }

  private func values(_ quantity: ResultQuantity, of name: String) -> Double {
    whole.series.reduce(0) {
      $1.quantity.stem == quantity.stem && $1.owner == name ? $0 + $1.values.reduce(0, +) : $0
    }
  }

  /// The renewable part of what an exchange buys, or that which is no hydropower, MWh.
  private func bought(by trade: Interchange, _ variant: String) -> Double {
    guard let content = trade.importRenewable else { return 0 }
    let all = setting.value(of: content)
    let hydro = variant.hasPrefix("total") ? nil : trade.importHydro.map { setting.value(of: $0) }
    let bought = values(.imported, trade.name, at: trade.zone)
    return bought.indices.reduce(0) { $0 + bought[$1] * (all[$1] - (hydro?[$1] ?? 0)) }
  }

  /// The renewable share of what a new corridor or exchange carries; the lowest of them without a name.
  func corridorShare(_ goal: Goal, _ variant: String) -> GoalFigure? {
    let corridors = model.assets.compactMap { $0 as? Corridor }
    if let name = goal.asset {
      if let corridor = corridors.first(where: { $0.name == name }) {
        return share(of: corridor, isContract: variant == "contract")
      }
      let trades = model.assets.compactMap { $0 as? Interchange }
      return trades.first { $0.name == name }.flatMap { traded(by: $0) }
    }
    let ways = corridors.filter { corridor in
      corridor.isNew && (isWhole || borders.contains { $0.name == corridor.name })
    }
    let shares = ways.map { share(of: $0, isContract: $0.attribution == .contract) }
    let trades = assets.compactMap { $0.asset as? Interchange }.filter(\.isNew)
    return (shares + trades.compactMap { traded(by: $0) })
      .min { ($0.value ?? 1) < ($1.value ?? 1) }
  }

  private func share(of corridor: Corridor, isContract: Bool) -> GoalFigure {
    let out = values(.sent, corridor.name, at: corridor.from)
    if isContract {
      var offered = [Double](repeating: 0, count: out.count)
      for contract in corridor.contracts {
        guard let plant = model.assets.first(where: { $0.name == contract.plant }),
          EnergySource(plant)?.isRenewable ?? false
        else { continue }
        let given = values(.power, plant.name, at: plant.zone)
        ZoneTotals.add(given.map { contract.share * $0 }, to: &offered)
      }
      let carried = out.indices.reduce(0) { $0 + max(0, min(out[$1], offered[$1])) }
      return GoalFigure(numerator: carried, denominator: out.reduce(0, +))
    }
    var renewable = 0.0
    var sent = 0.0
    for zone in [corridor.from, corridor.to] {
      let values = values(.sent, corridor.name, at: zone)
      let mix = mix(of: zone) { $0.isRenewable }
      for step in values.indices {
        renewable += values[step] * mix[step]
        sent += values[step]
      }
    }
    return GoalFigure(numerator: renewable, denominator: sent)
  }

  /// What an exchange sells by the mix of its zone, and buys as its table says; nil where that says nothing.
  private func traded(by exchange: Interchange) -> GoalFigure? {
    let sold = values(.exported, exchange.name, at: exchange.zone)
    let bought = values(.imported, exchange.name, at: exchange.zone).reduce(0, +)
    if exchange.importRenewable == nil, bought > 1e-3 { return nil }
    let mix = mix(of: exchange.zone) { $0.isRenewable }
    return GoalFigure(
      numerator: sold.indices.reduce(0) { $0 + sold[$1] * mix[$1] }
        + self.bought(by: exchange, "total"),
      denominator: sold.reduce(bought, +)
    )
  }
}
