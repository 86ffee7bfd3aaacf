import Grid
import Testing
import Verification

@testable import GridDispatch

/// Flexible load against rules that its schedules were not made for.
@Suite struct FlexibleLoadCheckTests {
  private func grid(load: [Double], prices: [Double]) -> SmallGrid {
    var grid = SmallGrid(load: load)
    let price = grid.series("price", prices)
    grid.add(Exchange.self, "import") {
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return grid
  }

  @Test func `calls keep their duration and their number`() throws {
    // Two hours of one call of 10 MW.
    var grid = grid(load: [100, 100], prices: [5000, 5000])
    grid.add(InterruptibleLoad.self, "industry") {
      $0.capacity = Power(megawatts: 10)
      $0.hoursPerCall = 2
      $0.callsPerDay = 1
      $0.callsPerYear = 8760
    }
    let result = try grid.solve()
    let rules = { (change: (inout InterruptibleLoad) -> Void) in
      grid.changing(InterruptibleLoad.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.hoursPerCall = 1 } == ["industry: call duration"])
    #expect(rules { $0.callsPerDay = 0.5 } == ["industry: calls a day"])
    #expect(rules { $0.callsPerYear = 365 } == ["industry: calls a year"])
    #expect(
      rules { $0.availability = .constant(0.5) } == ["industry: called", "industry: calls begun"]
    )
  }

  @Test func `load that was put off comes back in time, with its loss`() throws {
    // 10 MW are put off in the dear hour and made up for two hours later.
    var grid = grid(load: [100, 100, 100], prices: [900, 800, 10])
    grid.add(ShiftableLoad.self, "vehicles") {
      $0.capacity = Power(megawatts: 10)
      $0.availability = .constant(1)
      $0.windowHours = 3
      $0.recoveryLoss = 0
      $0.recoveryCapacity = 20
      $0.price = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout ShiftableLoad) -> Void) in
      grid.changing(ShiftableLoad.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.recoveryLoss = 0.1 } == ["vehicles: backlog"])
    #expect(rules { $0.windowHours = 1 } == ["vehicles: recovery window"])
    #expect(rules { $0.recoveryCapacity = 15 } == ["vehicles: recovered"])
    #expect(rules { $0.capacity = Power(megawatts: 8) } == ["vehicles: deferred"])
  }
}
