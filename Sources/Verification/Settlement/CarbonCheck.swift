import GridDispatch
import GridFormulation
import Tables

/// Allowances and positions in the carbon market against output, heat and emissions.
extension Examination {
  /// The price of CO2 that the objective holds, one an hour.
  var carbonPrices: [Double] {
    guard let market = setting.carbonMarket, market.bid != .none, let price = market.price else {
      return values(of: setting.carbonPrice)
    }
    return values(of: price)
  }

  /// Charges the allowances that count in bids, once every asset was checked.
  mutating func chargeAllowances(_ model: GridModel) {
    guard let market = setting.carbonMarket, market.bid == .netOfAllowance else { return }
    let prices = carbonPrices
    for asset in model.assets {
      guard let allowed = allowance(of: asset, in: market) else { continue }
      ledger.charge(.allowance, of: asset.name, prices: prices.map { -$0 }, for: allowed)
    }
  }

  /// Checks every plant's emissions, allowance and what their difference is worth.
  mutating func checkCarbon(_ model: GridModel, _ result: DispatchResult) {
    guard let market = setting.carbonMarket else {
      if result.settlement.carbon != nil {
        note("carbon", rule: "market", amount: .infinity, "is not in the model")
      }
      return
    }
    let prices = values(of: market.price ?? setting.carbonPrice)
    var expected: [String] = []
    for asset in model.assets {
      guard let allowed = allowance(of: asset, in: market) else { continue }
      expected.append(asset.name)
      let stated = result.settlement.carbon?.plants.first { $0.name == asset.name }
      let emitted = total(.carbonDioxide, of: asset.name)
      let captured = total(.carbonCaptured, of: asset.name)
      var (value, turnover) = (0.0, 0.0)
      for step in 0..<hours {
        value += prices[step] * (allowed[step] - emitted[step])
        turnover += prices[step] * (allowed[step] + abs(emitted[step]))
      }
      let sums = (
        emitted: emitted.reduce(0, +), captured: captured.reduce(0, +),
        allowed: allowed.reduce(0, +)
      )
      let tonnes = sums.allowed + abs(sums.emitted) + sums.captured
      let rows: [(rule: String, told: Double?, found: Double, size: Double)] = [
        ("emissions", stated?.emitted, sums.emitted, tonnes),
        ("captured", stated?.captured, sums.captured, tonnes),
        ("allowance", stated?.allowance, sums.allowed, tonnes),
        ("value of allowances", stated?.value, value, turnover),
      ]
      for (rule, told, found, size) in rows {
        checkAmount(rule, of: asset.name, stated: told, found: found, turnover: size)
      }
    }
    if result.settlement.carbon?.plants.map(\.name) != expected {
      note("carbon", rule: "market", amount: .infinity, "does not have the plants of the model")
    }
  }

  /// The free allowance of a plant in each hour, t; nil where it takes no part.
  func allowance(of asset: any Asset, in market: CarbonMarket) -> [Double]? {
    let size: Double
    switch (asset, EnergySource(asset)) {
    case (let coal as Coal, _): size = coal.unitSize.megawatts
    case (let gas as Gas, _): size = gas.unitSize.megawatts
    default: size = asset.facts.unitSize ?? asset.facts.capacity
    }
    let source = EnergySource(asset)
    let benchmark = market.benchmarks.first { benchmark in
      (benchmark.technology == .coal ? source == .coal : source == .gas)
        && size > benchmark.above && !(size > benchmark.upTo ?? .infinity)
    }
    guard let benchmark else { return nil }
    let isGross = benchmark.basis == .gross && hasSeries(.gross, of: asset.name)
    let output = total(isGross ? .gross : .power, of: asset.name)
    let heat = total(.heat, of: asset.name)
    return zip(output, heat).map {
      market.freeShare * (benchmark.rate * $0 + benchmark.heatRate * 3.6 * $1)
    }
  }
}
