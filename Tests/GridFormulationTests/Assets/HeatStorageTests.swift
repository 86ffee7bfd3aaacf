import GridFormulation
import SmallGrids
import Tables
import Testing

/// A heat tank: what it carries from hour to hour, with its limits and its loss.
struct HeatStorageTests {
  /// A boiler at 50 with 60 MW, and one at 200 for the rest; a demand of 20 and 100 MW.
  private func stored(_ change: (inout HeatStorage) -> Void) -> SmallModel {
    var model = SmallModel(load: [0, 0])
    model.addHeatZone(demand: [20, 100])
    model.addPlainHeatBoiler("cheap", megawatts: 60, cost: 50)
    model.addPlainHeatBoiler("dear", cost: 200)
    model.addHeat(HeatStorage.self) {
      $0.name = "tank"
      $0.energy = Energy(megawattHours: 100)
      $0.charging = Power(megawatts: 100)
      $0.discharging = Power(megawatts: 100)
      $0.standingLoss = 0
      $0.startLevel = 0
      change(&$0)
    }
    return model
  }

  @Test func `it carries cheap heat to the dear hour`() throws {
    // 40 MW of the cheap boiler are free in the first hour and save 40 MWh at 200 − 50.
    let solved = try stored { _ in }.solve()
    #expect(solved.heat("tank") == [-40, 40])
    #expect(solved.values(.storedEnergy, of: "tank") == [40, 0])
    #expect(solved.heat("dear") == [0, 0])
    #expect(solved.cost == 6000)
  }

  @Test func `its power and its size bind, and the dear boiler sets the price`() throws {
    let slow = try stored { $0.discharging = Power(megawatts: 30) }.solve()
    #expect(slow.heat("tank") == [-30, 30])
    #expect(slow.heatPrice == [50, 200])
    let small = try stored { $0.energy = Energy(megawattHours: 25) }.solve()
    #expect(small.heat("tank") == [-25, 25])
    #expect(small.heat("dear") == [0, 15])
  }

  @Test func `what it holds cools`() throws {
    // Of 40 MWh 36 are left after the hour: 4 MWh of dear heat.
    let solved = try stored { $0.standingLoss = 0.1 }.solve()
    #expect(solved.heat("tank") == [-40, 36])
    #expect(solved.heat("dear") == [0, 4])
  }

  @Test func `a tank that loses more than it saves is not used`() throws {
    // A MWh of 50 is worth 0.8 · 60 = 48 an hour later.
    var model = stored { $0.standingLoss = 0.2 }
    model = model.changing(HeatBoiler.self) { if $0.name == "dear" { $0.variableCost = 60 } }
    #expect(try model.solve().heat("tank") == [0, 0])
  }
}
