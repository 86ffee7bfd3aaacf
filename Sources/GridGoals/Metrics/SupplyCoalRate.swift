import GridDispatch
package import GridFormulation
import Tables

/// The share of the coal capacity that burns too much which has had energy-saving retrofit.
///
/// The class is the coal capacity that burns `limit` gce or more per kWh supplied before retrofit, the limit itself
/// included. A cluster without heat is rated by its table; one that gives heat by the fuel of the hours solved, less
/// that of its heat, over what it supplied; what retrofit saved is added back to tell the rate before it.
///
/// *good-quality*, *heat-method*: how the fuel is divided between power and heat. *rated*: heat is not deducted and
/// every cluster rated by its table. *yearly*: every cluster by the fuel of the hours solved, heat by good-quality.
package struct SupplyCoalRate: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case goodQuality = "good-quality"
    case heatMethod = "heat-method"
    case rated
    case yearly

    /// How fuel is divided between power and heat.
    var allocation: HeatAllocation { self == .heatMethod ? .heatMethod : .goodQuality }
  }

  package let name = "supply-coal-rate"
  package let summary =
    "Of the coal capacity at `limit` gce/kWh supplied or above (300 where none is given) before retrofit, the share with energy-saving retrofit."
  package let unit = "pu"
  package let partsUnit = "MW"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let limit = goal.limit ?? 300
    let shown = "\(NumberText.shortest(limit)) gce/kWh"
    var (retrofitted, all, burning) = (0.0, 0.0, 0.0)
    for asset in evidence.assets where asset.facts.technology == .coal {
      let rate = ClusterRate(of: asset, variant: variant, in: evidence.schedule)
      guard rate.before >= limit * (1 - 1e-9) else { continue }
      for part in asset.facts.parts {
        all += part.capacity
        if part.isEnergySaving { retrofitted += part.capacity }
        burning += part.capacity * rate.after
      }
    }
    guard all > 0 else {
      return MetricValue(
        reasonNotJudged: "no coal capacity is at \(shown) or above: nothing to retrofit"
      )
    }
    var value = MetricValue.ratio(retrofitted, all)
    let allocation = variant.allocation
    let heat =
      variant == .rated
      ? "heat not deducted" : "heat deducted where modelled, \(allocation.rawValue)"
    value.remark =
      "of the capacity at \(shown) and above before retrofit (\(heat)); its rate after: "
      + "\(NumberText.fixed(burning / all, decimals: 1)) gce/kWh"
    return value
  }
}

/// What a coal cluster burns per kWh supplied, before and after energy-saving retrofit.
private struct ClusterRate {
  let before: Double
  let after: Double

  init(of asset: AssetSummary, variant: SupplyCoalRate.Variant, in schedule: Schedule) {
    var (burnt, unsaved, supplied, heat) = (0.0, 0.0, 0.0, 0.0)
    var (capacity, rated, ratedBefore) = (0.0, 0.0, 0.0)
    var givesHeat = false
    for part in asset.facts.parts {
      let former = part.rateBeforeSaving ?? part.ratedFuelRate
      capacity += part.capacity
      rated += part.capacity * part.ratedFuelRate
      ratedBefore += part.capacity * former
      for series in schedule.series where series.owner == asset.name && series.part == part.name {
        let total = series.values.reduce(0, +)
        switch series.quantity {
        case .fuel:
          burnt += total
          unsaved += part.ratedFuelRate > 0 ? total * former / part.ratedFuelRate : total
        case .power: supplied += total
        case .heat:
          heat += total
          givesHeat = true
        default: continue
        }
      }
    }
    guard variant == .yearly || (variant != .rated && givesHeat), supplied > 0 else {
      before = capacity > 0 ? ratedBefore / capacity : 0
      after = capacity > 0 ? rated / capacity : 0
      return
    }
    let allocation = variant.allocation
    before = 1000 * (unsaved - allocation.fuelOfHeat(heat, burnt: unsaved)) / supplied
    after = 1000 * (burnt - allocation.fuelOfHeat(heat, burnt: burnt)) / supplied
  }
}
