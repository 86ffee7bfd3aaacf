/// The coal that all assets burn, by their fuel, beside a target for all sectors; never judged as met.
package struct CoalConsumption: Metric {
  package let name = "coal-consumption"
  package let summary =
    "Coal burnt by all assets, captive plants and heat boilers too, Mtce, beside a target for all sectors; reported, never judged."
  package let unit = "Mtce"
  package let partsUnit = "Mtce"
  package let variants = ["power-sector"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let burners = Set(result.assets.filter { $0.burntFuel == .coal }.map(\.name))
    let burnt = result.schedule.total(.fuel, where: burners.contains) / 1e6
    let share = goal.threshold.map { " (\(Int((100 * burnt / $0).rounded())) % of it)" } ?? ""
    return MetricValue(
      value: burnt,
      numerator: burnt,
      denominator: goal.threshold,
      reasonNotJudged: "the target is for all sectors; this is the power sector's share\(share)"
    )
  }
}
