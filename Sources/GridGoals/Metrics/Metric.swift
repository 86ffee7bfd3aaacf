package import GridDispatch
package import GridFormulation
package import LinearProgramming

/// A number that policy goals are stated in.
///
/// One file holds one metric: its definition with variants, how it is read off a schedule and, where
/// it is linear in the dispatch, the sums that enforce it.
package protocol Metric: Sendable {
  /// The name, as goals use it.
  var name: String { get }
  /// What it is, in one sentence with its definition.
  var summary: String { get }
  /// The unit of the value.
  var unit: String { get }
  /// The unit of numerator and denominator.
  var partsUnit: String { get }
  /// The variants of the definition; the first is the usual one.
  var variants: [String] { get }
  /// What the solver's accuracy is a share of beside a threshold of 0, in the unit of the value.
  var sizeBesideZero: Double { get }

  /// The unit of numerator and denominator as a variant counts them, such as net or gross energy.
  func partsUnit(of variant: String) -> String
  /// Whether the threshold is an amount of a year, of which fewer hours have their share.
  func isYearly(_ variant: String) -> Bool
  /// The variant of a goal that names none.
  func usualVariant(of goal: Goal, in view: AssetView) -> String
  /// The value for a schedule.
  func evaluate(
    _ goal: Goal,
    variant: String,
    in evidence: Evidence
  ) throws(SolverError) -> MetricValue
  /// Numerator and denominator as sums over the hours, where the metric is linear in the dispatch.
  func sums(variant: String, in view: AssetView) -> MetricSums?
}

extension Metric {
  package var sizeBesideZero: Double {
    switch unit {
    case "t", "MWh": 1000
    case "Mtce": 1e-3
    default: 1
    }
  }

  package func partsUnit(of variant: String) -> String { partsUnit }

  package func isYearly(_ variant: String) -> Bool { false }

  package func usualVariant(of goal: Goal, in view: AssetView) -> String { variants[0] }

  package func sums(variant: String, in view: AssetView) -> MetricSums? { nil }
}

/// Which recorded series add up to a metric's numerator and denominator.
package struct MetricSums: Sendable {
  /// A recorded quantity of some assets, with a sign or weight.
  package struct Term: Sendable {
    package let quantity: ResultQuantity
    /// The assets that count; nil where all that have the quantity do, such as zones.
    package let owners: Set<String>?
    package let weight: Double

    package init(_ quantity: ResultQuantity, of owners: Set<String>? = nil, weight: Double = 1) {
      self.quantity = quantity
      self.owners = owners
      self.weight = weight
    }

    /// Whether an owner of the quantity counts.
    package func counts(_ owner: String) -> Bool { owners?.contains(owner) ?? true }
  }

  package let numerator: [Term]
  /// The terms to divide by; nil where the numerator is the value.
  package let denominator: [Term]?

  /// A ratio of two sums.
  package init(numerator: [Term], denominator: [Term]) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A sum by itself.
  package init(amount: [Term]) {
    numerator = amount
    denominator = nil
  }

  /// The value these sums have in a schedule.
  package func value(in schedule: Schedule) -> MetricValue {
    let total = Self.total(numerator, in: schedule)
    guard let denominator else { return MetricValue(value: total, numerator: total) }
    return .ratio(total, Self.total(denominator, in: schedule))
  }

  private static func total(_ terms: [Term], in schedule: Schedule) -> Double {
    terms.reduce(0) { sum, term in
      sum + term.weight * schedule.total(term.quantity) { term.counts($0) }
    }
  }
}
