import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Biomass against rules that its schedules were not made for.
@Suite struct BiomassCheckTests {
  @Test func `biomass keeps within its fuel`() throws {
    // 2 h of 100 MW at 0.4 tce/MWh burn 80 tce; a year's limit of 175,200 tce leaves 40 for 2 h.
    var grid = SmallGrid.buying(load: [100, 100], at: [1000, 1000])
    grid.add(Biomass.self, "biomass") {
      $0.capacity = Power(megawatts: 100)
      $0.forcedOutage = 0
      $0.ownUse = 0
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing(Biomass.self) { $0.fuelLimit = 175_200 }.report(on: result)
    #expect(report.violations.map(\.rule) == ["fuel limit"])
    #expect(abs(report.violations[0].amount - 40) < 1e-6)
    #expect(report.violations[0].step == nil)
    #expect(
      grid.changing(Biomass.self) { $0.minimumOutput = 1 }.rulesBroken(by: result) == []
    )
    #expect(
      grid.changing(Biomass.self) { $0.forcedOutage = 0.2 }.rulesBroken(by: result)
        == ["biomass: output range", "home: synchronous"]
    )
  }
}
