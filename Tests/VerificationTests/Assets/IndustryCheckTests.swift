import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Energy-intensive works against rules that their schedules were not made for.
@Suite struct IndustryCheckTests {
  @Test func `works keep their band, their ramp and their product`() throws {
    // 60 and 100 MW.
    var grid = SmallGrid.buying(load: [200, 200], at: [300, 100])
    grid.add(Industry.self, "works") {
      $0.capacity = Power(megawatts: 100)
      $0.operation = .constant(0.8)
      $0.minimumLoad = 0.6
      $0.price = 1
    }
    let result = try grid.solve()
    let rules = { (change: (inout Industry) -> Void) in
      grid.changing(Industry.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.minimumLoad = 0.7 } == ["works: band"])
    #expect(rules { $0.maximumLoad = 0.9 } == ["works: band"])
    #expect(rules { $0.ramp = 0.3 } == ["works: ramp"])
    #expect(rules { $0.operation = .constant(0.9) }.contains("works: energy of the day"))
  }
}
