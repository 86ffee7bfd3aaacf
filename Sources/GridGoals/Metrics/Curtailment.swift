package import GridFormulation
package import LinearProgramming
import Tables

/// Curtailed wind and PV as a share of what the weather offered.
///
///     rate = (curtailed + burnt) / (delivered + curtailed)
///
/// Burnt is what is lost beyond the least loss that the net flows of the hour need (``LeastLoss``); it counts as
/// curtailed in the joint rate, so that it cannot hide curtailment. What a store loses by taking in at one hour and
/// giving at another is use, and counts as such.
package struct Curtailment: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case joint
    case wind
    case solar
  }

  package let name = "curtailment"
  package let summary =
    "Curtailed wind and PV over delivered plus curtailed energy; the joint rate uses summed energy."
  package let unit = "pu"
  package let partsUnit = "MWh"

  package init() {}

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) throws(SolverError) -> MetricValue {
    guard let sums = sums(variant, in: evidence.view) else { return MetricValue() }
    let plain = sums.value(in: evidence.schedule)
    let burnt =
      variant == .joint ? try evidence.burntByStorage + evidence.burntByNetwork() : 0
    guard let numerator = plain.numerator, let denominator = plain.denominator, burnt > 0 else {
      return plain
    }
    var value = MetricValue.ratio(numerator + burnt, denominator)
    value.remark =
      "with \(NumberText.fixed(burnt, decimals: 0)) MWh burnt: lost beyond what the net flows need"
    return value
  }

  package func sums(_ variant: Variant, in view: AssetView) -> MetricSums? {
    let owners = view.names {
      switch variant {
      case .wind: $0.isWind
      case .solar: $0.isSolar
      case .joint: $0.isWind || $0.isSolar
      }
    }
    return MetricSums(
      numerator: [.init(.curtailed, of: owners)],
      denominator: [.init(.available, of: owners)]
    )
  }

  package func countsBurntEnergy(_ variant: Variant) -> Bool { variant == .joint }
}
