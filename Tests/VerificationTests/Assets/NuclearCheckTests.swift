import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Nuclear plants against rules that their schedules were not made for.
@Suite struct NuclearCheckTests {
  @Test func `a nuclear plant keeps its range, its ramp and its outages`() throws {
    // 60 of 100 MW, then 100: 0.7 asks for 10 more; 0.05 allows 5 of the 40.
    var grid = SmallGrid.buying(load: [60, 100], at: [1000, 1000])
    grid.add(Nuclear.self, "nuclear") {
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.minimumOutput = 0.5
      $0.ramp = 60
      $0.ownUse = 0
    }
    let result = try grid.solve()
    let found = { (change: (inout Nuclear) -> Void) in
      grid.changing(Nuclear.self, change).report(on: result).violations.map {
        "\($0.rule) \(($0.amount * 1e6).rounded() / 1e6)"
      }
    }
    #expect(found { _ in } == [])
    #expect(found { $0.minimumOutput = 0.7 } == ["output range 10.0"])
    #expect(found { $0.maximumOutput = 0.9 } == ["output range 10.0"])
    #expect(found { $0.ramp = 0.05 } == ["ramp 35.0"])
    // Outages of a tenth leave 90 of the 100 MW, and of what is synchronous.
    #expect(found { $0.forcedOutage = 0.1 } == ["output range 10.0", "synchronous 10.0"])
    #expect(
      found { $0.refuelling = [CalendarWindow("01-01..01-02")].compactMap { $0 } }
        == ["output range 100.0", "synchronous 100.0"]
    )
    #expect(found { $0.ownUse = 0.1 } == ["output after own use 10.0"])
  }
}
