import GridDispatch
package import GridFormulation

/// What could be given beyond the demand, at the peak or in the tightest hour, as a share of the demand then.
package struct ReserveMargin: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case peak
    case tightest
  }

  package let name = "reserve-margin"
  package let summary =
    "What could be given beyond demand over the demand, at the peak or in the tightest hour: "
    + CapacityMargin.definition
  package let unit = "pu"
  package let partsUnit = "MW"
  package let isOfFigures = true

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let demand = evidence.schedule.hourly(.demand)
    guard let margin = CapacityMargin(of: evidence.grid, demand: demand, in: evidence.part) else {
      return MetricValue(reasonNotJudged: "there is no demand")
    }
    let moment = variant == .peak ? margin.peak : margin.tightest
    var value = MetricValue.ratio(moment.margin, moment.demand)
    value.remark = "at \(moment.time)"
    return value
  }
}
