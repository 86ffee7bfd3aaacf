import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// An electric boiler: power to heat, from the grid or from the wind of its contract.
struct ElectricBoilerTests {
  private func heated(
    by price: Double...,
    demand: [Double],
    _ change: (inout ElectricBoiler) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: demand.map { _ in 0 })
    let prices = model.series("power price", price)
    model.add(Interchange.self) {
      $0.name = "grid"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = prices
    }
    model.addHeatZone(demand: demand)
    model.addHeat(ElectricBoiler.self) {
      $0.name = "electrode"
      $0.power = Power(megawatts: 50)
      $0.efficiency = 0.9
      $0.variableCost = 0
      change(&$0)
    }
    return model
  }

  @Test func `power becomes heat at its efficiency and price`() throws {
    // 36 MW of heat take 40 MW; a MWh of heat costs 90 / 0.9 = 100.
    let solved = try heated(by: 90, demand: [36]).solve()
    #expect(solved.power("electrode") == [-40])
    #expect(solved.heat("electrode") == [36])
    #expect(solved.heatPrice == [100])
  }

  @Test func `it runs where power is cheap and not where the boiler is cheaper`() throws {
    // A MWh of heat costs 45 / 0.9 = 50 in the first hour and 200 in the second; coal heat 120.
    var model = heated(by: 45, 180, demand: [60, 60])
    model.addPlainHeatBoiler(cost: 120)
    let solved = try model.solve()
    #expect(solved.heat("electrode") == [45, 0])
    #expect(solved.heat("boiler") == [15, 60])
    #expect(solved.heatPrice == [120, 120])
  }

  @Test func `wind heating takes no more than its share of the wind`() throws {
    // Half of the wind's 40 and 100 MW is 20 and 50: 18 and 45 MW of heat, the rest from the boiler.
    var model = heated(by: 10, 10, demand: [60, 60]) { $0.suppliedBy = "ridge:0.5" }
    model.addPlainHeatBoiler(cost: 120)
    model.addExport(at: 1)
    let wind = model.series("wind", [0.4, 1])
    model.assets.insert(
      Wind.named("ridge", megawatts: 100, availability: wind, in: SmallModel.zone),
      at: 0
    )
    model.setting.windAndSolarCapacity = 100
    let solved = try model.solve()
    #expect(solved.power("electrode") == [-20, -50])
    #expect(solved.heat("boiler") == [42, 15])
  }
}

extension Wind {
  fileprivate static func named(
    _ name: String,
    megawatts: Double,
    availability: Profile,
    in zone: String
  ) -> Wind {
    var wind = Wind()
    wind.name = name
    wind.zone = zone
    wind.capacity = Power(megawatts: megawatts)
    wind.availability = availability
    return wind
  }
}
