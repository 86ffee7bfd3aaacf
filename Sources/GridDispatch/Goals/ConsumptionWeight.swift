/// Renewable electricity consumed as a share of all consumption (消纳责任权重).
///
///     weight = (local renewable − exported renewable) / demand served
///
/// Exports carry the zone's hourly renewable share; imports count as not renewable unless a model says more.
package struct ConsumptionWeight: Metric {
  package let name = "renewable-consumption-weight"
  package let summary =
    "Local renewable minus exported renewable energy over total consumption."
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants = ["total", "non-hydro"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let owners = result.view.names { $0.isRenewable && (variant == "total" || $0 != .hydro) }
    let mix = HourlyMix(of: owners, in: result)
    let exported = result.schedule.hourly(.exported)
    let sent = zip(exported, mix.share).reduce(0) { $0 + $1.0 * $1.1 }
    let consumed = result.schedule.total(.demand) - result.schedule.total(.unserved)
    var value = MetricValue.ratio(mix.energy - sent, consumed)
    value.remark = "exports carry the hourly mix; imports count as not renewable"
    if goal.threshold == nil {
      value.reasonNotJudged = "the yearly weight is an input and not given"
    }
    return value
  }
}

/// The hourly share of some sources in a zone's net generation.
package struct HourlyMix {
  /// Share in each hour; 0 where nothing is generated.
  package let share: [Double]
  /// Energy of the sources, MWh.
  package let energy: Double

  package init(of owners: Set<String>, in result: DispatchResult) {
    let generators = result.view.names { $0.isGeneration }
    let chosen = result.schedule.hourly(.power, where: owners.contains)
    let all = result.schedule.hourly(.power, where: generators.contains)
    share = zip(chosen, all).map { $1 > 0 ? $0 / $1 : 0 }
    energy = chosen.reduce(0, +)
  }
}
