import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// The balance of a heat zone: demand with losses, what is not served, and the price.
struct HeatBalanceTests {
  @Test func `the network's loss is fed in, too`() throws {
    // 90 MW used with 10 % lost take 90 / 0.9 = 100 MW.
    var model = SmallModel(load: [0])
    model.addHeatZone(demand: [90]) { $0.loss = 0.1 }
    model.addPlainHeatBoiler(cost: 40)
    let solved = try model.solve()
    #expect(solved.values(.heatDemand, of: "town") == [100])
    #expect(solved.heat("boiler") == [100])
    #expect(solved.heatPrice == [40])
    #expect(solved.cost == 4000)
  }

  @Test func `heat beyond all sources is not served, at its value`() throws {
    // 60 of 100 MW at 40, the rest at 3000; one MWh more demand costs 3000.
    var model = SmallModel(load: [0])
    model.addHeatZone(demand: [100])
    model.addPlainHeatBoiler(megawatts: 60, cost: 40)
    let solved = try model.solve()
    #expect(solved.values(.unservedHeat, of: "town") == [40])
    #expect(solved.heatPrice == [3000])
    #expect(solved.cost(of: .unservedHeat) == 120_000)
    #expect(solved.cost == 122_400)
  }

  @Test func `heat that is not served is without the loss that it would have caused`() throws {
    // 60 MW fed in serve 54 of 90; 36 are short at 3000.
    var model = SmallModel(load: [0])
    model.addHeatZone(demand: [90]) { $0.loss = 0.1 }
    model.addPlainHeatBoiler(megawatts: 60, cost: 40)
    let solved = try model.solve()
    #expect(solved.values(.unservedHeat, of: "town") == [36])
    #expect(solved.values(.heatDemand, of: "town") == [96])
    #expect(rounded(solved.cost(of: .unservedHeat)) == 108_000)
    #expect(solved.heatPrice == [2700])
  }

  @Test func `heat dearer than its value is not made`() throws {
    var model = SmallModel(load: [0])
    model.addHeatZone(demand: [10]) { $0.valueOfLostHeat = 30 }
    model.addPlainHeatBoiler(cost: 40)
    let solved = try model.solve()
    #expect(solved.heat("boiler") == [0])
    #expect(solved.heatPrice == [30])
  }

  @Test func `a heat zone without demand has no unserved heat and no cost`() throws {
    var model = SmallModel(load: [10])
    model.addImport(at: 100)
    model.addHeatZone(demand: [0])
    let solved = try model.solve()
    #expect(solved.values(.unservedHeat, of: "town") == [0])
    #expect(solved.cost == 1000)
  }

  @Test func `heat that must be given beyond the demand is told as such`() throws {
    // 100 MW of back-pressure must run at half: 50 MW, 100 MW of heat for a demand of 60.
    var model = SmallModel(load: [50])
    model.addImport(at: 100)
    model.addExport(at: 0)
    model.addHeatZone(demand: [60])
    model.addPlainChp {
      $0.turbine = .backpressure
      $0.minimumOutput = 0.5
      $0.powerLoss = nil
      $0.minimumOnline = .constant(1)
    }
    let report = try #require(try model.infeasibility())
    #expect(report.isProved)
    #expect(
      report.findings.map(\.text) == [
        "heat that must be given exceeds the demand of town by 40 MW"
      ]
    )
  }
}
