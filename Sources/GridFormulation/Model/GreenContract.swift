package import Tables

/// A contract by which a buyer takes renewable energy of named plants, with its certificates.
///
/// It is settled after the dispatch and moves no power. Over the hours solved the plants' energy is handed out to the
/// contracts in the order written, each MWh once:
///
///     delivered = min(target, Σ_p min(share_p·E_p, what is left of E_p))
///     target    = energy·(hours solved / hours of the year), or share·Σ_p share_p·E_p
package struct GreenContract: Sendable {
  /// Plants that a contract may be about by what they are.
  package enum Source: String, FieldWord {
    case wind
    case onshoreWind = "onshore wind"
    case offshoreWind = "offshore wind"
    case solar = "PV"
    case centralSolar = "central PV"
    case distributedSolar = "distributed PV"
    case hydro
    case biomass
    /// Whatever plants are named.
    case named

    /// Whether plants of a technology are meant.
    package func includes(_ technology: Technology) -> Bool {
      switch self {
      case .wind: technology.isWind
      case .solar: technology.isSolar
      case .named: false
      default: technology.rawValue == rawValue
      }
    }
  }

  package var name = ""
  package var buyer = ""
  package var buyerZone: String?
  package var source = Source.named
  package var plantList: String?
  package var zone: String?
  package var energy: Double?
  package var share: Double?
  package var premium = 0.0
  /// Where it is written.
  package var place = Place(file: "")

  package init() {}

  package static let fields: [Field<GreenContract>] = [
    Field("name", \.name, as: .name, required: true, "Name of the contract."),
    Field("buyer", \.buyer, "Who buys, for the reader."),
    Field(
      "buyer-zone",
      \.buyerZone,
      "Zone of the buyer; left out: outside the model, and the certificates leave it."
    ),
    Field(
      "plants",
      \.plantList,
      "Plants, each with the share that may be sold, such as `ridge; coast:0.5`."
    ),
    Field("technology", \.source, "Plants by what they are, where none are named."),
    Field("zone", \.zone, "Zone of the plants meant by technology; left out: all."),
    Field(
      "energy-mwh",
      \.energy,
      in: 0...1e10,
      unit: .megawattHour.per(.year),
      "Energy of a year; cut to the hours that are solved."
    ),
    Field(
      "share",
      \.share,
      in: 0...1,
      unit: .share,
      "Share of the plants' energy, in place of energy-mwh."
    ),
    Field(
      "premium-per-mwh",
      \.premium,
      in: 0...10_000,
      unit: .money(per: .megawattHour),
      "What the buyer pays for a MWh beside its price."
    ),
  ]

  /// The plants that are named, each with its share; nil where the list is not of that form.
  package var namedPlants: [PlantShare]? { plantList.map { PlantShare.list($0) ?? [] } }

  /// The share of an asset's energy that may be sold; nil where it is not meant.
  package func share(of asset: AssetSummary) -> Double? {
    if let namedPlants { return namedPlants.first { $0.plant == asset.name }?.share }
    let isThere = zone.map { $0 == asset.zone } ?? true
    return isThere && source.includes(asset.facts.technology) ? 1 : nil
  }
}
