/// Renewable electricity consumed as a share of all consumption (消纳责任权重).
///
///     weight = (local renewable + imported renewable − exported renewable) / demand served
///
/// What leaves a zone, over a corridor or to the outside, carries the hourly mix of that zone's net generation;
/// what comes over a corridor that of the zone at its other end. Power bought from outside the model and what
/// arrives over lines counts as not renewable.
package struct ConsumptionWeight: Metric {
  package let name = "renewable-consumption-weight"
  package let summary =
    "Local plus imported minus exported renewable energy over total consumption."
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants = ["total", "non-hydro"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let isCounted = { (technology: Technology) in
      technology.isRenewable && (variant == "total" || technology != .hydro)
    }
    var mixes: [String: HourlyMix] = [:]
    func mix(of zone: String) -> [Double] {
      if let known = mixes[zone] { return known.share }
      let mix = HourlyMix(of: zone, in: result, where: isCounted)
      mixes[zone] = mix
      return mix.share
    }
    let owners = result.view.names(where: isCounted)
    var kept = result.schedule.total(.power, where: owners.contains)
    for series in result.schedule.series {
      switch series.quantity {
      case .exported, .sent:
        kept -= zip(series.values, mix(of: series.zone)).reduce(0) { $0 + $1.0 * $1.1 }
      case .received:
        guard let other = result.otherEnd(of: series) else { continue }
        kept += zip(series.values, mix(of: other)).reduce(0) { $0 + $1.0 * $1.1 }
      default: continue
      }
    }
    let consumed = result.schedule.total(.demand) - result.schedule.total(.unserved)
    var value = MetricValue.ratio(kept, consumed)
    value.remark =
      "what is sent carries the sending zone's hourly mix; imports from outside count as not renewable"
    if goal.threshold == nil {
      value.reasonNotJudged = "the yearly weight is an input and not given"
    }
    return value
  }
}

extension DispatchResult {
  /// The zone at the other end of the corridor that a series belongs to.
  fileprivate func otherEnd(of series: Schedule.Series) -> String? {
    guard let link = wholeAssets.first(where: { $0.name == series.owner })?.facts.link else {
      return nil
    }
    return link.from == series.zone ? link.to : link.from
  }
}
