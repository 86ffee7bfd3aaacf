import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Capture of CO2 is recomputed from the fuel burnt.
struct CarbonCaptureCheckTests {
  private func grid(isFlexible: Bool) -> SmallGrid {
    var grid = SmallGrid(load: [100, 80])
    grid.setting.carbonPrice = .constant(300)
    grid.add(Coal.self, "coal") {
      $0.unitSize = Power(megawatts: 300)
      $0.minimumOutput = 0.2
      $0.capture.share = 1
      $0.capture.isFlexible = isFlexible
    }
    return grid
  }

  @Test(arguments: [true, false])
  func `other capture than the rate allows is found`(isFlexible: Bool) throws {
    let grid = grid(isFlexible: isFlexible)
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    let lower = grid.changing(Coal.self) { $0.capture.rate = 0.8 }.rulesBroken(by: result)
    #expect(lower == ["coal: capture rate"])
    let dearer = grid.changing(Coal.self) { $0.capture.cost += 1 }.rulesBroken(by: result)
    #expect(dearer == ["coal: cost of CO2 storage", "cost: cost"])
    let hungrier = grid.changing(Coal.self) { $0.capture.energy += 0.1 }.rulesBroken(by: result)
    #expect(hungrier == ["coal: output after own use"])
  }

  @Test func `CO2 that is neither captured nor emitted is found`() throws {
    let grid = grid(isFlexible: true)
    let result = try grid.solve()
    let schedule = result.schedule.changed(.carbonCaptured, at: 1, by: -1)
    let report = Verifier.verify(grid.model, schedule, cost: result.cost, costs: result.costs)
    let rules = Set(report.violations.map(\.rule))
    #expect(rules.isSuperset(of: ["CO2", "output after own use", "cost of CO2 storage"]))
  }
}
