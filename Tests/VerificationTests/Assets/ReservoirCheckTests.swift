import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Pumped hydro against rules that its schedules were not made for.
@Suite struct ReservoirCheckTests {
  @Test func `turbines below their minimum load are found`() throws {
    var grid = SmallGrid(load: [50, 50])
    let price = grid.series("price", [1, 100])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = price
    }
    grid.add(PumpedHydro.self, "pumped") {
      $0.turbineCapacity = Power(megawatts: 10)
      $0.reservoir = Energy(megawattHours: 20)
      $0.minimumTurbineOutput = 0.5
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    // Running turbines give their full output; a recorded 1 MW less is more output than runs.
    let schedule = result.schedule.changed(.online, at: 1, by: -1)
    let rules = Set(grid.report(on: result, schedule).violations.map(\.rule))
    #expect(rules == ["running turbines", "tie-break of running turbines"])
  }
}
