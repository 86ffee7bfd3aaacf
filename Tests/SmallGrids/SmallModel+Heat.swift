package import GridFormulation
import Tables

extension SmallModel {
  /// The name of the heat zone that tests use.
  package static let town = "town"

  /// Adds a heat zone with a demand in each hour.
  package mutating func addHeatZone(
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
  package mutating func addHeat<Kind: HeatSource>(
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
  package mutating func addPlainHeatBoiler(
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
  package func heat(_ label: String) -> [Double] { values(.heat, of: label) }
  /// The price of heat in each hour.
  package var heatPrice: [Double] { values(.heatPrice, of: SmallModel.town) }
}

extension SmallModel {
  /// Adds 100 MW of extraction units without starts, ramps, losses or fuel, at a cost per MWh of steam.
  ///
  /// Cv 0.2, Cb 0.5, heat up to 1 MW a MW, minimum 0.4.
  package mutating func addPlainChp(
    cost: Double = 100,
    _ change: (inout Chp) -> Void = { _ in }
  ) {
    addHeat(Chp.self) {
      $0.name = "chp"
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.minimumOutput = 0.4
      $0.powerLoss = 0.2
      $0.backpressure = 0.5
      $0.ramp = 60
      $0.rampRetrofitted = 60
      $0.startOutput = 1
      $0.minimumUpHours = 0
      $0.minimumDownHours = 0
      $0.halfLoadRise = 0
      $0.startFuel = 0
      $0.startCost = 0
      $0.variableCost = cost
      $0.ownUse = 0
      $0.forcedOutage = 0
      $0.fuel = "free"
      change(&$0)
    }
  }
}
