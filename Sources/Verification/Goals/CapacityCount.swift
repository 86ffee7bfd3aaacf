import GridFormulation
import Tables

/// Goals on capacity, installed or added, counted from the assets' own parameters.
struct CapacityCount {
  private let isNewOnly: Bool
  private let isCounted: (EnergySource) -> Bool

  /// The count that a metric asks for; nil where it asks for none.
  init?(metric: String) {
    isNewOnly = metric.hasPrefix("new-") && metric != "new-storage-capacity"
    switch metric {
    case "wind-solar-capacity": isCounted = { $0 == .wind || $0 == .solar }
    case "biomass-capacity": isCounted = { $0 == .biomass }
    case "pumped-hydro-capacity": isCounted = { $0 == .pumpedHydro }
    case "new-storage-capacity": isCounted = { $0 == .battery || $0 == .otherStorage }
    case "new-wind": isCounted = { $0 == .wind }
    case "new-pv": isCounted = { $0 == .solar }
    case "new-nuclear": isCounted = { $0 == .nuclear }
    default: return nil
    }
  }

  /// The MW that count; nil where what was added is said nowhere.
  func figure(of assets: [(asset: any Asset, source: EnergySource)]) -> GoalFigure? {
    let chosen = assets.filter { isCounted($0.source) }
    guard isNewOnly else {
      return GoalFigure(numerator: chosen.reduce(0) { $0 + Self.capacity(of: $1.asset) })
    }
    let added = chosen.compactMap { Self.added(by: $0.asset) }
    return added.isEmpty ? nil : GoalFigure(numerator: added.reduce(0, +))
  }

  /// The capacity of an asset, MW; power for a store.
  static func capacity(of asset: any Asset) -> Double {
    switch asset {
    case let coal as Coal: coal.units * coal.unitSize.megawatts
    case let chp as Chp: chp.units * chp.unitSize.megawatts
    case let gas as Gas: gas.units * gas.unitSize.megawatts
    case let nuclear as Nuclear: Double(nuclear.units) * nuclear.unitSize.megawatts
    case let biomass as Biomass: biomass.capacity.megawatts
    case let hydro as Hydro: hydro.capacity.megawatts
    case let wind as Wind: wind.capacity.megawatts
    case let solar as Solar: solar.capacity.megawatts
    case let pumped as PumpedHydro: pumped.turbineCapacity.megawatts
    case let battery as Battery: battery.power.megawatts
    case let plant as Generator: plant.capacity.megawatts
    case let store as Storage: store.dischargingCapacity.megawatts
    default: 0
    }
  }

  private static func added(by asset: any Asset) -> Double? {
    switch asset {
    case let wind as Wind: wind.newCapacity
    case let solar as Solar: solar.newCapacity
    case let nuclear as Nuclear: nuclear.newCapacity
    case let chp as Chp: chp.newCapacity
    case let plant as Generator: plant.newCapacity
    default: nil
    }
  }
}

extension GoalFigures {
  /// Chosen generating capacity over all of it; batteries are in neither sum.
  func capacityShare(_ variant: String) -> GoalFigure {
    var chosen = 0.0
    var all = 0.0
    for (asset, source) in assets {
      let isPumped = source == .pumpedHydro && !variant.contains("without-pumped-hydro")
      if let works = asset as? CaptivePlant, !variant.contains("captive") {
        all += works.capacity.megawatts
      }
      guard source.isGeneration || isPumped else { continue }
      let capacity = CapacityCount.capacity(of: asset)
      all += capacity
      if source.isNonFossil || isPumped || (variant.contains("with-gas") && source == .gas) {
        chosen += capacity
      }
    }
    return GoalFigure(numerator: chosen, denominator: all)
  }
}
