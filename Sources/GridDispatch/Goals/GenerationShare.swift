/// Net generation of chosen sources as a share of all net generation.
///
/// Net means after the plants' own use; storage and pumped hydro are in neither sum. Imports are what is bought
/// from outside and, for a zone, what it receives over corridors; flows on lines are not told apart and not counted.
package struct GenerationShare: Metric {
  package let name: String
  package let summary: String
  package let unit = "pu"
  package let partsUnit = "MWh"
  package let variants: [String]

  /// Hydro, nuclear, wind, PV and biomass.
  package static let nonFossil = GenerationShare(
    name: "non-fossil-generation-share",
    summary: "Net generation of hydro, nuclear, wind, PV and biomass over all net generation.",
    variants: ["province", "with-imports"]
  )
  /// Non-fossil sources, or these with gas.
  package static let clean = GenerationShare(
    name: "clean-generation-share",
    summary: "Net generation of clean sources (non-fossil; a variant adds gas) over all of it.",
    variants: ["non-fossil", "with-gas"]
  )

  package func evaluate(
    _ goal: Goal,
    variant: String,
    in result: DispatchResult
  ) -> MetricValue {
    sums(variant: variant, in: result.view)?.value(in: result.schedule) ?? MetricValue()
  }

  package func sums(variant: String, in view: AssetView) -> MetricSums? {
    let chosen = view.names { $0.isNonFossil || (variant == "with-gas" && $0 == .gas) }
    var all: [MetricSums.Term] = [.init(.power, of: view.names { $0.isGeneration })]
    if variant == "with-imports" {
      all.append(.init(.imported, of: view.names { $0 == .exchange }))
      all.append(.init(.received, of: view.names { $0 == .corridor }))
    }
    return MetricSums(numerator: [.init(.power, of: chosen)], denominator: all)
  }
}
