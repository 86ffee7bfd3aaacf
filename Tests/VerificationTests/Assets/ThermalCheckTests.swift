import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Schedules of thermal units against rules that they were not made for.
///
/// Each schedule is the optimum of one model and is held against the same model with one rule tightened;
/// nothing that is priced differs, so the one rule must be all that is broken.
@Suite struct ThermalCheckTests {
  /// A tightened rule, the load that makes it bind and how far it is then broken.
  struct Tightened: Sendable, CustomTestStringConvertible {
    let rule: String
    let load: [Double]
    var mustRun = 0.0
    let amount: Double
    let hour: Int
    let change: @Sendable (inout Coal) -> Void
    var testDescription: String { rule }
  }

  static let tightened = [
    // 100 MW is online for 100 MW of load; half the unit is 50 too little.
    Tightened(rule: "online range", load: [100], amount: 50, hour: 0) { $0.forcedOutage = 0.5 },
    // Without load nothing runs; a heating share of 0.3 asks for 30 MW.
    Tightened(rule: "online range", load: [0], amount: 30, hour: 0) {
      $0.minimumOnline = .constant(0.3)
    },
    // All 100 MW run for 40 MW of load; a minimum of 0.6 asks for 20 MW more.
    Tightened(rule: "minimum output", load: [40], mustRun: 1, amount: 20, hour: 0) {
      $0.minimumOutput = 0.6
    },
    // From 40 to 100 MW with 100 MW online; 0.2 an hour allows 20 of the 60.
    Tightened(rule: "ramp up", load: [40, 100], mustRun: 1, amount: 40, hour: 1) {
      $0.ramp = 0.2
    },
    // From 100 to 40 MW likewise.
    Tightened(rule: "ramp down", load: [100, 40], mustRun: 1, amount: 40, hour: 1) {
      $0.ramp = 0.2
    },
    // 100 MW in the hour of a start; 0.7 of it would be 70.
    Tightened(rule: "capacity", load: [0, 100], amount: 30, hour: 1) { $0.startOutput = 0.7 },
    // 100 MW in the hour before the stop; 0.7 of it would be 70.
    Tightened(rule: "ramp down", load: [100, 0], amount: 30, hour: 1) { $0.shutdownOutput = 0.7 },
    // A start of 100 MW that is gone an hour later; three hours up would keep 100 MW online.
    Tightened(rule: "minimum up time", load: [0, 100, 0, 0], amount: 100, hour: 2) {
      $0.minimumUpHours = 3
    },
    // 100 MW stop at hour 1 and start at hour 2: two hours down leave no room for that.
    Tightened(rule: "minimum down time", load: [100, 0, 100, 100], amount: 100, hour: 2) {
      $0.minimumDownHours = 2
    },
  ]

  @Test(arguments: tightened)
  func `a schedule of looser units breaks the one rule that is tightened`(
    instance: Tightened
  ) throws {
    let grid = SmallGrid.coal(load: instance.load) {
      $0.minimumOnline = .constant(instance.mustRun)
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing(Coal.self, instance.change).report(on: result)
    #expect(Set(report.violations.map(\.rule)) == [instance.rule])
    let worst = try #require(report.violations.first)
    #expect(worst.subject == "coal")
    #expect(abs(worst.amount - instance.amount) < 1e-6)
    #expect(worst.step == instance.hour)
    #expect(worst.time == grid.setting.horizon.time(of: instance.hour))
  }

  @Test func `a start that is not recorded is found`() throws {
    // Units that rise by 100 MW start 100 MW; the cost of that start is missed as well.
    let grid = SmallGrid.coal(load: [0, 100])
    let result = try grid.solve()
    let schedule = result.schedule.changed(.started, at: 1, by: -100)
    let report = Verifier.verify(grid.model, schedule, cost: result.cost, costs: result.costs)
    #expect(Set(report.violations.map(\.rule)) == ["start", "cost", "cost of start"])
  }

  @Test func `reserve that a used ramp leaves no room for is found where they share it`() throws {
    // From 40 to 70 MW with 100 MW online, the whole ramp of 0.3, and 20 MW of reserve held beside it.
    var grid = SmallGrid.coal(load: [40, 70]) {
      $0.minimumOnline = .constant(1)
      $0.ramp = 0.3
      $0.providesReserve = true
    }
    grid.setting.zones[0].reserve.up = .constant(20)
    grid.setting.zones[0].reserve.responseMinutes = 60
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing { $0.zones[0].reserve.sharesRamp = true }.report(on: result)
    #expect(report.violations.map(\.rule) == ["ramp up"])
    #expect(abs((report.violations.first?.amount ?? 0) - 20) < 1e-6)
  }

  @Test func `a start beyond what is on, which eases a ramp, is found`() throws {
    // 100 MW of which all stays on; 60 MW started and stopped at once would let it fall by 60 more.
    let grid = SmallGrid.coal(load: [100, 70]) {
      $0.minimumOnline = .constant(1)
      $0.ramp = 0.3
    }
    let result = try grid.solve()
    let schedule = result.schedule.changed(.started, at: 1, by: 160)
    let report = Verifier.verify(grid.model, schedule, cost: result.cost, costs: result.costs)
    let rules = Set(report.violations.map(\.rule))
    #expect(rules.isSuperset(of: ["minimum up time", "minimum down time"]))
  }

  @Test func `another coal rate, own use or emission factor does not fit the numbers`() throws {
    // 100 MW run throughout, so that nothing starts and no-load fuel counts.
    let grid = SmallGrid.coal(load: [100, 80]) { $0.minimumOnline = .constant(1) }
    let result = try grid.solve()
    let rules = { (change: (inout Coal) -> Void) in
      Set(grid.changing(Coal.self, change).report(on: result).violations.map(\.rule))
    }
    #expect(rules { $0.coalRate += 1 } == ["fuel"])
    #expect(rules { $0.halfLoadRise += 0.01 } == ["fuel"])
    #expect(rules { $0.sulphurDioxide += 0.01 } == ["SO2"])
    #expect(rules { $0.nitrogenOxides += 0.01 } == ["NOx"])
    #expect(rules { $0.ownUse += 0.01 } == ["fuel", "output after own use"])
    #expect(rules { $0.variableCost += 0.01 } == ["cost", "cost of operation"])
    #expect(rules { $0.startCost += 0.01 } == [])
  }
}
