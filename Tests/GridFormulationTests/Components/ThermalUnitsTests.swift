import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// The rules of linear commitment, on a cluster that has nothing else.
struct ThermalUnitsTests {
  // MARK: Minimum stable output

  @Test func `units that must run hold their minimum and pass on what it costs to drop a MWh`()
    throws
  {
    // 100 MW must be online with at least 50. Load 80: 80 MW at 100. Load 30: 50 MW, of which 20 are
    // given away; a MWh more demand is met by giving away less, so it costs nothing.
    var model = SmallModel(load: [80, 30])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOnline = .constant(1)
    }
    model.addExport(at: 0)
    let solved = try model.solve()
    #expect(solved.power("coal") == [80, 50])
    #expect(solved.power("export") == [0, -20])
    #expect(solved.price == [100, 0])
    #expect(solved.cost == 13_000)
  }

  @Test func `units that may stop shrink the cluster instead of running below the minimum`() throws
  {
    // Load 30 with minimum 0.5: between 30 and 60 MW online give 30 MW.
    var model = SmallModel(load: [30])
    model.addPlainCoal { $0.minimumOutput = 0.5 }
    let solved = try model.solve()
    #expect(solved.power("coal") == [30])
    #expect(solved.values(.online, of: "coal")[0] >= 30)
    #expect(solved.values(.online, of: "coal")[0] <= 60)
  }

  // MARK: Starts

  /// Ten MW are wanted in the second hour only; in the first no unit can run without load.
  private func oneHourOfLoad(importAt price: Double) -> SmallModel {
    var model = SmallModel(load: [0, 10])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.startCost = 50
    }
    model.addImport(at: price)
    return model
  }

  @Test func `a start is part of the price of the hour it serves`() throws {
    // Start 10 MW at 50 and run them at 100: 150 a MWh, less than 160.
    let solved = try oneHourOfLoad(importAt: 160).solve()
    #expect(solved.power("coal") == [0, 10])
    #expect(solved.values(.started, of: "coal")[1] == 10)
    #expect(solved.price[1] == 150)
    #expect(solved.cost(of: .start) == 500)
    #expect(solved.cost == 1500)
  }

  @Test func `units stand still where import is cheaper than starting them`() throws {
    let solved = try oneHourOfLoad(importAt: 140).solve()
    #expect(solved.power("coal") == [0, 0])
    #expect(solved.values(.started, of: "coal")[1] == 0)
    #expect(solved.price[1] == 140)
  }

  @Test func `a start burns its fuel and emits its CO2`() throws {
    // 10 MW · 0.02 tce = 0.2 tce at 1,000 = 200, and 0.2 · 2.66 t of CO2; output fuel is 0.2 tce/MWh.
    var model = oneHourOfLoad(importAt: 1000)
    model.assets = []
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.fuel = "coal"
      $0.coalRate = 200
      $0.startCoal = 0.02
    }
    let solved = try model.solve()
    #expect(solved.values(.fuel, of: "coal") == [0, 2.2])
    #expect(solved.values(.carbonDioxide, of: "coal") == [0, rounded(2.2 * 2.66)])
    #expect(solved.cost(of: .fuel) == 2200)
    // One MWh more: 100 of variable cost, 0.2 tce to run and 0.02 tce to start it.
    #expect(solved.price[1] == 320)
  }

  // MARK: Output in the hour of a start

  @Test func `units reach only their start output in the hour of the start`() throws {
    // Minimum 0.2, start output 0.5. A MW started at 50 gives 0.5 MWh in the second hour and 1 in the
    // third, which saves 0.5·80 + 80 = 120: worth it. A MW more that is of no use in the third hour saves
    // 0.5·80 = 40: not worth it. So 10 MW start and import fills the second hour.
    // A MWh more in the third hour starts a MW more: 50 + 100 − 0.5·80 = 110.
    var model = SmallModel(load: [0, 10, 10])
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.startOutput = 0.5
      $0.startCost = 50
    }
    model.addImport(at: 180)
    let solved = try model.solve()
    #expect(solved.values(.started, of: "coal")[1...] == [10, 0])
    #expect(solved.power("coal") == [0, 5, 10])
    #expect(solved.power("import") == [0, 5, 0])
    #expect(solved.price[1...] == [180, 110])
  }

  @Test func `a start output of 1 gives rated output at once`() throws {
    var model = SmallModel(load: [0, 10, 10])
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.startCost = 50
    }
    model.addImport(at: 180)
    #expect(try model.solve().power("coal") == [0, 10, 10])
  }
}
