import GridFormulation
import GridGoals
import SmallGrids
import TestSupport
import Testing

@testable import GridPlanning

/// Whole units against every combination of them.
struct PlanSearchTests {
  @Test func `the plan is the cheapest of all combinations`() throws {
    let grid = try PlannedGrid.day()
    let costs = try grid.combinations.compactMap { try grid.cost(of: $0) }
    #expect(costs.count == 125)
    let cheapest = try #require(costs.min())
    let plan = try grid.plan().planned()
    #expect(abs(plan.cost - cheapest) < 1e-5 * cheapest, "\(plan.options.map(\.share))")
    #expect(plan.lowerBound <= cheapest + 1e-6 * cheapest)
    #expect(plan.gap <= plan.gapAsked, "\(plan.gap)")
  }

  @Test(arguments: 0..<8)
  func `at any prices the plan is certified, and no combination is below its bound`(
    seed: UInt64
  ) throws {
    var random = SeededBytes(seed: seed)
    func price(_ most: Double) -> Double { Double.random(in: 0...most, using: &random) }
    let grid = try PlannedGrid.day(
      wind: price(80),
      costs: (price(80_000), price(30_000), -price(40_000))
    )
    let cheapest = try #require(try grid.combinations.compactMap { try grid.cost(of: $0) }.min())
    let plan = try grid.plan().planned()
    #expect(plan.lowerBound <= cheapest * (1 + 1e-6))
    #expect(plan.gap <= plan.gapAsked)
    #expect(plan.cost <= cheapest * (1 + plan.gapAsked))
    #expect(plan.messages.isEmpty)
    // What is written of any sizes holds for those of the plan.
    for cut in plan.cuts {
      let value = zip(cut.slopes, plan.options).reduce(cut.constant) { $0 + $1.0 * $1.1.size }
      #expect(value <= (cut.kind == .cost ? plan.cost : 0) + 1e-6 * cheapest)
    }
  }

  /// Past a dozen options those that are likely taken are solved with, and the others priced.
  @Test(arguments: 0..<4)
  func `options that never pay change no plan, however many there are`(seed: UInt64) throws {
    var random = SeededBytes(seed: seed)
    var grid = try PlannedGrid.day(
      wind: 60,
      costs: (
        .random(in: 0...80_000, using: &random), 12_000, .random(in: -40_000...0, using: &random)
      )
    )
    grid.model.goals = [Goal("curtailment", .atMost, 0.05)]
    let alone = try grid.plan().planned()
    for index in 0..<11 {
      let what = index % 2 == 0 ? ("wind", "capacity_mw", 61.0) : ("store", "power_mw", 1)
      try grid.add("dear \(index)", on: what.0, parts: 1, cost: 1e9, [(what.1, what.2)])
    }
    let plan = try grid.plan().planned()
    #expect(plan.options.dropFirst(3).allSatisfy { $0.share == 0 })
    #expect(abs(plan.cost - alone.cost) <= 1e-6 * alone.cost)
    #expect(plan.gap <= plan.gapAsked, "\(plan.gap)")
  }

  @Test(arguments: [0.05, 0.02, 0.3])
  func `the plan is the cheapest of the combinations that hold a goal`(most: Double) throws {
    var grid = try PlannedGrid.day(wind: 60)
    let curtailment = Goal("curtailment", .atMost, most)
    grid.model.goals = [curtailment]
    let costs = try grid.combinations.compactMap { try grid.cost(of: $0, holding: [curtailment]) }
    let cheapest = try #require(costs.min())
    let plan = try grid.plan().planned()
    #expect(plan.holdsGoals)
    #expect(abs(plan.cost - cheapest) < 1e-5 * cheapest, "\(plan.options.map(\.share))")
  }

  @Test func `parts of units leave nothing between the plan and its bound`() throws {
    // Imports at 600 fill what rounded sizes would leave short.
    let plan = try PlannedGrid.day().plan(fractions: true).planned()
    #expect(abs(plan.gap) < 1e-6, "\(plan.options.map(\.share))")
    let whole = try PlannedGrid.day().plan().planned()
    #expect(plan.cost < whole.cost)
  }

  /// 40 MW of wind now, 80 more in four units, 95 asked: 55 MW of parts, or three units.
  @Test func `a goal of figures is held exactly by parts, and by the least whole units`() throws {
    var grid = try PlannedGrid.day(costs: (4e6, 12_000, -16_000))
    grid.model.goals = [Goal("wind-solar-capacity", .atLeast, 95)]
    let parts = try grid.plan(fractions: true).planned()
    #expect(parts.holdsGoals)
    #expect(abs(parts.options[0].share - 55.0 / 80) < 1e-5)
    let whole = try grid.plan().planned()
    #expect(whole.holdsGoals)
    #expect(whole.options[0].share == 0.75)
    #expect(whole.gap <= whole.gapAsked)
  }
}
