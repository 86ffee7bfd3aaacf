import GridDispatch
package import GridFormulation
import Hourly
import Tables

/// Hours in which some demand was not served.
package struct ShortageHours: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case power
  }

  package let name = "shortage-hours"
  package let summary =
    "Hours of those that are solved in which some demand was not served, in any zone that counts."
  package let unit = "h"
  package let partsUnit = "h"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let short = Double(evidence.schedule.unservedPower.filter { $0 > 0 }.count)
    return MetricValue(
      value: short,
      numerator: short,
      denominator: Double(evidence.schedule.horizon.hours)
    )
  }
}
