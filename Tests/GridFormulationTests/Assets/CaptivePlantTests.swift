import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct CaptivePlantTests {
  /// 50 MW at 150 a MWh that give 30 uncalled and 20 at the least, behind the meter of a load of 60 MW.
  private func mill(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout CaptivePlant) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(CaptivePlant.self) {
      $0.name = "mill"
      $0.capacity = Power(megawatts: 50)
      $0.minimumOutput = 0.4
      $0.ownUse = 0
      $0.load = .constant(60)
      $0.unmanagedOutput = .constant(0.6)
      $0.fuel = "free"
      $0.variableCost = 150
      change(&$0)
    }
    return model
  }

  @Test func `output falls to its minimum in cheap hours and rises to capacity in dear ones`()
    throws
  {
    // 210 · 100 + 180 · 300 + 70 · 150.
    let solved = try mill([200, 200], importAt: [100, 300]).solve()
    #expect(solved.values(.captiveOutput, of: "mill") == [20, 50])
    #expect(solved.power("mill") == [-10, 20])
    #expect(solved.cost == 85_500)
  }

  @Test func `its cost sets the price where it serves the last MWh`() throws {
    let solved = try mill([200], importAt: [100], upTo: 190).solve()
    #expect(solved.power("mill") == [10])
    #expect(solved.price == [150])
  }

  @Test(arguments: zip([0.0, 5, 20], [40.0, 45, 50]))
  func `it sells no more than it may`(limit: Double, output: Double) throws {
    let solved = try mill([200], importAt: [300]) {
      $0.load = .constant(40)
      $0.sellLimit = limit
    }.solve()
    #expect(solved.values(.captiveOutput, of: "mill") == [output])
  }

  @Test func `own load is shed where that is worth its price`() throws {
    let solved = try mill([200, 200], importAt: [300, 200]) {
      $0.sheddable = 10
      $0.shedPrice = 250
    }.solve()
    #expect(solved.values(.reduced, of: "mill") == [10, 0])
    #expect(solved.power("mill") == [30, 20])
  }

  @Test func `load that is shed makes no room for sales it may not make`() throws {
    // Of a load of 45 MW output serves all: shedding would have to be sold.
    let solved = try mill([200], importAt: [300]) {
      $0.load = .constant(45)
      $0.sheddable = 10
      $0.shedPrice = 1
    }.solve()
    #expect(solved.power("mill") == [15])
  }

  @Test func `what it takes is served where the zone's load does not hold it`() throws {
    let solved = try mill([200, 200], importAt: [100, 300]) { $0.isInLoad = false }.solve()
    #expect(solved.power("mill") == [-40, -10])
  }

  @Test func `fuel is burnt, paid and counted for all its output`() throws {
    // 0.34 tce a MWh at 1000: 340 a MWh and 2.66 t of CO2 a tce.
    let solved = try mill([200], importAt: [1000]) {
      $0.fuel = "coal"
      $0.fuelRate = 340
    }.solve()
    #expect(solved.values(.fuel, of: "mill") == [17])
    #expect(solved.values(.carbonDioxide, of: "mill") == [45.22])
    #expect(solved.cost(of: .fuel) == 17_000)
  }

  @Test func `uncalled it serves its own load where nothing else is said`() {
    var plant = CaptivePlant()
    plant.capacity = Power(megawatts: 50)
    plant.ownUse = 0
    plant.load = .constant(30)
    plant.sellLimit = 5
    var setting = Setting()
    setting.horizon = Horizon(start: TimeStamp(year: 2030, month: 1, day: 1), hours: 1)
    #expect(plant.registeredResponse(at: 0, in: setting) == 5)
    plant.sheddable = 10
    #expect(plant.registeredResponse(at: 0, in: setting) == 5)
    plant.load = .constant(60)
    #expect(plant.registeredResponse(at: 0, in: setting) == 10)
  }
}
