import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Vehicles against rules that their schedules were not made for.
@Suite struct EVChargingCheckTests {
  @Test func `vehicles charge what they drive within their window`() throws {
    // 40 MWh in the last two of four hours.
    var grid = SmallGrid.buying(load: [200, 200, 200, 200], at: [400, 300, 200, 100])
    grid.add(EVCharging.self, "cars") {
      $0.dailyEnergy = .constant(240)
      $0.chargers = Power(megawatts: 20)
      $0.managedShare = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout EVCharging) -> Void) in
      grid.changing(EVCharging.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.managedShare = 0.5 }.contains("cars: charging range"))
    #expect(rules { $0.windowEnd = 3 }.contains("cars: charging range"))
    #expect(rules { $0.dailyEnergy = .constant(200) }.contains("cars: energy of the day"))
  }
}
