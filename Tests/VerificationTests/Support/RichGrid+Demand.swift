import Hourly
import Tables

@testable import GridFormulation

extension SmallGrid {
  /// Adds every kind of flexible demand, within the zone's load and on top of it.
  mutating func addDemand() {
    addVehicles()
    addWorks()
    addCaptivePlants()
    addProducts()
    addBundle()
    addCascade()
  }

  private mutating func addCascade() {
    let rain = series("rain", (0..<48).map { 5 + Double(($0 * 5) % 12) })
    add(Hydro.self, "upper") {
      $0.capacity = Power(megawatts: 40)
      $0.waterInflow = rain
      $0.waterReservoir = 2
      $0.waterMinimumFlow = 3
      $0.waterYield = 0.3
      $0.downstream = "middle"
      $0.travelHours = 3
    }
    add(Hydro.self, "middle") {
      $0.capacity = Power(megawatts: 30)
      $0.inflow = .constant(0.1)
      $0.waterYield = 0.2
      $0.downstream = "weir"
    }
    add(Hydro.self, "weir") {
      $0.capacity = Power(megawatts: 5)
      $0.inflow = .constant(0.2)
      $0.reservoir = Energy(megawattHours: 10)
      $0.waterYield = 0.05
    }
  }

  private mutating func addCaptivePlants() {
    let own = series("own", (0..<48).map { $0 % 24 < 8 ? 60 : 90 })
    add(CaptivePlant.self, "mill") {
      $0.capacity = Power(megawatts: 80)
      $0.load = own
      $0.unmanagedOutput = .constant(0.7)
      $0.sheddable = 10
      $0.shedPrice = 300
      $0.sellLimit = 5
    }
    add(CaptivePlant.self, "refinery") {
      $0.capacity = Power(megawatts: 50)
      $0.load = own
      $0.isInLoad = false
    }
  }

  private mutating func addProducts() {
    add(Hydrogen.self, "electrolyser") {
      $0.capacity = Power(megawatts: 60)
      $0.efficiency = YieldCurve(points: [
        .init(load: 0.4, yield: 0.74), .init(load: 1, yield: 0.68),
      ])
      $0.tank = Energy(megawattHours: 150)
      $0.demand = .constant(20)
      $0.delivery = .hour
      $0.powerBack = 10
      $0.waterPrice = 5
    }
    add(Hydrogen.self, "works") {
      $0.capacity = Power(megawatts: 20)
      $0.demand = .constant(13)
      $0.delivery = .year
      $0.unmetPrice = 200
      $0.isInLoad = true
    }
    add(Desalination.self, "waterworks") {
      $0.capacity = Power(megawatts: 10)
      $0.tank = 4000
      $0.demand = .constant(1500)
    }
  }

  private mutating func addBundle() {
    add(VirtualPowerPlant.self, "bundle") {
      $0.members = ["smelter", "shops", "buses", "waterworks", "refinery"]
      $0.limit = Power(megawatts: 25)
      $0.price = 3
      $0.callsPerDay = 3
      $0.callsPerYear = 500
    }
  }

  private mutating func addVehicles() {
    let plugged = series("plugged", (0..<48).map { $0 % 24 < 8 ? 0.9 : 0.4 })
    add(EVCharging.self, "cars") {
      $0.dailyEnergy = .constant(300)
      $0.chargers = Power(megawatts: 80)
      $0.pluggedIn = plugged
      $0.windowStart = 18
      $0.windowEnd = 7
      $0.managedShare = 0.6
      $0.givingCapacity = 20
      $0.fleetBattery = 400
      $0.wear = 20
    }
    add(EVCharging.self, "buses") {
      $0.dailyEnergy = .constant(100)
      $0.chargers = Power(megawatts: 40)
      $0.unmanaged = .even
      $0.isInLoad = false
    }
  }

  private mutating func addWorks() {
    let shift = series("shift", (0..<48).map { $0 % 24 < 6 ? 0.8 : 0.9 })
    add(Industry.self, "smelter") {
      $0.capacity = Power(megawatts: 100)
      $0.operation = shift
      $0.dailyEnergy = 2000
      $0.ramp = 0.1
      $0.price = 5
    }
    add(PriceResponsiveLoad.self, "shops") {
      $0.steps = PriceSteps([
        .init(power: 10, price: 250), .init(power: 20, price: 400), .init(power: 30, price: 4000),
      ])
      $0.availability = shift
      $0.isInLoad = false
    }
  }
}
