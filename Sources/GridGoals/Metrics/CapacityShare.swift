package import GridFormulation

/// Capacity of chosen sources as a share of all generating capacity, captive plants included (全口径).
///
/// Captive plants are in the denominator alone; a variant leaves them out. Batteries are in neither sum.
package struct CapacityShare: Metric {
  /// The variants of the definition.
  package enum Variant: String, CaseIterable, Sendable {
    case withPumpedHydro = "with-pumped-hydro"
    case withoutPumpedHydro = "without-pumped-hydro"
    case withoutCaptive = "without-captive"
    case withoutPumpedHydroAndCaptive = "without-pumped-hydro-and-captive"
    case nonFossil = "non-fossil"
    case withGas = "with-gas"
    case withGasWithoutCaptive = "with-gas-without-captive"

    /// Whether pumped hydro counts.
    var countsPumpedHydro: Bool {
      self != .withoutPumpedHydro && self != .withoutPumpedHydroAndCaptive
    }
    /// Whether captive plants count in the whole.
    var countsCaptive: Bool {
      switch self {
      case .withoutCaptive, .withoutPumpedHydroAndCaptive, .withGasWithoutCaptive: false
      default: true
      }
    }
    /// Whether gas counts as clean.
    var countsGas: Bool { self == .withGas || self == .withGasWithoutCaptive }
  }

  package let name: String
  package let summary: String
  package let unit = "pu"
  package let partsUnit = "MW"
  package let isOfFigures = true
  package let variants: [Variant]

  /// Hydro, pumped hydro, nuclear, wind, PV and biomass.
  package static let nonFossil = CapacityShare(
    name: "non-fossil-capacity-share",
    summary:
      "Hydro, pumped hydro, nuclear, wind, PV and biomass over all generating capacity, captive too.",
    variants: [
      .withPumpedHydro, .withoutPumpedHydro, .withoutCaptive, .withoutPumpedHydroAndCaptive,
    ]
  )
  /// Non-fossil sources, or these with gas.
  package static let clean = CapacityShare(
    name: "clean-capacity-share",
    summary:
      "Clean sources (non-fossil; a variant adds gas) over all generating capacity, captive too.",
    variants: [.nonFossil, .withGas, .withoutCaptive, .withGasWithoutCaptive]
  )

  package func evaluate(
    _ goal: Goal,
    as variant: Variant,
    in evidence: Evidence
  ) -> MetricValue {
    let counted = { (technology: Technology) in
      technology.isGeneration || (variant.countsPumpedHydro && technology == .pumpedHydro)
        || (variant.countsCaptive && technology == .captivePlant)
    }
    let chosen = evidence.view.capacity {
      counted($0) && ($0.isNonFossil || $0 == .pumpedHydro || (variant.countsGas && $0 == .gas))
    }
    return .ratio(chosen, evidence.view.capacity(where: counted))
  }
}
