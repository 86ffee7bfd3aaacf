import Hourly
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Clusters of gas units against rules that their schedules were not made for.
@Suite struct GasCheckTests {
  /// The rules, each with the amount, that a schedule of 40 and then 100 MW breaks where the units are changed.
  private func found(_ change: (inout Gas) -> Void) throws -> [String] {
    let grid = SmallGrid.gas(load: [40, 100]) { $0.minimumOnline = .constant(1) }
    return grid.found(in: try grid.solve(), change)
  }

  @Test func `gas units keep their minimum and their ramp`() throws {
    // 40 MW of 100 online, then 100: 0.6 asks for 20 more; 0.2 an hour allows 20 of the 60.
    #expect(try found { _ in } == [])
    #expect(try found { $0.minimumOutput = 0.6 } == ["minimum output 20.0"])
    #expect(try found { $0.ramp = 0.2 } == ["ramp up 40.0"])
  }

  @Test func `a unit starts at its minimum or at what its ramp reaches`() throws {
    // 100 MW in the hour of the start; a ramp of 0.7 reaches 70, one of 0.2 the minimum of 40.
    let grid = SmallGrid.gas(load: [0, 100])
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    #expect(grid.found(in: result) { (gas: inout Gas) in gas.ramp = 0.7 }.contains("capacity 30.0"))
    #expect(grid.found(in: result) { (gas: inout Gas) in gas.ramp = 0.2 }.contains("capacity 60.0"))
  }

  @Test func `units that are out are not online`() throws {
    // All 100 MW run; a tenth on outage leaves 90, three tenths in maintenance 70.
    let grid = SmallGrid.gas(load: [100])
    let result = try grid.solve()
    #expect(
      grid.found(in: result) { (gas: inout Gas) in gas.forcedOutage = 0.1 }
        == ["online range 10.0"]
    )
    let found = grid.found(in: result) { (gas: inout Gas) in
      gas.maintenance = [CalendarWindow("01-01..01-02")].compactMap { $0 }
      gas.maintenanceShare = 0.3
    }
    #expect(found == ["online range 30.0"])
  }

  @Test func `fuel, own use and emissions are recomputed`() throws {
    // At most 100 MW: 0.1 kg more a MWh are 10 kg, 10 g more a kWh are a tce in a full hour.
    #expect(try found { $0.fuelRate += 10 } == ["fuel 1.0"])
    #expect(try found { $0.nitrogenOxides += 0.1 } == ["NOx 10.0"])
    #expect(try found { $0.sulphurDioxide += 0.1 } == ["SO2 10.0"])
    #expect(try found { $0.halfLoadRise += 0.1 }.map { $0.prefix(4) } == ["fuel"])
    #expect(try found { $0.ownUse = 0.1 }.contains("output after own use 10.0"))
    #expect(try found { $0.variableCost += 1 } == ["cost 140.0", "cost of operation 140.0"])
  }

  @Test func `deep-peak tiers are not for gas`() throws {
    let grid = SmallGrid.gas(load: [40]) { $0.minimumOnline = .constant(1) }
    let result = try grid.solve()
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.6
    tier.wear = 10
    #expect(grid.changing { $0.deepPeak.tiers = [tier] }.rulesBroken(by: result) == [])
  }
}
