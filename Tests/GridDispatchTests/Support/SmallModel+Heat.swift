import Grid

@testable import GridDispatch

extension SmallModel {
  /// The name of the heat zone that tests use.
  static let town = "town"

  /// Adds a heat zone with a demand in each hour.
  mutating func addHeatZone(
    _ name: String = Self.town,
    demand: [Double],
    _ change: (inout HeatZone) -> Void = { _ in }
  ) {
    var heatZone = HeatZone()
    heatZone.name = name
    heatZone.zone = Self.zone
    heatZone.demand = series("heat of \(name)", demand)
    change(&heatZone)
    setting.heatZones.append(heatZone)
  }

  /// Adds an asset of a heat zone, changed from its defaults.
  mutating func addHeat<Kind: HeatSource>(
    _ kind: Kind.Type,
    in heatZone: String = Self.town,
    _ change: (inout Kind) -> Void
  ) {
    add(kind) {
      $0.heatZone = heatZone
      change(&$0)
    }
  }

  /// Adds a heat boiler that costs so much a MWh.
  mutating func addPlainHeatBoiler(
    _ name: String = "boiler",
    megawatts: Double = 1000,
    cost: Double,
    in heatZone: String = Self.town
  ) {
    addHeat(HeatBoiler.self, in: heatZone) {
      $0.name = name
      $0.capacity = Power(megawatts: megawatts)
      $0.fuel = "free"
      $0.variableCost = cost
    }
  }
}

extension SolvedModel {
  /// Heat given by an asset, or by one part as `asset.part`.
  func heat(_ label: String) -> [Double] { values(.heat, of: label) }
  /// The price of heat in each hour.
  var heatPrice: [Double] { values(.heatPrice, of: SmallModel.town) }
}
