/// The share of coal capacity that burns no more than a limit of coal per energy supplied.
package struct SupplyCoalRate: Metric {
  package let name = "supply-coal-rate"
  package let summary =
    "Share of coal capacity at or below `limit` gce/kWh supplied (300 where none is given)."
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants = ["rated", "yearly"] + HeatAllocation.allCases.map(\.rawValue)

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let limit = goal.limit ?? 300
    var within = 0.0
    var all = 0.0
    for asset in result.assets where asset.facts.technology == .coal {
      for part in asset.facts.parts {
        all += part.capacity
        let rate =
          variant == "rated"
          ? part.ratedFuelRate
          : yearlyRate(asset, part, HeatAllocation(rawValue: variant), in: result.schedule)
        if rate <= limit { within += part.capacity }
      }
    }
    var value = MetricValue.ratio(within, all)
    let deduction =
      HeatAllocation(rawValue: variant).map { "the coal of heat is deducted, \($0.rawValue)" }
      ?? "heat is not deducted from the coal burnt"
    value.remark = "units at or below \(limit) gce/kWh; \(deduction)"
    return value
  }

  private func yearlyRate(
    _ asset: AssetSummary,
    _ part: PartFacts,
    _ allocation: HeatAllocation?,
    in schedule: Schedule
  ) -> Double {
    var burnt = 0.0
    var supplied = 0.0
    var heat = 0.0
    for series in schedule.series where series.owner == asset.name && series.part == part.name {
      if series.quantity == .fuel { burnt = series.values.reduce(0, +) }
      if series.quantity == .power { supplied = series.values.reduce(0, +) }
      if series.quantity == .heat { heat = series.values.reduce(0, +) }
    }
    burnt -= allocation?.fuelOfHeat(heat, burnt: burnt) ?? 0
    return supplied > 0 ? burnt / supplied * 1000 : part.ratedFuelRate
  }
}
