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
  func evaluate(_ goal: Goal, variant: String, in result: DispatchResult) -> MetricValue
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

/// The assets of a model as metrics see them.
package struct AssetView: Sendable {
  package let assets: [AssetSummary]

  package init(assets: [AssetSummary]) { self.assets = assets }

  /// The assets that count in a part of the grid.
  package init(assets: [AssetSummary], in scope: GoalScope) {
    self.assets = assets.filter { scope.contains($0) }
  }

  /// The names of the assets whose technology passes.
  package func names(where isIncluded: (Technology) -> Bool) -> Set<String> {
    Set(assets.filter { isIncluded($0.facts.technology) }.map(\.name))
  }

  /// The capacity of the assets whose technology passes, MW.
  package func capacity(where isIncluded: (Technology) -> Bool) -> Double {
    assets.filter { isIncluded($0.facts.technology) }.reduce(0) { $0 + $1.facts.capacity }
  }
}

/// An asset as results name it.
public struct AssetSummary: Sendable {
  /// The asset's name.
  public let name: String
  /// The kind of asset, such as `coal`.
  public let type: String
  /// The zone it stands in.
  public let zone: String
  /// What it is made of and how large it is.
  public let facts: AssetFacts
  /// What the model's fuel that it burns counts as; nil where it burns none or that is not known.
  public var fuel: FuelKind?

  /// What the fuel that it burns counts as, by its technology where nothing more is known.
  public var burntFuel: FuelKind { fuel ?? FuelKind(burntBy: facts.technology) }
}

extension AssetSummary {
  /// An asset as results name it.
  package init(_ asset: any Asset) {
    name = asset.name
    type = Swift.type(of: asset).type.name
    zone = asset.zone
    facts = asset.facts
  }

  /// An asset with what its fuel counts as in a model.
  package init(_ asset: any Asset, in setting: Setting) {
    self.init(asset)
    guard let name = asset.fuelName, let burnt = setting.fuel(named: name) else { return }
    fuel = burnt.kind ?? FuelKind(named: name)
  }
}
