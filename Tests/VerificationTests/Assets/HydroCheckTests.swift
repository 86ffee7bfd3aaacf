import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Hydropower against rules that its schedules were not made for.
@Suite struct HydroCheckTests {
  @Test func `hydro accounts for every drop`() throws {
    // 10 MW of inflow, 6 of them through the turbines at most.
    var grid = SmallGrid(load: [50, 50])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = .constant(50)
    }
    grid.add(Hydro.self, "river") {
      $0.capacity = Power(megawatts: 10)
      $0.inflow = .constant(1)
    }
    let result = try grid.solve()
    let rules = { (change: (inout Hydro) -> Void) in
      Set(grid.changing(Hydro.self, change).report(on: result).violations.map(\.rule))
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.inflow = .constant(1.1) } == ["water balance"])
    #expect(rules { $0.minimumFlow = 1 } == [])
    #expect(
      rules { $0.reservoir = Energy(megawattHours: 5) } == [
        "series stored_energy_mwh", "storage balance", "end rule",
      ]
    )
  }
}
