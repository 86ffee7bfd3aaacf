package import GridFormulation

/// Installed capacity of chosen technologies, in all or added within the plan's period.
package struct InstalledCapacity: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case installed
    case added
  }

  package let name: String
  package let summary: String
  package let unit = "MW"
  package let partsUnit = "MW"
  package let isOfFigures = true
  package let variants: [Variant]
  private let isIncluded: @Sendable (Technology) -> Bool
  private let isNewOnly: Bool

  private init(
    _ name: String,
    _ summary: String,
    isNewOnly: Bool = false,
    _ isIncluded: @escaping @Sendable (Technology) -> Bool
  ) {
    self.name = name
    self.summary = summary
    self.isNewOnly = isNewOnly
    self.isIncluded = isIncluded
    variants = [isNewOnly ? .added : .installed]
  }

  /// All metrics of installed and added capacity.
  package static let all: [InstalledCapacity] = [
    .init("wind-solar-capacity", "Installed wind and PV.") { $0.isWind || $0.isSolar },
    .init("biomass-capacity", "Installed biomass, waste included.") { $0 == .biomass },
    .init("pumped-hydro-capacity", "Installed pumped hydro.") { $0 == .pumpedHydro },
    .init("new-storage-capacity", "Installed new-type storage: all but pumped hydro.") {
      $0 == .battery || $0 == .otherStorage
    },
    .init("new-wind", "Wind added within the plan's period.", isNewOnly: true) { $0.isWind },
    .init("new-pv", "PV added within the plan's period.", isNewOnly: true) { $0.isSolar },
    .init("new-nuclear", "Nuclear added within the plan's period.", isNewOnly: true) {
      $0 == .nuclear
    },
  ]

  /// The capacity that stands in the model, MW; 0 where it counts what was added and nobody says so.
  func capacity(of assets: [AssetSummary]) -> Double {
    assets.filter { isIncluded($0.facts.technology) }.reduce(0) { sum, asset in
      sum + (isNewOnly ? asset.facts.newCapacity ?? 0 : asset.facts.capacity)
    }
  }

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let chosen = evidence.assets.filter { isIncluded($0.facts.technology) }
    guard isNewOnly else {
      let total = chosen.reduce(0) { $0 + $1.facts.capacity }
      return MetricValue(value: total, numerator: total)
    }
    guard chosen.contains(where: { $0.facts.newCapacity != nil }) else {
      return MetricValue(
        reasonNotJudged: "no asset says what was added: fill in the column new_capacity_mw"
      )
    }
    let total = chosen.reduce(0) { $0 + ($1.facts.newCapacity ?? 0) }
    return MetricValue(value: total, numerator: total)
  }
}
