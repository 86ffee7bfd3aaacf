import GridDispatch
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// The accounts of stores are recomputed from series, prices and parameters.
struct StoreAccountCheckTests {
  private func grid() -> SmallGrid {
    var grid = SmallGrid(load: [40, 90])
    let bought = grid.series("bought", [100, 300])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = bought
    }
    grid.add(Battery.self, "battery") {
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.capacityPayment = 100
      $0.fixedCost = 50
    }
    return grid
  }

  @Test func `an account that is not that of the schedule is found`() throws {
    let grid = grid()
    var result = try grid.solve()
    #expect(Verifier.verify(grid.model, result).isClean)
    result.settlement.stores[0].energyIncome? += 1
    let rules = Verifier.verify(grid.model, result).differences.map(\.rule)
    #expect(rules == ["energy income", "margin before capital"])
  }

  @Test func `other payments, costs or stores are found`() throws {
    let grid = grid()
    let result = try grid.solve()
    let paid = grid.changing(Battery.self) { $0.capacityPayment = 0 }
    let rules = Verifier.verify(paid.model, result).differences.map(\.rule)
    #expect(rules == ["capacity income", "margin before capital"])
    var without = result
    without.settlement.stores = []
    #expect(Verifier.verify(grid.model, without).differences.map(\.rule) == ["accounts"])
  }
}
