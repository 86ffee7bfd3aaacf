import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Bundles of load against rules that their schedules were not made for.
@Suite struct VirtualPowerPlantCheckTests {
  @Test func `a bundle keeps its limit and its calls`() throws {
    var grid = SmallGrid.buying(load: [200, 200], at: [300, 100])
    grid.add(Industry.self, "works") {
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 1
    }
    grid.add(VirtualPowerPlant.self, "bundle") {
      $0.members = ["works"]
      $0.limit = Power(megawatts: 8)
      $0.price = 2
      $0.callsPerDay = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout VirtualPowerPlant) -> Void) in
      grid.changing(VirtualPowerPlant.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.limitDown = 4 } == ["bundle: limit"])
    #expect(rules { $0.callsPerDay = 0.5 } == ["bundle: calls a day"])
    #expect(rules { $0.limit = Power(megawatts: 6) }.contains("bundle: limit"))
  }
}
