package import GridFormulation

/// CO2 emitted, t; a limit on it can be enforced.
///
/// *yearly*: the threshold is an amount of a year, of which fewer hours have their share. *hours-solved*: it is
/// an amount of the hours that are solved, however many.
package struct CarbonEmissions: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case yearly
    case hoursSolved = "hours-solved"
  }

  package let name = "co2-emissions"
  package let summary =
    "CO2 emitted by all assets; the threshold is a year's and scales with the hours solved."
  package let unit = "t"
  package let partsUnit = "t"

  package init() {}

  package func isYearly(_ variant: Variant) -> Bool { variant == .yearly }

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    sums(variant, in: evidence.view)?.value(in: evidence.schedule) ?? MetricValue()
  }

  package func sums(_ variant: Variant, in view: AssetView) -> MetricSums? {
    MetricSums(amount: [.init(.carbonDioxide, of: view.names { _ in true })])
  }
}
