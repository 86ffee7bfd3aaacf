import Tables

/// What a fuel counts as where fuels are summed, such as in the coal burnt.
public enum FuelKind: String, Sendable, CaseIterable {
  /// Hard coal, lignite and what is made of them as a solid.
  case coal
  /// Natural gas and other gases, those of steelworks too.
  case gas
  /// Oil and its products.
  case oil
  /// Biomass and waste.
  case biomass
  /// Any other fuel, or one of which nothing is known.
  case other

  /// The words of a fuel's name that tell its kind, matched whole.
  private static let words: [String: FuelKind] = [
    "coal": .coal, "lignite": .coal, "anthracite": .coal, "bituminous": .coal, "coke": .coal,
    "gas": .gas, "methane": .gas, "lng": .gas, "oil": .oil, "diesel": .oil, "petrol": .oil,
    "biomass": .biomass, "straw": .biomass, "wood": .biomass, "biogas": .biomass,
    "waste": .biomass,
  ]

  /// The kind that a fuel's name tells, such as that of `coal-jilin`; nil where it tells none.
  ///
  /// Of several words the last one counts: `coal-gas` is a gas, `gas-coal` a coal.
  package init?(named name: String) {
    let words = name.lowercased().split { !$0.isLetter }
    guard let kind = words.compactMap({ Self.words[String($0)] }).last else { return nil }
    self = kind
  }

  /// The kind that units of a technology burn where their fuel does not tell.
  package init(burntBy technology: Technology) {
    switch technology {
    case .coal: self = .coal
    case .gas: self = .gas
    case .biomass: self = .biomass
    default: self = .other
    }
  }
}

extension FuelKind: FieldWord {}
