/// Capacity of chosen sources as a share of all generating capacity; batteries are in neither sum.
package struct CapacityShare: Metric {
  package let name: String
  package let summary: String
  package let unit = "pu"
  package let partsUnit = "MW"
  package let variants: [String]

  /// Hydro, pumped hydro, nuclear, wind, PV and biomass.
  package static let nonFossil = CapacityShare(
    name: "non-fossil-capacity-share",
    summary: "Hydro, pumped hydro, nuclear, wind, PV and biomass over all generating capacity.",
    variants: ["with-pumped-hydro", "without-pumped-hydro"]
  )
  /// Non-fossil sources, or these with gas.
  package static let clean = CapacityShare(
    name: "clean-capacity-share",
    summary: "Clean sources (non-fossil; a variant adds gas) over all generating capacity.",
    variants: ["non-fossil", "with-gas"]
  )

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    let countsPumped = variant != "without-pumped-hydro"
    let counted = { (technology: Technology) in
      technology.isGeneration || (countsPumped && technology == .pumpedHydro)
    }
    let chosen = result.view.capacity {
      counted($0) && ($0.isNonFossil || $0 == .pumpedHydro || (variant == "with-gas" && $0 == .gas))
    }
    return .ratio(chosen, result.view.capacity(where: counted))
  }
}
