import LinearProgramming

/// Demand that can be called off at the peak as a share of the annual maximum load.
///
/// *registered*: the contracted MW that can be called in the hour of the maximum load. *verified*: the MW
/// that a second program can really take off the grid in every peak hour (load ≥ 97 % of the maximum) for
/// the stated duration, calls within the daily and yearly limits, every state feasible before and after.
package struct PeakResponse: Metric {
  package let name = "peak-response"
  package let summary =
    "Demand that can be called at the peak over the maximum load: registered, or verified by a second solve."
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants = ["registered", "verified"]

  package init() {}

  /// The contracted load that runs in the hour of the largest demand, MW; nil without any hour.
  static func registered(
    _ goal: Goal,
    _ grid: GridModel,
    in result: DispatchResult
  ) -> Double? {
    let scope = GoalScope(goal, in: grid.setting)
    let demand = result.scoped(to: scope).schedule.hourly(.demand)
    guard let peak = demand.indices.max(by: { demand[$0] < demand[$1] }) else { return nil }
    let bundled = Set(grid.assets.flatMap(\.bundledAssets))
    return grid.assets.reduce(0) { sum, asset in
      guard scope.contains(asset.zone), !bundled.contains(asset.name) else { return sum }
      return sum + asset.registeredResponse(at: peak, in: grid.setting)
    }
  }

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let demand = result.schedule.hourly(.demand)
    guard let maximum = demand.max(), maximum > 0 else {
      return MetricValue(reasonNotJudged: "there is no load")
    }
    if variant == "registered" {
      let contracted = result.assets.reduce(0) { $0 + $1.facts.registeredResponse }
      return .ratio(result.registeredResponse[goal.id] ?? contracted, maximum)
    }
    guard let verified = result.verifiedResponse.first(where: { $0.goal == goal.id }) else {
      return MetricValue(denominator: maximum, reasonNotJudged: "the second solve did not end")
    }
    var value = MetricValue.ratio(verified.power, maximum)
    value.remark =
      "in \(verified.peakHours) peak hours, \(goal.callHours) h a call"
    return value
  }
}

/// What a second solve can take off the grid in all peak hours.
package struct VerifiedResponse: Sendable {
  /// The goal it was solved for.
  package let goal: String
  /// The MW that can be taken off in every peak hour.
  package let power: Double
  /// The number of peak hours.
  package let peakHours: Int
}
