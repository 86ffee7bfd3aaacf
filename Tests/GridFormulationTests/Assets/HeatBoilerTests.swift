import GridFormulation
import SmallGrids
import Tables
import Testing

/// A heat boiler: fuel by efficiency, emissions, and when it stays cold.
struct HeatBoilerTests {
  private func burning(demand: [Double], efficiency: Double = 0.8) -> SmallModel {
    var model = SmallModel(load: demand.map { _ in 0 })
    model.addHeatZone(demand: demand)
    model.addHeat(HeatBoiler.self) {
      $0.name = "boiler"
      $0.capacity = Power(megawatts: 100)
      $0.efficiency = efficiency
      $0.variableCost = 0
      $0.sulphurDioxide = 0.2
      $0.nitrogenOxides = 0.3
    }
    return model
  }

  @Test func `a tonne of coal equivalent holds 29 GJ`() throws {
    // 65.128 MWh / 0.8 = 81.41 MWh of fuel = 293.076 GJ = 10 tce, 26.6 t of CO2, 10,000 currency.
    let solved = try burning(demand: [65.128]).solve()
    #expect(solved.values(.fuel, of: "boiler") == [10])
    #expect(solved.values(.carbonDioxide, of: "boiler") == [26.6])
    #expect(solved.values(.sulphurDioxide, of: "boiler") == [13.0256])
    #expect(solved.values(.nitrogenOxides, of: "boiler") == [19.5384])
    #expect(solved.cost(of: .fuel) == 10_000)
  }

  @Test func `its capacity binds and the dearer boiler sets the price`() throws {
    // Slack at 60 MW: the price is the coal's, 1000 / (8.141·0.8). Beyond 100 MW it is the other's 500.
    var model = burning(demand: [60, 130])
    model.addPlainHeatBoiler("dear", cost: 500)
    let solved = try model.solve()
    #expect(solved.heat("boiler") == [60, 100])
    #expect(solved.heat("dear") == [0, 30])
    #expect(solved.heatPrice == [rounded(1000 / (29.3076 / 3.6 * 0.8)), 500])
  }

  @Test func `a boiler dearer than another is not used`() throws {
    var model = burning(demand: [60])
    model.addPlainHeatBoiler("cheap", cost: 20)
    #expect(try model.solve().heat("boiler") == [0])
  }
}
