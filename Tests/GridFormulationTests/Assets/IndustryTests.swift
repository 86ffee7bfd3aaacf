import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct IndustryTests {
  /// 100 MW that run at 80, between 60 and 100, at 50 a MWh moved, and import.
  private func works(
    _ load: [Double],
    importAt prices: [Double],
    upTo limit: Double = 1000,
    _ change: (inout Industry) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(Industry.self) {
      $0.name = "smelter"
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 50
      change(&$0)
    }
    return model
  }

  @Test func `load moves within the band and the day's product stays`() throws {
    // 20 MW saved at 300, drawn at 100, moved at 50.
    let solved = try works([200, 200], importAt: [300, 100]).solve()
    #expect(solved.power("smelter") == [20, -20])
    #expect(solved.values(.consumption, of: "smelter") == [60, 100])
    // 180 · 300 + 220 · 100 + 20 · 50.
    #expect(solved.cost == 77_000)
  }

  @Test func `load stays where moving costs more than it saves`() throws {
    let solved = try works([200, 200], importAt: [140, 100]).solve()
    #expect(solved.power("smelter") == [0, 0])
  }

  @Test func `load that is moved to serve the last MWh sets the price`() throws {
    // 5 MW are moved; a MWh more costs 100 in the other hour and 50 for moving it.
    let solved = try works([200, 150], importAt: [100, 100], upTo: 195).solve()
    #expect(solved.power("smelter") == [5, -5])
    #expect(solved.price == [150, 100])
  }

  @Test func `the ramp limits how far two hours differ`() throws {
    // 80 + d − (80 − d) ≤ 10.
    let solved = try works([200, 200], importAt: [300, 100]) { $0.ramp = 0.1 }.solve()
    #expect(solved.power("smelter") == [5, -5])
  }

  @Test func `the product of a day is made on that day`() throws {
    // The second day is cheaper, but none of the first day's load moves there.
    let prices = (0..<48).map { $0 < 24 ? 300.0 : 100 }
    let solved = try works([Double](repeating: 200, count: 48), importAt: prices).solve()
    #expect(solved.power("smelter").allSatisfy { $0 == 0 })
  }

  @Test func `a stated product scales the planned load`() throws {
    // 1680 MWh a day are 70 MW: 10 down to the band's floor.
    let solved = try works([200, 200], importAt: [300, 100]) { $0.dailyEnergy = 1680 }.solve()
    #expect(solved.values(.consumption, of: "smelter") == [60, 80])
  }
}

struct PriceResponsiveLoadTests {
  private func shops(_ load: [Double], importAt prices: [Double], upTo limit: Double = 1000)
    -> SmallModel
  {
    var model = SmallModel(load: load, importAt: prices, upTo: limit)
    model.add(PriceResponsiveLoad.self) {
      $0.name = "shops"
      $0.steps = PriceSteps([.init(power: 10, price: 200), .init(power: 20, price: 400)])
    }
    return model
  }

  @Test func `each step drops out where power costs more than it is worth`() throws {
    let solved = try shops([50, 50, 50], importAt: [150, 300, 500]).solve()
    #expect(solved.power("shops") == [0, 10, 30])
    // 50 · 150, then 40 · 300 + 10 · 200, then 20 · 500 + 10 · 200 + 20 · 400.
    #expect(solved.cost == 41_500)
  }

  @Test func `the step that serves the last MWh sets the price`() throws {
    let solved = try shops([50], importAt: [100], upTo: 35).solve()
    #expect(solved.values(.reduced, of: "shops.step-2") == [5])
    #expect(solved.price == [400])
  }

  @Test func `steps are read by rising price`() {
    #expect((try? PriceSteps.read("40:600; 30:900").get())?.power == 70)
    #expect((try? PriceSteps.read("40:600;30:500").get()) == nil)
    #expect((try? PriceSteps.read("40").get()) == nil)
    #expect((try? PriceSteps.read("-4:10").get()) == nil)
  }
}
