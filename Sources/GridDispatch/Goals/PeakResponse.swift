import LinearProgramming

/// Demand that can be called off at the peak as a share of the annual maximum load.
///
/// *registered*: the contracted MW that can be called in the hour of the maximum load. *verified*: the MW
/// that a second program can really take off the grid in every peak hour (load ≥ 97 % of the maximum) for
/// the stated duration, calls within the daily and yearly limits, every state feasible before and after.
///
/// What counts are the resources of ``PeakResources``. Where what counts draws power beside the load of its
/// zone, the maximum holds that too.
package struct PeakResponse: Metric {
  package let name = "peak-response"
  package let summary =
    "Demand that can be called at the peak over the maximum load: registered, or verified by a second solve."
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants = ["registered", "verified"]

  package init() {}

  /// What can be called in the hour of the largest load, and that load; nil without any hour.
  static func registered(
    _ goal: Goal,
    _ grid: GridModel,
    in result: DispatchResult
  ) -> RegisteredResponse? {
    let resources = PeakResources(of: goal, in: grid)
    let load = resources.load(beside: result)
    guard let peak = load.indices.max(by: { load[$0] < load[$1] }) else { return nil }
    return RegisteredResponse(power: resources.registered(at: peak), load: load[peak])
  }

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let demand = result.schedule.hourly(.demand).max() ?? 0
    let registered = result.registeredResponse[goal.id]
    var value: MetricValue
    if variant == "registered" {
      let contracted = result.assets.filter { goal.counts($0.facts.technology) }
        .reduce(0) { $0 + $1.facts.registeredResponse }
      value = .ratio(registered?.power ?? contracted, registered?.load ?? demand)
    } else {
      let maximum = registered?.load ?? demand
      guard let verified = result.verifiedResponse.first(where: { $0.goal == goal.id }) else {
        return MetricValue(denominator: maximum, reasonNotJudged: "the second solve did not end")
      }
      value = .ratio(verified.power, maximum)
      value.remark = "in \(verified.peakHours) peak hours, \(goal.callHours) h a call"
    }
    if value.value == nil { value.reasonNotJudged = "there is no load" }
    let beside = goal.resourcesBeside.map(\.rawValue).joined(separator: ", ")
    guard !beside.isEmpty else { return value }
    let counted = "with \(beside), which the definition does not name"
    value.remark = [value.remark, counted].compactMap { $0 }.joined(separator: "; ")
    return value
  }
}

/// What is registered for the peak, and the load that it is a share of.
package struct RegisteredResponse: Sendable {
  /// The MW that can be called.
  package let power: Double
  /// The maximum load, MW.
  package let load: Double
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
