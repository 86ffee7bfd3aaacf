package import GridFormulation

/// Capacity of chosen sources as a share of all generating capacity, captive plants included (全口径).
///
/// Captive plants are in the denominator alone; a variant leaves them out. Batteries are in neither sum.
package struct CapacityShare: Metric {
  package let name: String
  package let summary: String
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants: [String]

  /// Hydro, pumped hydro, nuclear, wind, PV and biomass.
  package static let nonFossil = CapacityShare(
    name: "non-fossil-capacity-share",
    summary:
      "Hydro, pumped hydro, nuclear, wind, PV and biomass over all generating capacity, captive too.",
    variants: [
      "with-pumped-hydro", "without-pumped-hydro", "without-captive",
      "without-pumped-hydro-and-captive",
    ]
  )
  /// Non-fossil sources, or these with gas.
  package static let clean = CapacityShare(
    name: "clean-capacity-share",
    summary:
      "Clean sources (non-fossil; a variant adds gas) over all generating capacity, captive too.",
    variants: ["non-fossil", "with-gas", "without-captive", "with-gas-without-captive"]
  )

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in evidence: Evidence
  ) -> MetricValue {
    let countsPumped = !variant.hasPrefix("without-pumped-hydro")
    let countsCaptive = !variant.hasSuffix("captive")
    let countsGas = variant.hasPrefix("with-gas")
    let counted = { (technology: Technology) in
      technology.isGeneration || (countsPumped && technology == .pumpedHydro)
        || (countsCaptive && technology == .captivePlant)
    }
    let chosen = evidence.view.capacity {
      counted($0) && ($0.isNonFossil || $0 == .pumpedHydro || (countsGas && $0 == .gas))
    }
    return .ratio(chosen, evidence.view.capacity(where: counted))
  }
}
