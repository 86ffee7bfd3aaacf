import GridDispatch
package import GridFormulation
import Tables

/// The coal that all assets burn, by their fuel, beside a target for all sectors; never judged as met.
///
/// Where the power sector alone burns more than all sectors may, the target is missed whatever the others do. A
/// target of 0 is the end of coal, which the power sector meets for its part where it burns none.
package struct CoalConsumption: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case powerSector = "power-sector"
  }

  package let name = "coal-consumption"
  package let summary =
    "Coal burnt by all assets, captive plants and heat boilers too, Mtce, beside a target for all sectors in a year: reported, never judged as met; 0 ends coal."
  package let unit = "Mtce"
  package let partsUnit = "Mtce"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let burners = Set(evidence.assets.filter { $0.burntFuel == .coal }.map(\.name))
    let burnt = evidence.schedule.total(.fuel, where: burners.contains) / 1e6
    var value = MetricValue(value: burnt, numerator: burnt, denominator: goal.threshold)
    guard let threshold = goal.threshold, goal.comparison.isCeiling else {
      value.reasonNotJudged = "the target is for all sectors; this is the power sector's coal"
      return value
    }
    if threshold <= 0 || burnt > threshold / goal.yearShare {
      value.remark = "the target is for all sectors; this is the power sector's coal alone"
      return value
    }
    let share = NumberText.fixed(100 * burnt / threshold, decimals: 0)
    value.reasonNotJudged =
      "the target is for all sectors; this is the power sector's share (\(share) % of it)"
    return value
  }

  package func isYearly(_ variant: Variant) -> Bool { true }
}
