/// CO2 emitted in the hours that are solved, t; a limit on it can be enforced.
package struct CarbonEmissions: Metric {
  package let name = "co2-emissions"
  package let summary = "CO2 emitted by all assets in the hours that are solved."
  package let unit = "t"
  package let partsUnit = "t"
  package let variants = ["emitted"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    sums(variant: variant, in: result.view)?.value(in: result.schedule) ?? MetricValue()
  }

  package func sums(variant: String, in view: AssetView) -> MetricSums? {
    MetricSums(amount: [.init(.carbonDioxide, of: view.names { _ in true })])
  }
}
