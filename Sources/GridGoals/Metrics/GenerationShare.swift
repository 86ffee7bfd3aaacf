package import GridFormulation

/// Generation of chosen sources as a share of all generation, captive plants included (全口径).
///
/// Net means after the plants' own use, gross before it (发电量, as Chinese statistics count); storage and pumped
/// hydro are in neither sum, captive plants in the denominator alone. Imports are what is bought
/// from outside and, for a zone, what it receives over corridors; flows on lines are not told apart and not counted.
package struct GenerationShare: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case province
    case withImports = "with-imports"
    case gross
    case grossWithImports = "gross-with-imports"
    case withoutCaptive = "without-captive"
    case grossWithoutCaptive = "gross-without-captive"
    case nonFossil = "non-fossil"
    case withGas = "with-gas"
    case grossWithGas = "gross-with-gas"

    /// Whether energy counts before the plants' own use.
    var isGross: Bool {
      switch self {
      case .gross, .grossWithImports, .grossWithGas, .grossWithoutCaptive: true
      case .province, .withImports, .withoutCaptive, .nonFossil, .withGas: false
      }
    }
    /// Whether gas counts as clean.
    var countsGas: Bool { self == .withGas || self == .grossWithGas }
    /// Whether captive plants count in the whole.
    var countsCaptive: Bool { self != .withoutCaptive && self != .grossWithoutCaptive }
    /// Whether imports count in the whole.
    var countsImports: Bool { self == .withImports || self == .grossWithImports }
  }

  package let name: String
  package let summary: String
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants: [Variant]

  /// Hydro, nuclear, wind, PV and biomass.
  package static let nonFossil = GenerationShare(
    name: "non-fossil-generation-share",
    summary:
      "Net generation of hydro, nuclear, wind, PV and biomass over all of it, captive plants included; gross in variants.",
    variants: [
      .province, .withImports, .gross, .grossWithImports, .withoutCaptive, .grossWithoutCaptive,
    ]
  )
  /// Non-fossil sources, or these with gas.
  package static let clean = GenerationShare(
    name: "clean-generation-share",
    summary:
      "Net generation of clean sources (non-fossil; a variant adds gas) over all of it, captive plants included.",
    variants: [.nonFossil, .withGas, .gross, .grossWithGas, .withoutCaptive, .grossWithoutCaptive]
  )

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    sums(variant, in: evidence.view)?.value(in: evidence.schedule) ?? MetricValue()
  }

  package func partsUnit(of variant: Variant) -> String {
    variant.isGross ? "MWh gross" : "MWh net"
  }

  package func sums(_ variant: Variant, in view: AssetView) -> MetricSums? {
    let chosen = view.generated(isGross: variant.isGross) {
      $0.isNonFossil || (variant.countsGas && $0 == .gas)
    }
    var all = view.generated(isGross: variant.isGross) { $0.isGeneration }
    if variant.countsCaptive { all += view.captiveOutput(isGross: variant.isGross) }
    if variant.countsImports {
      all.append(.init(.imported, of: view.names { $0 == .exchange }))
      all.append(.init(.received, of: view.names { $0 == .corridor }))
    }
    return MetricSums(numerator: chosen, denominator: all)
  }
}

extension AssetView {
  /// What the plants whose technology passes make, before or after their own use.
  fileprivate func generated(
    isGross: Bool,
    where isIncluded: (Technology) -> Bool
  ) -> [MetricSums.Term] {
    let chosen = assets.filter { isIncluded($0.facts.technology) }
    guard isGross else { return [.init(.power, of: Set(chosen.map(\.name)))] }
    let recorded = chosen.filter {
      if case .recorded = $0.facts.grossOutput { true } else { false }
    }
    let names = Set(recorded.map(\.name))
    let others = Set(chosen.map(\.name)).subtracting(names)
    return [.init(.gross, of: names), .init(.power, of: others)]
  }

  /// What plants behind a meter make, before or after their own use.
  fileprivate func captiveOutput(isGross: Bool) -> [MetricSums.Term] {
    assets.filter { $0.facts.technology == .captivePlant }.map { asset in
      var weight = 1.0
      if isGross, case .scaled(let scale) = asset.facts.grossOutput { weight = scale }
      return .init(.captiveOutput, of: [asset.name], weight: weight)
    }
  }
}
