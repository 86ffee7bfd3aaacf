import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

struct NuclearTests {
  /// Two units of 100 MW at 60 a MWh, at least 0.7, without own use.
  private func plant(
    load: [Double],
    _ change: (inout Nuclear) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    model.add(Nuclear.self) {
      $0.name = "nuclear"
      $0.unitSize = Power(megawatts: 100)
      $0.units = 2
      $0.ramp = 1
      $0.ownUse = 0
      change(&$0)
    }
    return model
  }

  @Test func `a plant follows the load down to its minimum and no further`() throws {
    // Minimum 140 MW: at a load of 100, 40 MW are given away and a MWh more demand is free.
    var model = plant(load: [200, 160, 100])
    model.addExport(at: 0)
    let solved = try model.solve()
    #expect(solved.power("nuclear") == [200, 160, 140])
    #expect(solved.power("export") == [0, 0, -40])
    #expect(solved.price[1...] == [60, 0])
  }

  @Test func `a plant ramps slowly and is held low before the load drops`() throws {
    // Ramp 0.1 of 200 MW = 20 MW: 150 in the second hour allow 170 in the first, import gives 30. A MWh more
    // in the second hour allows one more in the first: 60 + 60 − 300 = −180.
    var model = plant(load: [200, 150, 150]) { $0.ramp = 0.1 }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.power("nuclear") == [170, 150, 150])
    #expect(solved.price == [300, -180, 60])
  }

  @Test func `each refuelling window takes one unit out and lets output step with it`() throws {
    // First day: two windows, no unit. Second: one window, 100 MW. Third: both units.
    var model = plant(load: [Double](repeating: 300, count: 72)) {
      $0.ramp = 0.05
      $0.refuelling = CalendarWindow.list("01-01..01-01; 01-01..01-02") ?? []
    }
    model.addImport(at: 300)
    let power = try model.solve().power("nuclear")
    #expect(power[..<24].allSatisfy { $0 == 0 })
    #expect(power[24..<48].allSatisfy { $0 == 100 })
    #expect(power[48...].allSatisfy { $0 == 200 })
  }

  @Test func `a plant dearer than import stays at its minimum`() throws {
    var model = plant(load: [200])
    model.addImport(at: 50)
    let solved = try model.solve()
    #expect(solved.power("nuclear") == [140])
    #expect(solved.price == [50])
  }

  @Test func `own use and the largest output lower what is supplied`() throws {
    // 200 MW · 0.9 · (1 − 0.05) = 171.
    var model = plant(load: [300]) {
      $0.maximumOutput = 0.9
      $0.ownUse = 0.05
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.power("nuclear") == [171])
    #expect(solved.values(.gross, of: "nuclear") == [180])
    #expect(solved.cost(of: .operation) == 10_800)
  }

  @Test func `forced outages lower floor, ceiling and ramp of the units in service`() throws {
    // 200 MW · (1 − 0.1) = 180 in service: at most 180, at least 0.7 · 180 = 126, and 0.1 · 180 = 18 an hour up
    // from 126: giving away a MWh more there costs 60 and saves 70 − 60 in each of two hours. Refuelling leaves 90.
    var model = plant(load: [100, 300, 300, 300, 300] + [Double](repeating: 300, count: 43)) {
      $0.forcedOutage = 0.1
      $0.ramp = 0.1
      $0.refuelling = CalendarWindow.list("01-02..01-02") ?? []
    }
    model.addImport(at: 70)
    model.addExport(at: 0)
    let power = try model.solve().power("nuclear")
    #expect(power[..<5] == [126, 144, 162, 180, 180])
    #expect(power[24...].allSatisfy { $0 == 90 })
  }

  @Test func `a minimum above the largest output is refused`() {
    var nuclear = Nuclear()
    nuclear.minimumOutput = 0.9
    nuclear.maximumOutput = 0.8
    #expect(nuclear.complaints(in: Setting()).map(\.field) == ["minimum_output_pu"])
  }
}
