import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Calls of interruptible load against rules that its schedules were not made for.
@Suite struct InterruptibleLoadCheckTests {
  @Test func `calls keep their duration and their number`() throws {
    // Two hours of one call of 10 MW.
    var grid = SmallGrid.buying(load: [100, 100], at: [5000, 5000])
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
}
