package import Tables

/// Plants that share the fee for deep-peak regulation by their energy.
///
/// Wind, PV, nuclear, hydro and biomass count with the energy they inject, thermal units with their gross output above
/// the baseline of the first tier.
package struct DeepPeakPayer: Sendable, Hashable {
  /// The plants that a payer stands for.
  package enum Kind: String, FieldWord {
    case wind
    case onshoreWind = "onshore wind"
    case offshoreWind = "offshore wind"
    case solar = "PV"
    case centralSolar = "central PV"
    case distributedSolar = "distributed PV"
    case nuclear
    case hydro
    case biomass
    case coal
    case gas

    /// Whether plants of a technology are meant.
    package func includes(_ technology: Technology) -> Bool {
      switch self {
      case .wind: technology.isWind
      case .solar: technology.isSolar
      default: technology.rawValue == rawValue
      }
    }
  }

  package var technology = Kind.wind
  package var weight = 1.0
  package var zone: String?

  package init() {}

  package static let fields: [Field<DeepPeakPayer>] = [
    Field(
      "technology",
      \.technology,
      required: true,
      "Plants that pay; thermal ones by what they give above the first baseline."
    ),
    Field(
      "weight",
      \.weight,
      in: 0...100,
      unit: .plain,
      "What a MWh counts beside the MWh of other payers."
    ),
    Field("zone", \.zone, "Zone whose plants are meant; left out: all zones."),
  ]

  /// Whether an asset is meant.
  package func includes(_ asset: AssetSummary) -> Bool {
    technology.includes(asset.facts.technology) && (zone ?? asset.zone) == asset.zone
  }
}
