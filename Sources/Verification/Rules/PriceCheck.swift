import GridDispatch
import GridFormulation

/// The prices against the schedule: what a price must be where something plain is free to do more or less.
///
/// Prices are dual values. They belong to a schedule if nothing that is free to do more would earn by it, and
/// nothing that is done at a loss could be left. What may be missed is what the certificate leaves open: with W the
/// width between cost and lower bound, a profit d of what could do r MW more costs d·r of W, so
///
///     d ≤ accuracy + W / r
///
/// What is plain is held by its own limits alone: load not served, reserve not held, trade, wind and PV, generators and
/// boilers without states. Where only something else is marginal (a store, water, a ramp, a start, a line of a ring) the
/// price is bounded and not explained; ``VerificationReport/explainedPrices`` counts where it is.
extension Examination {
  /// Checks the prices of a result; of goals that were rules the prices hold shares that are not told.
  mutating func checkPrices(of model: GridModel, _ result: DispatchResult) {
    let coupled = coupledAssets(of: model)
    margins.removeAll { coupled.contains($0.owner.name) }
    let scale = max(abs(result.cost), report.grossCost, 1)
    // A rolling solve may take its dual values from another pass than its bound: both are within the gap asked for.
    let open = result.method == "exact" ? 0 : result.bounds.asked * scale
    checkPrices(width: max(result.cost - result.lowerBound, open) + tolerance.costItem * scale)
  }

  /// The assets that rules of others hold: plants with stores beside them or heating of their own, and those
  /// whose allowances count in bids.
  private func coupledAssets(of model: GridModel) -> Set<String> {
    var names: Set<String> = []
    for asset in model.assets {
      names.formUnion(asset.namedAssets.map(\.name))
      names.formUnion(asset.facts.suppliers.map(\.plant))
      names.formUnion(asset.bundledAssets)
      if let market = setting.carbonMarket, market.bid == .netOfAllowance,
        allowance(of: asset, in: market) != nil
      {
        names.insert(asset.name)
      }
    }
    return names
  }

  /// Checks the prices of a schedule between whose cost and lower bound so much is left.
  ///
  /// Nothing is checked where the width is unbounded.
  mutating func checkPrices(width: Double) {
    guard width.isFinite else { return }
    var told: [Told: [Double]] = [:]
    for gain in margins.flatMap(\.gains) where told[Told(gain)] == nil {
      told[Told(gain)] = seriesIfPresent(gain.price, of: gain.owner)
    }
    var explained: [Told: [Bool]] = [:]
    for margin in margins {
      guard margin.gains.allSatisfy({ told[Told($0)] != nil }) else { continue }
      let profit = profit(of: margin, at: told)
      check(margin, profit, width: max(width, 0), &explained)
    }
    for (price, values) in told where price.quantity == ResultQuantity.price.stem {
      report.zonePrices += values.count
      report.explainedPrices += explained[price]?.count { $0 } ?? 0
    }
  }

  /// A price that is told, of an owner.
  private struct Told: Hashable {
    let quantity: String
    let owner: Owner

    init(_ gain: Margin.Gain) { (quantity, owner) = (gain.price.stem, gain.owner) }
  }

  /// What a MW more earns in each hour, and the largest of the amounts that it is the difference of.
  private func profit(
    of margin: Margin,
    at prices: [Told: [Double]]
  ) -> (values: [Double], sizes: [Double]) {
    var values = margin.costs.map { -$0 }
    var sizes = margin.costs.map(abs)
    for gain in margin.gains {
      guard let price = prices[Told(gain)] else { continue }
      for step in values.indices {
        let earned = gain.amounts[step] * price[step]
        values[step] += earned
        sizes[step] = larger(sizes[step], abs(earned))
      }
    }
    return (values, sizes)
  }

  private mutating func check(
    _ margin: Margin,
    _ profit: (values: [Double], sizes: [Double]),
    width: Double,
    _ explained: inout [Told: [Bool]]
  ) {
    let least = 10 * tolerance.allowed(bySize: margin.size)
    var (worst, count) = ((step: 0, excess: 0.0, isMore: true), 0)
    for step in 0..<hours {
      let more = margin.upper[step] - margin.amounts[step]
      let less = margin.amounts[step] - margin.lower[step]
      let accuracy = tolerance.price * (1 + profit.sizes[step] + largestPenalty)
      let overs = [
        (room: more, excess: profit.values[step], isMore: true),
        (room: less, excess: -profit.values[step], isMore: false),
      ].filter { $0.room > least }
      let excess = overs.map { ($0.excess - accuracy - width / $0.room, $0.isMore) }
      if let found = excess.first(where: { !($0.0 <= 0) }) {
        count += 1
        if !(found.0 <= worst.excess) { worst = (step, found.0, found.1) }
      } else if excess.count == 2 {
        for gain in margin.gains where gain.amounts[step] != 0 {
          explained[Told(gain), default: [Bool](repeating: false, count: hours)][step] = true
        }
      }
    }
    guard count > 0, let priced = margin.gains.first else { return }
    let amount = abs(profit.values[worst.step])
    note(
      priced.owner.label,
      at: worst.step,
      rule: priced.price.name.replacing("_", with: " "),
      amount: amount,
      hours: count,
      worst.isMore
        ? "is such that \(margin.name) of \(margin.owner.label) could do more and earn by it"
        : "is such that \(margin.name) of \(margin.owner.label) is done at a loss and could be left"
    )
  }

  /// The largest of the prices of what is left undone: the scale of the program's costs.
  private var largestPenalty: Double {
    let heat = setting.heatZones.map(\.valueOfLostHeat)
    return (setting.zones.map(\.valueOfLostLoad) + heat).reduce(0, max)
  }
}
