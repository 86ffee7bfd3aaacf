import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Load that is put off against rules that its schedules were not made for.
@Suite struct ShiftableLoadCheckTests {
  /// 10 MW are put off every other hour and made up in the next.
  ///
  /// Short by 2e-6 MW each time, a year lacks 0.009 of
  /// 43,800 MWh, less than a millionth; short by 2e-5 MW it lacks 0.088 MWh, of which a millionth takes 0.044.
  @Test func `what is overdue of a year's sum is known to a millionth of it, and no further`() {
    var load = ShiftableLoad()
    (load.windowHours, load.recoveryLoss) = (2, 0)
    let hours = 0..<8760
    let deferred = hours.map { $0 % 2 == 0 ? 10.0 : 0 }
    func overdue(short: Double) -> Double {
      let recovered = hours.map { $0 % 2 == 1 ? 10 - short : 0 }
      let tolerance = VerificationTolerance()
      return load.overdue(deferred: deferred, recovered: recovered, of: tolerance).max() ?? 0
    }
    #expect(overdue(short: 2e-6) <= 1e-9)
    #expect(abs(overdue(short: 2e-5) - 4379 * 1e-5) < 1e-6)
  }

  @Test func `load that was put off comes back in time, with its loss`() throws {
    // 10 MW are put off in the dear hour and made up for two hours later.
    var grid = SmallGrid.buying(load: [100, 100, 100], at: [900, 800, 10])
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
