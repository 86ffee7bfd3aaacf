/// Judges goals on a schedule.
enum GoalJudge {
  /// The verdict on each goal, in the order written.
  static func verdicts(
    on goals: [Goal],
    in result: DispatchResult,
    of setting: Setting
  ) -> [GoalVerdict] {
    goals.compactMap { goal in
      MetricCatalogue.metric(named: goal.metric).map {
        verdict(on: goal, by: $0, in: result.scoped(to: GoalScope(goal, in: setting)), of: setting)
      }
    }
  }

  private static func verdict(
    on goal: Goal,
    by metric: any Metric,
    in result: DispatchResult,
    of setting: Setting
  ) -> GoalVerdict {
    let variant =
      goal.variant ?? metric.usualVariant(of: goal, in: AssetView(assets: result.wholeAssets))
    let found = metric.evaluate(goal, variant: variant, in: result)
    var verdict = GoalVerdict(
      goal: goal,
      variant: variant,
      value: found.value,
      numerator: found.numerator,
      denominator: found.denominator,
      unit: metric.unit,
      partsUnit: metric.partsUnit(of: variant),
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
    verdict.isWithinGap = isWithinGap(goal, metric, value, found.denominator, result)
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
