import Hourly
import Tables

@testable import GridFormulation

extension SmallGrid {
  /// Every kind of asset over two days, with reserve, deep-peak tiers and a least synchronous capacity.
  static func rich() -> SmallGrid {
    let hours = 0..<48
    var grid = SmallGrid(
      load: hours.map { 1500 + 500 * wave($0, peak: 19) },
      from: TimeStamp(year: 2030, month: 3, day: 31)
    )
    grid.setting.zones[0].gridLoss = 0.05
    grid.setting.carbonPrice = .constant(50)
    grid.setReserve()
    grid.setDeepPeak()
    grid.addThermalUnits()
    grid.addWeather()
    grid.addStorage()
    grid.addFlexibility()
    return grid
  }

  /// A daily wave between −1 and 1.
  private static func wave(_ step: Int, peak: Int) -> Double {
    let distance = abs(((step - peak) % 24 + 36) % 24 - 12)
    return 1 - Double(12 - distance) / 6
  }

  private mutating func setReserve() {
    setting.zones[0].reserve.upShareOfLoad = 0.03
    setting.zones[0].reserve.upShareOfWindAndSolar = 0.05
    setting.zones[0].reserve.coversLargestUnit = true
    setting.zones[0].reserve.downShareOfLoad = 0.02
    setting.zones[0].reserve.downShareOfWindAndSolar = 0.03
    setting.zones[0].reserve.minimumSynchronousShare = 0.2
  }

  private mutating func setDeepPeak() {
    setting.deepPeak.heatingSeason = [CalendarWindow("11-01..03-31")].compactMap { $0 }
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.5
    tier.baselineHeating = 0.48
    tier.baselineHeatAndPower = 0.48
    tier.baselineHeatAndPowerHeating = 0.5
    tier.extraFuelRate = 10
    tier.wear = 10
    setting.deepPeak.tiers = [tier]
    tier.baseline = 0.4
    tier.extraFuelRate = 0
    tier.wear = 0
    setting.deepPeak.tiers.append(tier)
  }

  private mutating func addThermalUnits() {
    let heat = series("heat", (0..<48).map { $0 < 24 ? 0.6 : 0.2 })
    add(Nuclear.self, "nuclear") {
      $0.unitSize = Power(megawatts: 100)
      $0.units = 2
      $0.minimumOutput = 0.5
      $0.ramp = 0.05
      $0.refuelling = [CalendarWindow("04-01..04-10")].compactMap { $0 }
    }
    add(Coal.self, "chp") {
      $0.kind = .chp
      $0.units = 3
      $0.flexibilityShare = 0.5
      $0.energySavingShare = 0.4
      $0.minimumOnline = heat
      $0.maintenance = [CalendarWindow("04-01..04-20")].compactMap { $0 }
      $0.maintenanceShare = 0.3
      $0.shutdownOutput = 0.7
    }
    add(Coal.self, "condensing") {
      $0.units = 2
      $0.halfLoadRise = 0
      $0.minimumUpHours = 3
      $0.minimumDownHours = 4
    }
    add(Gas.self, "gas") {
      $0.units = 1
      $0.unitSize = Power(megawatts: 300)
    }
    add(Biomass.self, "biomass") {
      $0.capacity = Power(megawatts: 50)
      $0.fuelLimit = 80_000
    }
  }

  private mutating func addWeather() {
    let wind = series("wind", (0..<48).map { 0.45 + 0.4 * Self.wave($0, peak: 3 + $0 / 24 * 6) })
    let sun = series("sun", (0..<48).map { max(0, Self.wave($0, peak: 12)) })
    let water = series("water", (0..<48).map { $0 < 24 ? 0.3 : 0.9 })
    add(Wind.self, "wind") {
      $0.capacity = Power(megawatts: 1500)
      $0.availability = wind
      $0.variableCost = 2
    }
    add(Solar.self, "roofs") {
      $0.kind = .distributed
      $0.capacity = Power(megawatts: 600)
      $0.availability = sun
      $0.curtailableShare = 0.5
    }
    add(Hydro.self, "dam") {
      $0.capacity = Power(megawatts: 100)
      $0.inflow = water
      $0.reservoir = Energy(megawattHours: 800)
      $0.minimumFlow = 0.2
    }
    add(Hydro.self, "river") {
      $0.capacity = Power(megawatts: 40)
      $0.inflow = water
    }
  }

  private mutating func addStorage() {
    add(PumpedHydro.self, "pumped") {
      $0.turbineCapacity = Power(megawatts: 150)
      $0.pumpCapacity = 120
      $0.reservoir = Energy(megawattHours: 900)
      $0.minimumTurbineOutput = 0.3
      $0.variableCost = 1
      $0.endRule = .equalStart
    }
    add(Battery.self, "battery") {
      $0.power = Power(megawatts: 100)
      $0.energy = Energy(megawattHours: 200)
      $0.cyclesPerDay = 0.8
      $0.endRule = .daily
    }
  }

  private mutating func addFlexibility() {
    let planned = series("planned", (0..<48).map { $0 % 24 < 8 ? 0.8 : 0.3 })
    add(InterruptibleLoad.self, "industry") {
      $0.capacity = Power(megawatts: 60)
      $0.price = 900
      $0.noticeHours = 0.5
    }
    add(ShiftableLoad.self, "vehicles") {
      $0.capacity = Power(megawatts: 40)
      $0.price = 20
    }
    add(Interchange.self, "neighbour") {
      $0.exportLimit = Power(megawatts: 200)
      $0.exportPrice = .constant(250)
      $0.exportSchedule = planned
      $0.band = 0.15
      $0.importLimit = Power(megawatts: 50)
      $0.importPrice = .constant(700)
    }
  }
}
