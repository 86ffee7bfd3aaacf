import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming

/// What holding a goal costs.
public struct GoalCost: Sendable {
  /// The id of the goal.
  public let goal: String
  /// How much less the hours solved and the options would cost without it, all others held, currency.
  ///
  /// It counts sizes in parts of units, so that no rounding hides it. Nil where the work ended before it was known.
  public let cost: Double?
  /// How far ``cost`` can be off, currency.
  public let uncertainty: Double
}

/// What each goal costs: how much cheaper the program of all sizes would be without it.
///
/// The duals of the whole program price its goals. Where the bound that they prove is the same without a goal, the
/// goal costs nothing, and nothing is solved.
struct GoalCosts {
  let context: PlanContext
  let program: SizedProgram
  /// The solution with all goals.
  let solved: SolveResult

  /// The cost of each goal.
  @available(*, noasync)
  func found(_ goals: [Goal]) throws(SolverError) -> [GoalCost] {
    var found: [GoalCost] = []
    for goal in goals {
      // A goal that no option and no hour moves is no row.
      let without = program.without(goal)
      found.append(
        try without.map { without throws(SolverError) in try cost(of: goal, without) }
          ?? GoalCost(goal: goal.id, cost: 0, uncertainty: 0)
      )
    }
    return found
  }

  private var scale: Double { program.program.costScale(of: solved.values) }

  private func cost(of goal: Goal, _ without: SizedProgram) throws(SolverError) -> GoalCost {
    let upper = solved.lowerBound + solved.gap * scale
    let kept = Certificate(without.program, rowDuals: solved.rowDuals).lowerBound
    if upper - kept <= max(2 * solved.gap, context.options.dispatch.gap / 50) * scale {
      return GoalCost(goal: goal.id, cost: 0, uncertainty: upper - kept)
    }
    let unknown = GoalCost(goal: goal.id, cost: nil, uncertainty: .infinity)
    guard !context.monitor.isStopped else { return unknown }
    var active = program.shares(in: solved.values).map { $0 > PlanSearch.nothing }
    let found: SolveResult
    do throws(SolverError) {
      let telling = context.telling("sizes without \(goal.id)")
      if context.isMany, let priced = try telling.solve(without, active: &active) {
        found = priced
      } else {
        found = try telling.solve(without.program)
      }
    } catch .stopped {
      return unknown
    }
    guard found.hasValues, found.gap.isFinite else { return unknown }
    return GoalCost(
      goal: goal.id,
      cost: max(0, solved.lowerBound - found.lowerBound),
      uncertainty: max(solved.gap, found.gap) * scale
    )
  }
}
