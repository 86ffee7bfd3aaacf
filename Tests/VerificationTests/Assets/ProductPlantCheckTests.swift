import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Hydrogen against rules that its schedules were not made for.
@Suite struct ProductPlantCheckTests {
  @Test func `hydrogen is made of power, kept in the tank and delivered`() throws {
    // 5 MWh in the second hour, of which the first took 2.5 from the tank of 10.
    var grid = SmallGrid.buying(load: [200, 200], at: [300, 100])
    grid.add(Hydrogen.self, "works") {
      $0.capacity = Power(megawatts: 10)
      $0.efficiency = YieldCurve(0.5)
      $0.tank = Energy(megawattHours: 10)
      $0.demand = .constant(2.5)
      $0.delivery = .hour
    }
    let result = try grid.solve()
    let rules = { (change: (inout Hydrogen) -> Void) in
      grid.changing(Hydrogen.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.efficiency = YieldCurve(0.4) } == ["works: product"])
    #expect(rules { $0.capacity = Power(megawatts: 8) }.contains("works: consumption"))
    #expect(rules { $0.demand = .constant(2) }.contains("works: product balance"))
    #expect(rules { $0.waterUse = 0.5 } == ["works: water"])
  }
}
