import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import SmallGrids
import Testing

@testable import GridPlanning

struct GoalFixesTests {
  /// What is told of a goal that a dispatch misses.
  private func explain(_ grid: PlannedGrid, holding: Set<String> = []) throws -> Explanation {
    let model = grid.grid
    let goal = try #require(model.goals.first)
    guard case .solved(let result) = try GoalDispatch.run(model, options: GoalOptions()) else {
      throw SolverError.stopped
    }
    let reached = try #require(result.verdicts.first { $0.goal.id == goal.id }?.value)
    let explainer = Explainer(
      model,
      reached: [goal.id: reached],
      holding: holding,
      options: DispatchOptions()
    )
    var explanation = try #require(try explainer.explain(goal))
    try GoalFixes(
      model,
      holding: holding,
      runningCost: result.cost,
      options: DispatchOptions()
    ).find(&explanation)
    return explanation
  }

  /// A windy hour of 60 MW against 40 MW of load, and a store that takes 10 MW of the 14 that must not be lost.
  private func windyHour() -> PlannedGrid {
    var model = SmallModel.windyHour(store: 10)
    model.goals = [Goal("curtailment", .atMost, 0.1)]
    return PlannedGrid(model)
  }

  @Test func `a fix is as large as it must be, and no dearer option is in it`() throws {
    // 4 MW more: a fifth of 20 MW, or a tenth of 40 MW at three times the price.
    var grid = windyHour()
    try grid.add("dear", on: "store", parts: 1000, cost: 3e6, [("power_mw", 50)])
    try grid.add("cheap", on: "store", parts: 1000, cost: 1e6, [("power_mw", 30)])
    let fix = try #require(try explain(grid).leastOutlay)
    #expect(fix.options.map(\.name) == ["cheap"])
    #expect(abs(fix.options[0].size - 200) <= 2)
    #expect(try #require(fix.value) <= 0.1 + 1e-6)
    #expect(fix.gap <= 0.01)
  }

  @Test func `fixes are the best of all combinations that hold the goal`() throws {
    var grid = try PlannedGrid.day(wind: 120, costs: (40_000, 12_000, 9_000))
    grid.model.goals = [Goal("curtailment", .atMost, 0.12)]
    #expect(try grid.cost(of: [0, 0, 0], holding: grid.model.goals) == nil)
    let share = grid.model.setting.yearShare
    let explanation = try explain(grid)
    func outlay(_ shares: [Double]) -> Double {
      zip(grid.options, shares).reduce(0) { $0 + $1.1 * $1.0.cost.perYear }
    }
    var least = (outlay: Double.infinity, total: Double.infinity)
    for shares in grid.combinations {
      guard let cost = try grid.cost(of: shares, holding: grid.model.goals) else { continue }
      least.outlay = min(least.outlay, outlay(shares))
      least.total = min(least.total, cost / share)
    }
    let running = try #require(try grid.cost(of: [0, 0, 0])) / share
    let (first, second) = (explanation.leastOutlay, explanation.leastTotalCost)
    #expect(abs(try #require(first).costPerYear - least.outlay) <= 0.01 * least.outlay)
    let total = try #require(second).totalCostPerYear + running
    #expect(total <= least.total + 0.01 * abs(least.total))
    #expect(total >= least.total - 1e-3 * abs(least.total))
  }

  @Test func `what saves by taking away is no fix`() throws {
    var grid = windyHour()
    try grid.add("fewer", on: "wind", parts: 4, cost: -1e6, [("capacity_mw", 30)])
    try grid.add("store", on: "store", parts: 4, cost: 1e6, [("power_mw", 30)])
    let explanation = try explain(grid)
    #expect(try #require(explanation.leastOutlay).options.map(\.name) == ["store"])
  }

  @Test func `goals that hold are kept`() throws {
    // More load that is shiftable would do as well, but breaks no goal: the store alone would push out nothing else.
    var grid = windyHour()
    grid.model.goals.append(Goal("new-storage-capacity", .atMost, 20))
    try grid.add("store", on: "store", parts: 4, cost: 1e6, [("power_mw", 30)])
    try grid.add("large", on: "store", parts: 1, cost: 1e5, [("power_mw", 100)])
    let fix = try #require(try explain(grid, holding: ["new-storage-capacity"]).leastOutlay)
    #expect(fix.options.map(\.name) == ["store"])
    #expect(try #require(try explain(grid).leastOutlay).options.map(\.name) == ["large"])
  }

  @Test func `where a stop comes first no fix is told`() throws {
    var grid = windyHour()
    try grid.add("store", on: "store", parts: 4, cost: 1e6, [("power_mw", 30)])
    var explanation = try explain(grid)
    #expect(explanation.leastOutlay != nil)
    (explanation.leastOutlay, explanation.leastTotalCost) = (nil, nil)
    let monitor = SolveMonitor { _ in }
    monitor.cancel()
    try GoalFixes(
      grid.grid,
      holding: [],
      runningCost: 0,
      options: DispatchOptions(),
      monitor: monitor
    ).find(&explanation)
    #expect(explanation.wasStopped)
    #expect(explanation.leastOutlay == nil)
  }
}
