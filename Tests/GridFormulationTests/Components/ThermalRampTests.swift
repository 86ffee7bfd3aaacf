import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// Ramps of thermal units that stay online, and before a shut-down.
struct ThermalRampTests {
  private func mustRun(load: [Double], ramp: Double) -> SmallModel {
    var model = SmallModel(load: load)
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.minimumOnline = .constant(1)
      $0.ramp = ramp
    }
    model.addImport(at: 300)
    return model
  }

  @Test func `output climbs by the ramp and the hour before is worth what it opens up`() throws {
    // 100 MW online may climb by 30 an hour: 20, 50, 80, import fills 40 and 10. A MWh more in the first hour
    // costs 100 and lets coal replace a MWh of import in both hours after it: 100 − 200 − 200 = −300.
    let solved = try mustRun(load: [20, 90, 90], ramp: 0.3).solve()
    #expect(solved.power("coal") == [20, 50, 80])
    #expect(solved.power("import") == [0, 40, 10])
    #expect(solved.price == [-300, 300, 300])
  }

  @Test func `output falls by the ramp, so that it must be low before the load drops`() throws {
    // 25 MW in the second hour allow at most 55 in the first. A MWh more in the second allows one more in the
    // first: 100 + (100 − 300) = −100.
    let solved = try mustRun(load: [90, 25, 25], ramp: 0.3).solve()
    #expect(solved.power("coal") == [55, 25, 25])
    #expect(solved.price == [300, -100, 100])
  }

  @Test(arguments: [0.7, 0.8, 2])
  func `a ramp that is wide enough does not bind`(ramp: Double) throws {
    let solved = try mustRun(load: [25, 90, 25], ramp: ramp).solve()
    #expect(solved.power("coal") == [25, 90, 25])
    #expect(solved.price == [100, 100, 100])
  }

  @Test func `output is limited in the hour before a shut-down`() throws {
    // Without load or export in the second hour all units stop; before that they give at most half.
    var model = SmallModel(load: [100, 0])
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.shutdownOutput = 0.5
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.power("coal") == [50, 0])
    #expect(solved.power("import") == [50, 0])
    #expect(solved.price[0] == 300)
  }

  @Test func `a shut-down from full output is free where the limit is 1`() throws {
    var model = SmallModel(load: [100, 0])
    model.addPlainCoal { $0.minimumOutput = 0.2 }
    model.addImport(at: 300)
    #expect(try model.solve().power("coal") == [100, 0])
  }

  @Test func `units that are started climb to the start output and not by the ramp`() throws {
    // Ramp 0.1, start output 0.6: 100 MW started give 60 and then climb by 10 an hour.
    var model = SmallModel(load: [0, 100, 100])
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.startOutput = 0.6
      $0.ramp = 0.1
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.power("coal") == [0, 60, 70])
    #expect(solved.price[1...] == [300, 300])
  }
}
