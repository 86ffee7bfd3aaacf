import Hourly
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Load that drops out by price against steps that its schedules were not made for.
@Suite struct PriceResponsiveLoadCheckTests {
  /// A step of some MW at a price, and one of 20 MW at 900.
  private static func steps(_ power: Double, at price: Double) -> PriceSteps {
    PriceSteps([.init(power: power, price: price), .init(power: 20, price: 900)])
  }

  @Test func `load drops out within its steps, each at its price`() throws {
    // At 800 a MWh the 10 MW at 500 drop out and the 20 MW at 900 stay.
    var grid = SmallGrid.buying(load: [100], at: [800])
    grid.add(PriceResponsiveLoad.self, "shops") {
      $0.steps = Self.steps(10, at: 500)
    }
    let result = try grid.solve()
    func found(_ change: (inout PriceResponsiveLoad) -> Void) -> [String] {
      grid.found(in: result, change)
    }
    #expect(found { _ in } == [])
    #expect(found { $0.steps = Self.steps(6, at: 500) } == ["reduced 4.0"])
    #expect(found { $0.availability = .constant(0.5) } == ["reduced 5.0"])
    let dearer = grid.changing(PriceResponsiveLoad.self) {
      $0.steps = Self.steps(10, at: 600)
    }
    #expect(abs(dearer.report(on: result).costDifference - 1000) < 1e-6)
  }
}
