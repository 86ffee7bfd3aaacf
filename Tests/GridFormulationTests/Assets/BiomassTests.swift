import GridDispatch
import GridFormulation
import SmallGrids
import Tables
import Testing

struct BiomassTests {
  /// A day whose first three hours want 5 MW each, import at 1,000, 500 and 300; biomass at 100.
  private func threeHours(fuelLimit: Double?) -> SmallModel {
    var load = [Double](repeating: 0, count: 24)
    load.replaceSubrange(0..<3, with: [5, 5, 5])
    var model = SmallModel(load: load)
    model.add(Biomass.self) {
      $0.name = "biomass"
      $0.capacity = Power(megawatts: 100)
      $0.minimumOutput = 0
      $0.forcedOutage = 0
      $0.ownUse = 0
      $0.variableCost = 100
      $0.fuelLimit = fuelLimit
    }
    var prices = [Double](repeating: 300, count: 24)
    prices.replaceSubrange(0..<2, with: [1000, 500])
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return model
  }

  @Test func `a year's fuel is cut to the hours solved and burnt where it saves most`() throws {
    // 1,168 tce a year are 1,168 · 24 / 8,760 = 3.2 tce a day: 8 MWh at 0.4 tce. They go to the first hour (5)
    // and the second (3). A MWh more in the first is taken from the second, where import costs 500.
    let solved = try threeHours(fuelLimit: 1168).solve()
    #expect(solved.power("biomass")[..<4] == [5, 3, 0, 0])
    #expect(solved.price[..<3] == [500, 500, 300])
    #expect(rounded(solved.schedule.total(.fuel)) == 3.2)
    // 8 · 100 of biomass, 2 · 500 and 5 · 300 of import.
    #expect(solved.cost == 3300)
  }

  @Test(arguments: [nil, 1e6])
  func `without a limit that can bind the plants run wherever they are cheapest`(
    fuelLimit: Double?
  ) throws {
    let solved = try threeHours(fuelLimit: fuelLimit).solve()
    #expect(solved.power("biomass")[..<4] == [5, 5, 5, 0])
    #expect(solved.price[..<3] == [100, 100, 100])
  }

  @Test func `the minimum always runs, and plants dearer than import give no more`() throws {
    // 100 MW · 0.9 · 0.3 = 27 MW gross, 0.9 of it supplied.
    var model = SmallModel(load: [50])
    model.add(Biomass.self) {
      $0.name = "biomass"
      $0.capacity = Power(megawatts: 100)
      $0.forcedOutage = 0.1
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.values(.gross, of: "biomass") == [27])
    #expect(solved.power("biomass") == [24.3])
    #expect(solved.price == [300])
    #expect(solved.values(.sulphurDioxide, of: "biomass") == [5.4])
    #expect(solved.values(.nitrogenOxides, of: "biomass") == [13.5])
  }

  @Test func `a fuel limit that does not last for the minimum output is refused`() {
    // 0.3 · 100 MW · 0.4 tce · 8,760 h = 105,120 tce.
    var biomass = Biomass()
    biomass.capacity = Power(megawatts: 100)
    biomass.forcedOutage = 0
    biomass.fuelLimit = 105_000
    let setting = SmallModel(load: [1]).setting
    #expect(biomass.complaints(in: setting).map(\.field) == ["fuel_limit_tce_per_year"])
    biomass.fuelLimit = 105_200
    #expect(biomass.complaints(in: setting).isEmpty)
  }
}
