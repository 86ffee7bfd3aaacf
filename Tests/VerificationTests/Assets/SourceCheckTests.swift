import Hourly
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Nuclear, biomass, wind, PV and trade against rules that their schedules were not made for.
@Suite struct SourceCheckTests {
  private func grid(load: [Double], price: Double = 1000) -> SmallGrid {
    var grid = SmallGrid(load: load)
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = .constant(price)
    }
    return grid
  }

  @Test func `a nuclear plant keeps its range, its ramp and its outages`() throws {
    // 60 of 100 MW, then 100: 0.7 asks for 10 more; 0.05 allows 5 of the 40.
    var grid = grid(load: [60, 100])
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

  @Test func `biomass keeps within its fuel`() throws {
    // 2 h of 100 MW at 0.4 tce/MWh burn 80 tce; a year's limit of 175,200 tce leaves 40 for 2 h.
    var grid = grid(load: [100, 100])
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

  @Test func `wind delivers no more than the weather offers and no less than cannot be curtailed`()
    throws
  {
    // 100 MW offered, 60 wanted: 40 curtailed.
    var grid = grid(load: [60])
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

  @Test func `trade keeps its band`() throws {
    // 100 of 1,000 MW are bought; a schedule of 0.2 with a band of 0.05 asks for 150.
    let grid = grid(load: [100])
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
