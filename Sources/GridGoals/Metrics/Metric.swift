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
  /// The variants of its definition, by the words that goals use.
  associatedtype Variant: RawRepresentable<String> & CaseIterable & Hashable & Sendable
  /// Those that it has; the first is the usual one.
  var variants: [Variant] { get }
  /// What the solver's accuracy is a share of beside a threshold of 0, in the unit of the value.
  var sizeBesideZero: Double { get }

  /// The unit of numerator and denominator as a variant counts them, such as net or gross energy.
  func partsUnit(of variant: Variant) -> String
  /// Whether the threshold is an amount of a year, of which fewer hours have their share.
  func isYearly(_ variant: Variant) -> Bool
  /// The variant of a goal that names none.
  func usualVariant(of goal: Goal, in view: AssetView) -> Variant
  /// The value for a schedule; what it needs beside that, such as a second solve, it finds by itself.
  func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) throws(SolverError) -> MetricValue
  /// Numerator and denominator as sums over the hours, where the metric is linear in the dispatch.
  func sums(_ variant: Variant, in view: AssetView) -> MetricSums?
  /// Whether energy that the network burns counts in it, which no linear rule holds.
  func countsBurntEnergy(_ variant: Variant) -> Bool
  /// Whether the figures of the plan decide it beside a given demand, and no schedule changes it.
  var isOfFigures: Bool { get }
  /// The rules that hold a goal where the metric is no ratio of sums, such as one a corridor; none in most metrics.
  func rules(of goal: Goal, among assets: [AssetSummary]) -> [any MetricRule]
  /// Whether a goal that is just held is worth an explanation though the plan alone decides it.
  var isExplainedWhenTight: Bool { get }
}

extension Metric {
  package var sizeBesideZero: Double {
    switch unit {
    case "t", "MWh": 1000
    case "Mtce": 1e-3
    default: 1
    }
  }

  package var variants: [Variant] { Array(Variant.allCases) }

  package func partsUnit(of variant: Variant) -> String { partsUnit }

  package func isYearly(_ variant: Variant) -> Bool { false }

  package func usualVariant(of goal: Goal, in view: AssetView) -> Variant { variants[0] }

  package func sums(_ variant: Variant, in view: AssetView) -> MetricSums? { nil }

  package func countsBurntEnergy(_ variant: Variant) -> Bool { false }

  package func rules(of goal: Goal, among assets: [AssetSummary]) -> [any MetricRule] { [] }

  package var isExplainedWhenTight: Bool { false }

  package var isOfFigures: Bool { false }
}

/// What is asked of a metric that is known by its name only.
extension Metric {
  /// The words of its variants.
  package var variantNames: [String] { variants.map(\.rawValue) }

  /// The units of numerator and denominator that its variants have, each once.
  package var partsUnits: [String] {
    variants.map { partsUnit(of: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether a goal's threshold is an amount of a year.
  package func isYearly(_ goal: Goal) -> Bool { isYearly(named(goal) ?? variants[0]) }

  /// The word of the variant that a goal is judged by.
  package func variantName(of goal: Goal, among assets: [AssetSummary]) -> String {
    variant(of: goal, among: assets).rawValue
  }

  /// A goal's value with the variant and the unit of its parts.
  package func judged(
    _ goal: Goal,
    in evidence: Evidence
  ) throws(SolverError) -> (variant: String, partsUnit: String, value: MetricValue) {
    let variant = variant(of: goal, among: evidence.wholeAssets)
    let value = try evaluate(goal, as: variant, in: evidence)
    return (variant.rawValue, partsUnit(of: variant), value)
  }

  /// Numerator and denominator of a goal as sums over the hours; nil where it is not linear in the dispatch.
  package func sums(
    of goal: Goal,
    among assets: [AssetSummary],
    in part: GridPart
  ) -> MetricSums? {
    sums(variant(of: goal, among: assets), in: AssetView(assets: assets, in: part))
  }

  /// Whether energy that the network burns counts in a goal.
  package func countsBurntEnergy(_ goal: Goal) -> Bool {
    countsBurntEnergy(named(goal) ?? variants[0])
  }

  private func named(_ goal: Goal) -> Variant? { goal.variant.flatMap(Variant.init(rawValue:)) }

  private func variant(of goal: Goal, among assets: [AssetSummary]) -> Variant {
    named(goal) ?? usualVariant(of: goal, in: AssetView(assets: assets))
  }
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
