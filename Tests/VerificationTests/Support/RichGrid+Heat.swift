import Hourly
import Tables

@testable import GridFormulation

extension SmallGrid {
  /// Adds two heat zones with every kind of heat source, joined by a pipe.
  mutating func addHeatAssets() {
    let cold = series("cold", (0..<48).map { 150 + 3 * Double($0 * 5 % 24) })
    addHeatZone("town", demand: cold, loss: 0.05)
    addHeatZone("suburb", demand: .constant(60), loss: 0)
    addHeatingPlants()
    add(HeatBoiler.self, "peak-boiler") {
      $0.heatZone = "town"
      $0.capacity = Power(megawatts: 150)
    }
    add(HeatBoiler.self, "local-boiler") {
      $0.heatZone = "suburb"
      $0.capacity = Power(megawatts: 40)
      $0.efficiency = 0.7
    }
    add(ElectricBoiler.self, "wind-heating") {
      $0.heatZone = "town"
      $0.power = Power(megawatts: 30)
      $0.suppliedBy = "wind:0.03"
    }
    let warmth = series("warmth", (0..<48).map { 2.5 + 0.1 * Double($0 % 7) })
    add(HeatPump.self, "heat-pump") {
      $0.heatZone = "suburb"
      $0.capacity = Power(megawatts: 15)
      $0.performance = warmth
    }
    add(HeatStorage.self, "pit") {
      $0.heatZone = "town"
      $0.energy = Energy(megawattHours: 300)
      $0.charging = Power(megawatts: 60)
      $0.discharging = Power(megawatts: 50)
    }
    add(HeatTransfer.self, "pipe") {
      $0.from = "town"
      $0.to = "suburb"
      $0.limit = Power(megawatts: 35)
    }
  }

  private mutating func addHeatingPlants() {
    add(Chp.self, "heating-plant") {
      $0.heatZone = "town"
      $0.unitSize = Power(megawatts: 100)
      $0.units = 2
      $0.flexibilityShare = 0.5
      $0.cutoutShare = 0.4
      $0.energySavingShare = 0.5
      $0.tankShare = 0.5
      $0.boilerShare = 0.5
    }
    add(Chp.self, "combined-cycle") {
      $0.heatZone = "suburb"
      $0.kind = .gas
      $0.fuel = "gas"
      $0.unitSize = Power(megawatts: 50)
      $0.corners = [(1, 0), (0.9, 0.6), (0.6, 0.7), (0.4, 0)].map {
        HeatRegion.Corner(power: $0.0, heat: $0.1)
      }
      $0.ramp = 2
      $0.minimumUpHours = 2
      $0.minimumDownHours = 2
    }
    add(Chp.self, "waste") {
      $0.heatZone = "suburb"
      $0.kind = .biomass
      $0.turbine = .backpressure
      $0.unitSize = Power(megawatts: 10)
      $0.minimumOnline = .constant(0.5)
    }
  }

  /// Adds a heat zone.
  mutating func addHeatZone(_ name: String, demand: Profile, loss: Double) {
    var heatZone = HeatZone()
    heatZone.name = name
    heatZone.zone = Self.zone
    heatZone.demand = demand
    heatZone.loss = loss
    setting.heatZones.append(heatZone)
  }
}

extension Chp: Nameable {}
extension HeatBoiler: Nameable {}
extension ElectricBoiler: Nameable {}
extension HeatPump: Nameable {}
extension HeatStorage: Nameable {}
extension HeatTransfer: Nameable {}
