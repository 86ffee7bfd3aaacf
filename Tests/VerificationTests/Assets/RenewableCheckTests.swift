import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Wind and PV against rules that their schedules were not made for.
@Suite struct RenewableCheckTests {
  @Test func `wind delivers no more than the weather offers and no less than cannot be curtailed`()
    throws
  {
    // 100 MW offered, 60 wanted: 40 curtailed.
    var grid = SmallGrid.buying(load: [60], at: [1000])
    grid.add(Wind.self, "wind") {
      $0.capacity = Power(megawatts: 200)
      $0.availability = .constant(0.5)
    }
    let result = try grid.solve()
    let rules = { (change: (inout Wind) -> Void) in
      grid.changing(Wind.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.curtailableShare = 0.3 } == ["wind: delivered range"])
    #expect(rules { $0.availability = .constant(0.4) } == ["wind: available", "wind: curtailed"])
    #expect(
      rules { $0.availability = .constant(0.2) }
        == ["wind: available", "wind: curtailed", "wind: delivered range"]
    )
    #expect(
      rules { $0.kind = .offshore }
        == ["wind: tie-break of offshore wind", "wind: tie-break of onshore wind"]
    )
  }
}
