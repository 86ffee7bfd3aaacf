package import GridDispatch
package import GridFormulation
package import LinearProgramming

/// Judges goals on a schedule.
package enum GoalJudge {
  /// The dispatch of a model with the verdict on each of its goals, in the order written.
  @available(*, noasync)
  package static func judged(
    _ result: DispatchResult,
    of grid: GridModel,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> JudgedResult {
    var verdicts: [GoalVerdict] = []
    for goal in grid.goals {
      guard let metric = MetricCatalogue.metric(named: goal.metric) else { continue }
      let evidence = Evidence(on: goal, in: result, of: grid, monitor: monitor)
      verdicts.append(try verdict(on: goal, by: metric, in: evidence))
    }
    return JudgedResult(of: result, verdicts: verdicts, wasStopped: monitor.isStopped)
  }

  private static func verdict(
    on goal: Goal,
    by metric: any Metric,
    in evidence: Evidence
  ) throws(SolverError) -> GoalVerdict {
    let setting = evidence.grid.setting
    let judged = try metric.judged(goal, in: evidence)
    let found = judged.value
    var verdict = GoalVerdict(
      goal: goal,
      variant: judged.variant,
      value: found.value,
      numerator: found.numerator,
      denominator: found.denominator,
      unit: metric.unit,
      partsUnit: judged.partsUnit,
      verdict: .notJudged
    )
    verdict.year = goal.year ?? setting.year
    var reason = goal.reasonNotJudged(in: setting) ?? found.reasonNotJudged
    if reason == nil, goal.threshold == nil { reason = "the model gives no threshold" }
    let remarks =
      [reason ?? found.remark].compactMap { $0 }
      + goal.remarks(on: reason == nil ? found.value : nil, in: setting, unit: metric.unit)
    verdict.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    guard reason == nil, let value = found.value, goal.threshold != nil else { return verdict }
    verdict.verdict = goal.isMet(by: value) ? .pass : .fail
    verdict.isWithinGap = isWithinGap(goal, metric, value, found.denominator, evidence.whole)
    return verdict
  }

  /// Whether a schedule of the certified cost could lie on the other side of the threshold.
  ///
  /// What the gap is worth is turned into energy at the mean price, the least that a MWh of
  /// difference is likely to cost; capacities and registered response do not depend on the dispatch.
  private static func isWithinGap(
    _ goal: Goal,
    _ metric: any Metric,
    _ value: Double,
    _ denominator: Double?,
    _ result: DispatchResult
  ) -> Bool {
    guard let threshold = goal.threshold, metric.partsUnit.hasPrefix("MWh"), let denominator,
      denominator > 0
    else { return false }
    let served = result.schedule.total(.demand)
    let price = served > 0 ? max(abs(result.cost) / served, 1) : 1
    let energy = max(result.cost - result.lowerBound, 0) / price
    return abs(value - threshold) <= energy / denominator
  }
}
