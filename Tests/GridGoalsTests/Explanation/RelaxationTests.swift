import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// More flexibility of any kind never hurts: laws on random systems, the seed is an argument of each test.
struct RelaxationTests {
  private static let options = SolveOptions(method: .exact, gap: 1e-9, threads: 1)

  private func cost(of grid: GridModel) throws -> Double {
    try Solver.solve(grid.formulated().build(), options: Self.options).cost
  }

  @Test(arguments: RandomSystem.seeds, PhysicalCause.allCases)
  func `a grid without a class of limits never costs more`(
    seed: UInt64,
    cause: PhysicalCause
  ) throws {
    let grid = RandomSystem(seed: seed).model.grid
    guard let relaxed = grid.relaxed(cause) else { return }
    let before = try cost(of: grid)
    #expect(try cost(of: relaxed) <= before + 1e-6 * abs(before), "\(cause.rawValue)")
  }

  @Test(arguments: RandomSystem.seeds)
  func `a grid without a class of limits need not curtail more`(seed: UInt64) throws {
    let grid = RandomSystem(seed: seed).model.grid
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison, goal.threshold) = ("c", "curtailment", .atMost, 0.05)
    let explainer = Explainer(grid, reached: [:], holding: [], options: DispatchOptions())
    let base = try #require(try explainer.reach(goal, in: grid))
    for cause in PhysicalCause.allCases {
      guard let relaxed = grid.relaxed(cause) else { continue }
      let best = try #require(try explainer.reach(goal, in: relaxed))
      // A hundredth of what stores lose is weighed against it, so the least is found to about that.
      #expect(best <= base + 2e-3, "\(cause.rawValue)")
    }
  }
}
