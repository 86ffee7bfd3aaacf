import Grid

/// Hours in which some demand was not served.
package struct ShortageHours: Metric {
  package let name = "shortage-hours"
  package let summary =
    "Hours of those that are solved in which some demand was not served, in any zone that counts."
  package let unit = "h"
  package let partsUnit = "h"
  package let variants = ["power"]

  package init() {}

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let short = Double(result.schedule.unservedPower.filter { $0 > 0 }.count)
    return MetricValue(
      value: short,
      numerator: short,
      denominator: Double(result.schedule.horizon.hours)
    )
  }
}
