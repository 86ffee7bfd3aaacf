import Hourly
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Clusters of coal units, part by part, against retrofits and baselines that their schedules were not made for.
@Suite struct CoalCheckTests {
  @Test func `the parts of a cluster are checked with the parameters of their retrofits`() throws {
    // Half of 100 MW is retrofitted to 0.2: 30 MW of load leave 20 MW in the old half, 10 in the new.
    let grid = SmallGrid.coal(load: [30]) {
      $0.minimumOnline = .constant(1)
      $0.flexibilityShare = 0.5
      $0.minimumOutputRetrofitted = 0.2
      $0.rampRetrofitted = 2
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let broken = grid.changing(Coal.self) { $0.minimumOutputRetrofitted = 0.3 }
      .rulesBroken(by: result)
    #expect(broken == ["coal.retrofitted: minimum output"])
    let other = grid.changing(Coal.self) { $0.flexibilityShare = 0.4 }.rulesBroken(by: result)
    #expect(other == ["coal.original: online range", "coal.retrofitted: online range"])
  }

  @Test func `output below a deep-peak baseline must be recorded in full`() throws {
    // At 40 of 100 MW online a baseline of 0.5 forgoes 10 MW, one of 0.6 would forgo 20.
    var grid = SmallGrid.coal(load: [100, 40, 100])
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.5
    tier.wear = 1
    grid.setting.deepPeak.tiers = [tier]
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let report = grid.changing { $0.deepPeak.tiers[0].baseline = 0.6 }.report(on: result)
    #expect(report.violations.map(\.rule) == ["deep tier 1"])
    #expect(abs(report.violations[0].amount - 10) < 1e-6)
  }

  @Test func `the heating season and heat beside power have baselines of their own`() throws {
    // At 40 of 100 MW a baseline of 0.5 forgoes 10 MW; 0.6 would forgo 20, 0.7 would forgo 30.
    var grid = SmallGrid.coal(load: [100, 40, 100])
    var tier = DeepPeakPolicy.Tier()
    (tier.baseline, tier.baselineHeating) = (0.5, 0.6)
    (tier.baselineHeatAndPower, tier.baselineHeatAndPowerHeating) = (0.6, 0.7)
    tier.wear = 1
    grid.setting.deepPeak.tiers = [tier]
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let season = [CalendarWindow("12-01..02-28")].compactMap { $0 }
    func amount(_ grid: SmallGrid) -> Double {
      let violations = grid.report(on: result).violations
      return violations.map(\.rule) == ["deep tier 1"] ? violations[0].amount : .nan
    }
    let heating = grid.changing { $0.deepPeak.heatingSeason = season }
    #expect(abs(amount(heating) - 10) < 1e-6)
    #expect(abs(amount(grid.changing(Coal.self) { $0.kind = .chp }) - 10) < 1e-6)
    #expect(abs(amount(heating.changing(Coal.self) { $0.kind = .chp }) - 20) < 1e-6)
  }

  @Test func `each part burns by its own rate`() throws {
    // Half of the units saves a tenth of the coal, the other half nothing.
    let grid = SmallGrid.coal(load: [100, 80]) {
      $0.minimumOnline = .constant(1)
      $0.energySavingShare = 0.5
      $0.energySaving = 0.1
    }
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let saving = grid.changing(Coal.self) { $0.energySaving = 0.2 }.rulesBroken(by: result)
    #expect(saving == ["coal.energy-saving: fuel"])
    let all = grid.changing(Coal.self) { $0.coalRate += 1 }.rulesBroken(by: result)
    #expect(all == ["coal.energy-saving: fuel", "coal.original: fuel"])
  }

  @Test func `units out for maintenance are not online`() throws {
    // All 100 MW run on 1 January; with 0.3 of them out 70 could.
    let grid = SmallGrid.coal(load: [100])
    let result = try grid.solve()
    let found = grid.found(in: result) { (coal: inout Coal) in
      coal.maintenance = [CalendarWindow("01-01..01-02")].compactMap { $0 }
      coal.maintenanceShare = 0.3
    }
    #expect(found == ["online range 30.0"])
    let later = grid.found(in: result) { (coal: inout Coal) in
      coal.maintenance = [CalendarWindow("02-01..02-02")].compactMap { $0 }
      coal.maintenanceShare = 0.3
    }
    #expect(later == [])
  }
}
