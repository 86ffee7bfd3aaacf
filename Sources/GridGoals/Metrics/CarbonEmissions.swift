package import GridFormulation

/// CO2 emitted, t; a limit on it can be enforced.
///
/// *yearly*: the threshold is an amount of a year, of which fewer hours have their share. *hours-solved*: it is
/// an amount of the hours that are solved, however many.
package struct CarbonEmissions: Metric {
  package let name = "co2-emissions"
  package let summary =
    "CO2 emitted by all assets; the threshold is a year's and scales with the hours solved."
  package let unit = "t"
  package let partsUnit = "t"
  package let variants = ["yearly", "hours-solved"]

  package init() {}

  package func isYearly(_ variant: String) -> Bool { variant == "yearly" }

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in evidence: Evidence
  ) -> MetricValue {
    sums(variant: variant, in: evidence.view)?.value(in: evidence.schedule) ?? MetricValue()
  }

  package func sums(variant: String, in view: AssetView) -> MetricSums? {
    MetricSums(amount: [.init(.carbonDioxide, of: view.names { _ in true })])
  }
}
