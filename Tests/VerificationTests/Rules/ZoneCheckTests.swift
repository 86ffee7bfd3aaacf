import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// The rules of a zone, the cost and the completeness of a schedule.
@Suite struct ZoneCheckTests {
  /// 100 MW of load, 80 of them bought: 20 not served.
  private func short() -> SmallGrid {
    var grid = SmallGrid(load: [100])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 80)
      $0.importPrice = .constant(500)
    }
    return grid
  }

  /// 100 MW of load on 90 MW of gas.
  private func reserved(_ change: (inout ReservePolicy) -> Void) -> SmallGrid {
    var grid = SmallGrid(load: [60])
    grid.add(Gas.self, "gas") {
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.forcedOutage = 0
      $0.ownUse = 0
      $0.minimumOnline = .constant(1)
    }
    change(&grid.setting.zones[0].reserve)
    return grid
  }

  @Test func `demand is load over what the network leaves of it`() throws {
    let grid = short()
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing { $0.zones[0].gridLoss = 0.2 }.report(on: result)
    // 20 of 100 MW are not served, 80 / 0.8 = 100 serve the rest: 20 MW are neither stated nor supplied.
    #expect(report.violations.map(\.rule) == ["demand", "balance"])
    #expect(report.violations.map(\.amount) == [20, 20])
    #expect(report.maxBalanceResidualMW == 20)
  }

  @Test func `no more than the load can go unserved, its loss left out`() throws {
    // A load of 100 with a loss of a fifth and nothing to serve it: 100 are short; 125 were before loss.
    var grid = SmallGrid(load: [100])
    grid.setting.zones[0].gridLoss = 0.2
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    var changed = result.schedule
    for index in changed.series.indices
    where [.unserved, .demand].contains(changed.series[index].quantity) {
      changed.series[index].values[0] = 125
    }
    let report = Verifier.verify(grid.model, changed, cost: 2.5e6, costs: [])
    #expect(report.violations.map(\.rule).contains("unserved range"))
  }

  @Test func `energy that is not served is charged at its value`() throws {
    let grid = short()
    let report = grid.changing { $0.zones[0].valueOfLostLoad = 10_000 }.report(on: try grid.solve())
    #expect(report.violations.map(\.rule) == ["cost", "cost of unserved energy"])
    // 20 MW at 20,000 were stated; at 10,000 they come to 200,000 less.
    #expect(abs(report.costDifference - 200_000) < 1e-3)
  }

  @Test func `reserve is what is asked for, held and short`() throws {
    // 6 MW asked for; 40 MW of room.
    let grid = reserved { $0.upShareOfLoad = 0.1 }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    #expect(
      grid.changing { $0.zones[0].reserve.upShareOfLoad = 0.2 }.rulesBroken(by: result)
        == ["home: reserve up required"]
    )
    #expect(
      grid.changing { $0.zones[0].reserve.coversLargestUnit = true }.rulesBroken(by: result)
        == ["home: reserve up required"]
    )
    // All that is held and all that is required are as stated, but it is too little.
    var schedule = result.schedule
    for index in schedule.series.indices where schedule.series[index].quantity == .reserveUpShort {
      schedule.series[index].values[0] = -1
    }
    let report = Verifier.verify(grid.model, schedule, cost: result.cost, costs: result.costs)
    #expect(report.violations.map(\.rule).contains("reserve up"))
  }

  @Test func `too little synchronous capacity is found`() throws {
    let grid = reserved { $0.minimumSynchronous = 100 }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    #expect(
      grid.changing { $0.zones[0].reserve.minimumSynchronous = 120 }.rulesBroken(by: result)
        == ["home: minimum synchronous"]
    )
  }

  @Test func `a series that is missing, strange, doubled or too short is found`() throws {
    let grid = short()
    let result = try grid.solve()
    let rules = { (change: (inout [Schedule.Series]) -> Void) in
      var schedule = result.schedule
      change(&schedule.series)
      return Verifier.verify(grid.model, schedule, cost: result.cost, costs: result.costs)
        .violations.map(\.rule)
    }
    let zone = Owner.zone(SmallGrid.zone)
    #expect(rules { $0.removeAll { $0.quantity == .unserved } }.first == "series unserved_mw")
    #expect(rules { $0.append($0[0]) } == ["series \(result.schedule.series[0].quantity.stem)"])
    #expect(
      rules { $0.append(.init(quantity: .online, owner: zone, values: [0])) }
        == ["series online_mw"]
    )
    #expect(
      rules { $0[0].values = [] }.first == "series \(result.schedule.series[0].quantity.stem)"
    )
  }

  @Test func `a cost that is not the schedule's is found, in total and in part`() throws {
    let grid = short()
    let result = try grid.solve()
    let report = Verifier.verify(
      grid.model,
      result.schedule,
      cost: result.cost + 100,
      costs: result.costs + [CostItem(kind: .start, owner: "import", amount: 3)]
    )
    #expect(report.violations.map(\.rule) == ["cost", "cost of start"])
    #expect(abs(report.costDifference - 100) < 1e-6)
    // 80 MW at 500 and 20 MW at 20,000.
    #expect(abs(report.recomputedCost - 440_000) < 1e-6)
  }

  @Test func `a violation says who, when, what and by how much`() throws {
    let grid = short()
    let schedule = try grid.solve().schedule
    var changed = schedule
    for index in changed.series.indices where changed.series[index].quantity == .unserved {
      changed.series[index].values[0] = 10
    }
    let report = Verifier.verify(grid.model, changed, cost: 440_000, costs: [])
    let balance = try #require(report.violations.first { $0.rule == "balance" })
    #expect(balance.text == "home at 2030-01-01T00:00: balance is broken by 10")
    #expect(balance.hours == 1)
  }
}
