extension DispatchResult {
  /// Finds the margin of the whole grid, and of each zone that a goal names.
  mutating func findMargins(of grid: GridModel) {
    var places: [Goal] = [Goal()]
    places += grid.goals.filter { $0.metric == ReserveMargin().name && $0.zone != nil }
    for goal in places {
      let scope = GoalScope(goal, in: grid.setting)
      let demand = scoped(to: scope).schedule.hourly(.demand)
      margins[goal.zone ?? ""] = CapacityMargin(of: grid, demand: demand, in: scope)
    }
  }
}

/// What could be given beyond the demand, at the peak or in the tightest hour, as a share of the demand then.
package struct ReserveMargin: Metric {
  package let name = "reserve-margin"
  package let summary =
    "What could be given beyond demand over the demand, at the peak or in the tightest hour: "
    + CapacityMargin.definition
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants = ["peak", "tightest"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    guard let margin = result.margins[goal.zone ?? ""] else {
      return MetricValue(reasonNotJudged: "there is no demand")
    }
    let moment = variant == "peak" ? margin.peak : margin.tightest
    var value = MetricValue.ratio(moment.margin, moment.demand)
    value.remark = "at \(moment.time)"
    return value
  }
}
