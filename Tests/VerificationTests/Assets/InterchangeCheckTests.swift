import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Trade against rules that its schedules were not made for.
@Suite struct InterchangeCheckTests {
  @Test func `trade keeps its band`() throws {
    // 100 of 1,000 MW are bought; a schedule of 0.2 with a band of 0.05 asks for 150.
    let grid = SmallGrid.buying(load: [100], at: [1000])
    let result = try grid.solve()
    let rules = { (change: (inout Interchange) -> Void) in
      grid.changing(Interchange.self, change).rulesBroken(by: result)
    }
    #expect(rules { _ in } == [])
    #expect(rules { $0.importLimit = Power(megawatts: 90) } == ["import: import range"])
    #expect(
      rules {
        $0.importSchedule = .constant(0.2)
        $0.band = 0.05
      } == ["import: import band"]
    )
    #expect(rules { $0.importPrice = .constant(999) } == ["cost: cost", "import: cost of import"])
  }
}
