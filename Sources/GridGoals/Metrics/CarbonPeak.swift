import GridDispatch
package import GridFormulation

/// CO2 of the power sector beside a baseline that it must not exceed.
package struct CarbonPeak: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case powerSector = "power-sector"
  }

  package let name = "co2-peak"
  package let summary =
    "CO2 of the power sector over the `baseline` in Mt a year; at most 1 where CO2 must not rise."
  package let unit = "pu"
  package let partsUnit = "Mt"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let emitted = evidence.schedule.total(.carbonDioxide) / 1e6
    guard let baseline = goal.baseline else {
      return MetricValue(
        numerator: emitted,
        reasonNotJudged: "no baseline is given to compare with"
      )
    }
    guard baseline > 0 else {
      return MetricValue(
        numerator: emitted,
        denominator: baseline,
        reasonNotJudged: "the baseline is 0: there is nothing to compare with"
      )
    }
    return .ratio(emitted, baseline)
  }
}
