import Hourly
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Stores of any kind against rules that their schedules were not made for.
@Suite struct GenericStorageCheckTests {
  /// 10 MW and 20 MWh from 4 MWh on; power costs 1 and then 100, so that 10 MW go in and then out.
  private func grid(_ change: (inout Storage) -> Void = { _ in }) -> SmallGrid {
    var grid = SmallGrid.buying(load: [50, 50], at: [1, 100])
    grid.add(Storage.self, "store") {
      $0.chargingCapacity = Power(megawatts: 10)
      $0.dischargingCapacity = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.start = 4
      $0.endRule = .equalStart
      change(&$0)
    }
    return grid
  }

  /// The rules, each with the amount, that the schedule of the store breaks in a changed one.
  private func found(_ change: (inout Storage) -> Void) throws -> [String] {
    let grid = grid()
    return grid.found(in: try grid.solve(), change)
  }

  @Test func `each limit of a store is held to by its own rule`() throws {
    // 4 MWh at the start, 14 after the first hour, 4 after the second.
    #expect(try found { _ in } == [])
    #expect(try found { $0.energy = Energy(megawattHours: 12) } == ["stored energy range 2.0"])
    #expect(try found { $0.start = 5 }.contains("storage balance 1.0"))
    #expect(try found { $0.chargingEfficiency = 0.9 } == ["storage balance 1.0"])
    #expect(try found { $0.dischargingEfficiency = 0.8 } == ["storage balance 2.5"])
    // A tenth of the 14 MWh is 1.4, of the 4 MWh before them 0.4.
    #expect(try found { $0.standingLoss = 0.1 } == ["storage balance 1.4"])
    #expect(try found { $0.chargingLimit = .constant(0.7) } == ["charging range 3.0"])
    #expect(try found { $0.dischargingLimit = .constant(0.6) } == ["discharging range 4.0"])
    #expect(try found { $0.minimumLevel = .constant(0.3) } == ["stored energy range 2.0"])
    #expect(try found { $0.maximumLevel = .constant(0.6) } == ["stored energy range 2.0"])
  }

  @Test func `a given level is met in the hours that have one`() throws {
    // 14 MWh after the first hour; nothing is asked of the second.
    let grid = grid()
    let result = try grid.solve()
    for (level, expected) in [(14.0, []), (17, ["given level 3.0"])] {
      var told = grid
      let series = told.series("level", [level, -1])
      #expect(told.found(in: result) { (store: inout Storage) in store.level = series } == expected)
    }
  }

  @Test func `what goes in and out, what is spilled and what is left is charged`() throws {
    #expect(
      try found { $0.chargingCost = .constant(2) } == ["cost 20.0", "cost of operation 20.0"]
    )
    #expect(
      try found { $0.dischargingCost = .constant(3) } == ["cost 30.0", "cost of operation 30.0"]
    )
    #expect(try found { $0.endValue = 5 } == ["cost 20.0", "cost of stored value 20.0"])
    // 30 MW flow into a full store that gives 10 of them: 40 are spilled in the two hours.
    let full = grid {
      $0.chargingCapacity = Power(megawatts: 0)
      $0.start = 20
      $0.inflow = .constant(30)
    }
    let result = try full.solve()
    #expect(full.rulesBroken(by: result) == [])
    #expect(
      full.found(in: result) { (store: inout Storage) in store.spillCost = .constant(1) }
        == ["cost 40.0", "cost of operation 40.0"]
    )
    #expect(
      full.found(in: result) { (store: inout Storage) in store.inflow = .constant(9) }
        .contains { $0.hasPrefix("spill ") }
    )
  }

  @Test func `an open start lies in its range and costs what it holds`() throws {
    // A MWh at the start costs 20 and is worth 100 in the second hour: all 8 MWh that are allowed.
    let grid = grid {
      $0.chargingCapacity = Power(megawatts: 0)
      $0.startMaximum = 8
      $0.startCost = 20
      $0.endRule = .free
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    #expect(
      grid.found(in: result) { (store: inout Storage) in store.startMaximum = 6 }
        == ["level at the start 2.0"]
    )
    #expect(
      grid.found(in: result) { (store: inout Storage) in store.startCost = 21 }
        == ["cost 8.0", "cost of stored value 8.0"]
    )
  }

  @Test func `a store of water counts as synchronous`() throws {
    // The zone's total is told as 10 MW less than there would be.
    let result = try grid().solve()
    #expect(
      grid().changing(Storage.self) { $0.kind = .hydro }.rulesBroken(by: result)
        == ["home: synchronous"]
    )
  }
}
