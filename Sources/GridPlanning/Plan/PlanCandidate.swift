import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import Tables

/// Sizes with their dispatch.
struct PlanCandidate {
  let shares: [Double]
  let grid: GridModel
  let result: JudgedResult
  /// What it costs as the program counts it.
  let cost: Double
  /// What gaps of it are a share of.
  let scale: Double
  /// The goals to be held that are missed.
  let missed: [Goal]

  var holdsGoals: Bool { missed.isEmpty }

  /// Whether it is the one to keep: goals come before costs.
  func isBetter(than other: PlanCandidate) -> Bool {
    holdsGoals == other.holdsGoals ? cost < other.cost : holdsGoals
  }

  /// How far it is above a bound, as a share of its scale.
  func gap(to bound: Double) -> Double { (cost - bound) / scale }
}

extension PlanContext {
  /// The model of some sizes, read anew where it is to be written.
  func model(taking shares: [Double]) throws(InputError) -> GridModel {
    guard let reading else { return sized.grid(taking: shares) }
    return try reading(PlannedChanges(sized, taking: shares).settings)
  }

  /// Dispatches the model of some sizes and judges it; nil where it has no schedule.
  ///
  /// - Parameters:
  ///   - shares: The sizes.
  ///   - model: Their model.
  ///   - choice: The goals.
  ///   - isLong: Whether nothing but the interior point is asked for a schedule.
  /// - Returns: The sizes with their dispatch.
  /// - Throws: `SolverError` where the solver fails.
  func candidate(
    of shares: [Double],
    _ model: GridModel,
    holding choice: GoalChoice,
    isLong: Bool
  ) throws(SolverError) -> PlanCandidate? {
    var dispatching = options.dispatch
    // Half of the gap is left to whole units; so narrow a gap, with goals as rules, is sooner met by all hours at once.
    dispatching.gap = options.dispatch.gap / 2
    if dispatching.method == .auto { dispatching.method = .exact }
    dispatching.givesUp = isLong
    // Both threads work on the plan's own schedule, but where time may end before it is there.
    dispatching.seeksFirst = options.dispatch.timeLimit != nil
    let goals = model.goals.filter { goal in choice.ofDispatch.contains { $0.id == goal.id } }
    let outcome = try GoalDispatch.hold(goals, in: model, options: dispatching, monitor: monitor)
    guard case .solved(let result) = outcome else { return nil }
    let outlay = cost(of: shares)
    return PlanCandidate(
      shares: shares,
      grid: model,
      result: result,
      cost: options.aim == .outlay
        ? outlay : result.cost + outlay + extra(of: result.dispatch, choice),
      scale: PlanResult.scale(of: result, optionCost: outlay, aim: options.aim),
      missed: choice.held.filter { goal in
        !result.verdicts.contains { $0.goal.id == goal.id && $0.verdict == .pass }
      }
    )
  }
}
