import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Schedules of stores against rules that they were not made for.
@Suite struct StorageCheckTests {
  /// A battery of 10 MW and 20 MWh, half full, without losses; power costs 1 and then 100.
  private func battery(_ change: (inout Battery) -> Void = { _ in }) -> SmallGrid {
    var grid = SmallGrid(load: [50, 50])
    let price = grid.series("price", [1, 100])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = price
    }
    grid.add(Battery.self, "battery") {
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.chargingEfficiency = 1
      $0.dischargingEfficiency = 1
      $0.selfDischarge = 0
      $0.wear = 1
      change(&$0)
    }
    return grid
  }

  /// The rules that a schedule of the plain battery breaks in a changed one.
  private func rules(_ change: (inout Battery) -> Void) throws -> Set<String> {
    let grid = battery()
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    return Set(grid.changing(Battery.self, change).report(on: result).violations.map(\.rule))
  }

  @Test func `each parameter of a battery is held to by its own rule`() throws {
    // It takes 10 MW in the first hour (level 20) and gives 10 MW in the second (level 10).
    #expect(try rules { $0.energy = Energy(megawattHours: 20) } == [])
    #expect(try rules { $0.startLevel = 0.4 } == ["storage balance"])
    #expect(try rules { $0.chargingEfficiency = 0.9 } == ["storage balance"])
    #expect(try rules { $0.dischargingEfficiency = 0.9 } == ["storage balance"])
    #expect(try rules { $0.selfDischarge = 0.01 } == ["storage balance"])
    #expect(try rules { $0.cyclesPerDay = 3 } == ["cycles a day"])
    #expect(
      try rules { $0.power = Power(megawatts: 8) }
        == ["charging range", "discharging range"]
    )
    #expect(try rules { $0.wear = 2 } == ["cost", "cost of storage wear"])
  }

  @Test func `a level above the capacity is found`() throws {
    // The same 10 MWh at the start, as 5/6 of 12 MWh; 20 MWh at the end of the first hour.
    let grid = battery()
    let report = grid.changing(Battery.self) {
      $0.energy = Energy(megawattHours: 12)
      $0.startLevel = 10.0 / 12
    }.report(on: try grid.solve())
    #expect(report.violations.map(\.rule) == ["stored energy range"])
    #expect(abs(report.violations[0].amount - 8) < 1e-6)
  }

  @Test func `an end below the start is found unless the end is free`() throws {
    // Free at the end, the battery is emptied: 10 MWh less than at the start.
    let grid = battery { $0.endRule = .free }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    for rule in [EndRule.atLeastStart, .equalStart, .daily, .weekly] {
      let report = grid.changing(Battery.self) { $0.endRule = rule }.report(on: result)
      #expect(report.violations.map(\.rule) == ["end rule"])
      #expect(abs(report.violations[0].amount - 10) < 1e-6)
    }
  }
}
