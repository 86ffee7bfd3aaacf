import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

struct LikeAssetsTests {
  /// Two units of 100 MW, no-load cost 500 an hour and least output 40 MW, beside import at 50.
  private func twoUnits(secondCosts cost: Double = 20) -> SmallModel {
    var model = SmallModel(load: [90, 150, 260])
    model.addImport(at: 50)
    for (name, price) in [("first", 20.0), ("second", cost)] {
      model.addGenerator {
        $0.name = name
        $0.commitment = .linear
        $0.minimumOutput = .constant(0.4)
        $0.marginalCost = .constant(price)
        $0.noLoadCost = .constant(500)
        $0.startCost = 1000
      }
    }
    return model
  }

  @Test func `like units share the load and cost what they cost one by one`() throws {
    let merged = try twoUnits().solve()
    // A tiny difference in price keeps them apart; 450 MWh at 1e-9 a MWh is far below the tolerance.
    let apart = try twoUnits(secondCosts: 20 + 1e-9).solve()
    #expect(abs(merged.cost - apart.cost) < 1e-3)
    #expect(merged.power("first") == [45, 75, 100])
    #expect(merged.power("second") == merged.power("first"))
    // 440 MWh at 20 and 5 for no load, 60 MWh bought at 50. What is on before the first hour is free, so
    // 60 MW stand ready an hour for 5 each rather than start for 10; 50 MW more do either for 10 each.
    #expect(abs(merged.cost - (440 * 25 + 60 * 50 + 300 + 500)) < 1e-6)
    let items = merged.result.costs.filter { $0.owner == "second" }.map(\.amount)
    #expect(merged.result.costs.filter { $0.owner == "first" }.map(\.amount) == items)
  }

  @Test func `like units are formulated once`() {
    let names = twoUnits().grid.likeAssets.map { $0.likes.map(\.name) }
    #expect(names.contains(["first", "second"]))
    let apart = twoUnits(secondCosts: 21).grid.likeAssets
    #expect(apart.allSatisfy { $0.likes.count == 1 })
  }

  @Test func `a unit that a goal is about stands for itself`() {
    var model = twoUnits()
    var goal = Goal()
    goal.asset = "second"
    model.goals = [goal]
    #expect(model.grid.likeAssets.allSatisfy { $0.likes.count == 1 })
  }
}
