import GridFormulation
import SmallGrids
import Tables
import Testing

struct PumpedHydroTests {
  private func plant(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout PumpedHydro) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.add(PumpedHydro.self) {
      $0.name = "pumped"
      $0.turbineCapacity = Power(megawatts: 9)
      $0.pumpCapacity = 20
      $0.reservoir = Energy(megawattHours: 100)
      $0.pumpEfficiency = 0.8
      $0.turbineEfficiency = 0.9
      $0.startLevel = 0
      change(&$0)
    }
    return model
  }

  @Test func `turbines limit the dear hour and pumps draw what they need for it`() throws {
    // 9 MW of turbines draw 10 MWh of water, which take 12.5 MW of pumping.
    let solved = try plant(load: [50, 50], importAt: [100, 300]).solve()
    #expect(solved.power("pumped") == [-12.5, 9])
    #expect(solved.values(.storedEnergy, of: "pumped") == [10, 0])
    #expect(solved.price == [100, 300])
  }

  @Test func `pumps limit what the dear hours get`() throws {
    // 5 MW of pumps store 4 MWh of water, which give 3.6 MWh.
    let solved = try plant(load: [50, 50], importAt: [100, 300]) { $0.pumpCapacity = 5 }.solve()
    #expect(solved.power("pumped") == [-5, 3.6])
  }

  @Test func `pumps are as large as the turbines where no size is given`() throws {
    let solved = try plant(load: [50, 50], importAt: [100, 300]) { $0.pumpCapacity = nil }.solve()
    #expect(solved.power("pumped")[0] == -9)
  }

  @Test func `a price of a MWh served by the turbines holds pumping and both variable costs`()
    throws
  {
    // A MWh takes 1/0.72 MWh of pumping at 100 + 2, and 2 for generating.
    let solved = try plant(load: [50, 5], importAt: [100, 9000]) { $0.variableCost = 2 }.solve()
    #expect(solved.power("pumped")[1] == 5)
    #expect(solved.price == [100, rounded(102 / 0.72 + 2)])
  }

  @Test func `water stays where the spread does not pay for the round trip`() throws {
    // 0.72 · 130 = 93.6 < 100.
    let solved = try plant(load: [50, 50], importAt: [100, 130]) { $0.startLevel = 0.5 }.solve()
    #expect(solved.power("pumped") == [0, 0])
    #expect(solved.values(.storedEnergy, of: "pumped") == [50, 50])
  }

  /// A reserve of 4 MW is held by turbines; minimum load half of what runs.
  private func reserve(minimum: Double) throws -> SolvedModel {
    var model = plant(load: [40], importAt: [1]) {
      $0.minimumTurbineOutput = minimum
      $0.startLevel = 1
      $0.endRule = .free
      $0.variableCost = 50
    }
    model.setting.zones[0].reserve.upShareOfLoad = 0.1
    return try model.solve()
  }

  @Test func `standing turbines hold reserve where they have no minimum load`() throws {
    let solved = try reserve(minimum: 0)
    #expect(solved.power("pumped") == [0])
    #expect(solved.values(.reserveUp, of: "pumped") == [4])
    #expect(solved.values(.reserveUpShort, of: SmallModel.zone) == [0])
  }

  @Test func `with a minimum load only running turbines hold reserve`() throws {
    // Turbines that run with o hold o − p, and p ≥ o/2: 4 MW of reserve take 4 MW of output. Pumping 4 MW
    // that could stop would do as well, but buys power where turbines save it.
    // No more turbines run than that: 36 + 4 · 50.
    let solved = try reserve(minimum: 0.5)
    #expect(solved.power("pumped") == [4])
    #expect(solved.values(.online, of: "pumped") == [8])
    #expect(solved.values(.reserveUp, of: "pumped") == [4])
    #expect(solved.cost == 236)
  }

  @Test func `one of its units is the largest that can fail`() throws {
    var model = plant(load: [40], importAt: [1]) {
      $0.units = 3
      $0.startLevel = 1
    }
    model.setting.zones[0].reserve.coversLargestUnit = true
    let solved = try model.solve()
    #expect(solved.values(.reserveUpRequired, of: SmallModel.zone) == [3])
  }

  @Test func `a plant with turbines but no water is refused`() {
    var plant = PumpedHydro()
    plant.turbineCapacity = Power(megawatts: 10)
    #expect(plant.complaints(in: Setting()).map(\.field) == ["reservoir_mwh"])
  }
}
