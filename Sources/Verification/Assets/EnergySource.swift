import GridFormulation

/// What an asset counts as in a goal, told from its kind.
enum EnergySource {
  case coal, gas, nuclear, biomass, hydro, wind, solar, other, pumpedHydro, battery, otherStorage
  case load, exchange, heat

  /// The source that an asset is; nil for a kind that no goal knows.
  init?(_ asset: any Asset) {
    switch asset {
    case is Coal: self = .coal
    case is Gas: self = .gas
    case is Nuclear: self = .nuclear
    case is Biomass: self = .biomass
    case is Hydro: self = .hydro
    case is Wind: self = .wind
    case is Solar: self = .solar
    case is PumpedHydro: self = .pumpedHydro
    case is Battery: self = .battery
    case is any RespondingLoad: self = .load
    case is Interchange: self = .exchange
    case is HeatBoiler, is ElectricBoiler, is HeatPump, is HeatStorage, is HeatTransfer:
      self = .heat
    case let cluster as Chp: self = Self.source(of: cluster)
    case let store as Storage: self = Self.source(of: store)
    case let plant as Generator: self = Self.source(of: plant)
    default: return nil
    }
  }

  private static func source(of cluster: Chp) -> EnergySource {
    switch cluster.kind {
    case .coal: .coal
    case .gas: .gas
    case .biomass: .biomass
    case .nuclear: .nuclear
    }
  }

  private static func source(of store: Storage) -> EnergySource {
    switch store.kind {
    case .battery: .battery
    case .pumpedHydro: .pumpedHydro
    case .hydro: .hydro
    case .other: .otherStorage
    }
  }

  /// What a generator counts as; one that takes power is a buyer.
  private static func source(of plant: Generator) -> EnergySource {
    if plant.takesPower { return .exchange }
    return switch plant.kind {
    case .coal: .coal
    case .gas: .gas
    case .nuclear: .nuclear
    case .biomass: .biomass
    case .onshoreWind, .offshoreWind: .wind
    case .centralSolar, .distributedSolar: .solar
    case .hydro: .hydro
    case .other: .other
    }
  }

  /// Whether it makes electricity, from whatever fuel.
  var isGeneration: Bool { isNonFossil || self == .coal || self == .gas || self == .other }

  /// Whether it makes electricity without fossil fuel.
  var isNonFossil: Bool { isRenewable || self == .nuclear }

  /// Whether it is renewable; nuclear is not.
  var isRenewable: Bool {
    self == .hydro || self == .wind || self == .solar || self == .biomass
  }
}
