package import GridFormulation
package import LinearProgramming

/// Demand that can be called off at the peak as a share of the annual maximum load.
///
/// *registered*: the contracted MW that can be called in the hour of the maximum load. *verified*: the MW
/// that a second program can really take off the grid in every peak hour (load ≥ 97 % of the maximum) for
/// the stated duration, calls within the daily and yearly limits, every state feasible before and after.
///
/// What counts are the resources of ``PeakResources``. Where what counts draws power beside the load of its
/// zone, the maximum holds that too.
package struct PeakResponse: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case registered
    case verified
  }

  package let name = "peak-response"
  package let summary =
    "Demand that can be called at the peak over the maximum load: registered, or verified by a second solve."
  package let unit = "pu"
  package let partsUnit = "MW"
  package let isOfFigures = true

  package let isExplainedWhenTight = true

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) throws(SolverError) -> MetricValue {
    let resources = PeakResources(of: goal, in: evidence.grid)
    let load = resources.load(beside: evidence.schedule)
    guard let peak = load.indices.max(by: { load[$0] < load[$1] }) else {
      return MetricValue(reasonNotJudged: "there is no load")
    }
    var value: MetricValue
    if variant == .registered {
      value = .ratio(resources.registered(at: peak), load[peak])
    } else {
      let found = try PeakVerification.solve(goal, resources, beside: load, evidence)
      guard let verified = found else {
        return MetricValue(denominator: load[peak], reasonNotJudged: "the second solve did not end")
      }
      value = .ratio(verified.power, load[peak])
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

/// What a second solve can take off the grid in all peak hours.
package struct VerifiedResponse: Sendable {
  /// The MW that can be taken off in every peak hour.
  package let power: Double
  /// The number of peak hours.
  package let peakHours: Int
}
