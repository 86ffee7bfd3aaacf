import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Captive plants, and desalination, against rules that their schedules were not made for.
@Suite struct CaptivePlantCheckTests {
  @Test func `a captive plant sells no more than it may, and water takes its time`() throws {
    var grid = SmallGrid.buying(load: [200, 200], at: [900, 100])
    grid.add(CaptivePlant.self, "mill") {
      $0.capacity = Power(megawatts: 50)
      $0.ownUse = 0
      $0.load = .constant(40)
      $0.sellLimit = 10
    }
    grid.add(Hydro.self, "upper") {
      $0.capacity = Power(megawatts: 10)
      $0.inflow = .constant(0.5)
      $0.waterYield = 0.2
      $0.downstream = "lower"
      $0.travelHours = 1
    }
    grid.add(Hydro.self, "lower") {
      $0.capacity = Power(megawatts: 10)
      $0.waterYield = 0.1
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let selling = grid.changing(CaptivePlant.self) { $0.sellLimit = 5 }.rulesBroken(by: result)
    #expect(selling.contains("mill: sales"))
    let drier = grid.changing(Hydro.self) { if $0.name == "upper" { $0.waterYield = 0.25 } }
    #expect(drier.rulesBroken(by: result) == ["lower: water balance"])
  }
}
