import LinearProgramming
import SmallGrids
import Synchronization
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// What an explanation says that is told to end before it is through.
struct StoppedExplanationTests {
  /// Counts the programs that are solved, and stops within one of them.
  private final class Counter: Sendable {
    private let state = Mutex<(begun: Int, last: Int, monitor: SolveMonitor?)>((0, .max, nil))

    var begun: Int { state.withLock { $0.begun } }

    func monitor(stoppingAt last: Int) -> SolveMonitor {
      let monitor = SolveMonitor { [self] progress in
        guard progress.phase == .exact, progress.done == 0 else { return }
        state.withLock { state in
          state.begun += 1
          if state.begun >= state.last { state.monitor?.cancel() }
        }
      }
      state.withLock { ($0.last, $0.monitor) = (last, monitor) }
      return monitor
    }
  }

  /// A store that is too slow to hold the goal, with an option that makes it fast enough.
  private func grid() throws -> GridModel {
    var model = SmallModel.windyHour(store: 10)
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("curtailment", "curtailment", .atMost)
    goal.threshold = 0.1
    model.goals = [goal]
    let store = try #require(model.assets.first { $0.name == "store" })
    var option = CapacityOption()
    (option.name, option.asset, option.cost.perYear) = ("fast", store.name, 1e6)
    option.changes = [.init(column: "power_mw", unit: "MW", before: 10, after: 30)]
    option.changed = try store.changed("power_mw", to: "30").get()
    return GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: model.goals,
      options: [option],
      issues: [],
      resolved: []
    )
  }

  private func explain(_ grid: GridModel, _ monitor: SolveMonitor) throws -> Explanation {
    let explainer = Explainer(
      grid,
      reached: ["curtailment": 1 / 3],
      holding: [],
      options: DispatchOptions(),
      monitor: monitor
    )
    return try #require(try explainer.explain(grid.goals[0]))
  }

  @Test func `what a stopped explanation says the whole one says too`() throws {
    let grid = try grid()
    let counter = Counter()
    let whole = try explain(grid, counter.monitor(stoppingAt: .max))
    #expect(!whole.wasStopped)
    let solves = counter.begun
    #expect(solves > 5)
    var keptSomething = false
    for last in stride(from: 1, through: solves, by: max(1, solves / 15)) {
      let cut = try explain(grid, Counter().monitor(stoppingAt: last))
      #expect(cut.wasStopped)
      #expect(cut.remarks.contains { $0.contains("was stopped") })
      #expect(cut.best == nil || cut.best == whole.best)
      #expect(cut.isAttainable == nil || cut.isAttainable == whole.isAttainable)
      #expect(cut.bestWithAllOptions == nil)
      for cause in cut.causes {
        #expect(whole.causes.contains { $0.cause == cause.cause && $0.best == cause.best })
      }
      keptSomething = keptSomething || cut.best != nil
    }
    #expect(keptSomething)
  }
}
