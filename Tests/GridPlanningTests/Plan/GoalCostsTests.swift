import GridFormulation
import GridGoals
import GridPlanning
import SmallGrids
import Testing

struct GoalCostsTests {
  @Test func `a goal costs what the plan in parts of units costs more with it than without`() throws
  {
    var grid = try PlannedGrid.day(costs: (400_000, 12_000, -16_000))
    let goals = [
      Goal("curtailment", .atMost, 0.1), Goal("wind-solar-capacity", .atLeast, 115),
      Goal("non-fossil-capacity-share", .atLeast, 0.01),
    ]
    func cost(holding goals: [Goal]) throws -> Double {
      grid.model.goals = goals
      return try grid.plan(fractions: true).planned().lowerBound
    }
    let all = try cost(holding: goals)
    let others = try goals.indices.map { left in
      try cost(holding: goals.indices.filter { $0 != left }.map { goals[$0] })
    }
    grid.model.goals = goals
    let told = try grid.plan(pricesGoals: true).planned().goalCosts
    #expect(told.map(\.goal) == goals.map(\.id))
    for (goal, other) in zip(told, others) {
      let found = try #require(goal.cost)
      #expect(abs(found - (all - other)) <= goal.uncertainty + 1e-6 * abs(all), "\(goal)")
    }
    // Wind that nobody wants must be bought; the last goal holds by itself.
    #expect(try #require(told[1].cost) > 1_000)
    #expect(told[2].cost == 0)
  }

  @Test func `no cost is told where none was asked for`() throws {
    var grid = try PlannedGrid.day(costs: (400_000, 12_000, -16_000))
    grid.model.goals = [Goal("curtailment", .atMost, 0.02)]
    #expect(try grid.plan().planned().goalCosts.isEmpty)
  }
}
