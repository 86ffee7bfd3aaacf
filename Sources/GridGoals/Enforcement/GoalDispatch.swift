public import GridDispatch
public import GridFormulation
public import LinearProgramming

/// How a dispatch with goals ended.
public enum GoalOutcome: Sendable {
  /// There is a schedule.
  case solved(JudgedResult)
  /// No schedule exists; explained and proved.
  case infeasible(InfeasibilityReport)
  /// A limit or the user ended the solve before there was a schedule.
  case nothing(reason: String)
}

/// Dispatches models and judges their goals.
public enum GoalDispatch {
  /// Solves a model and judges its goals, within one synchronous call.
  ///
  /// - Parameters:
  ///   - grid: The model.
  ///   - options: How to dispatch it, and whether its goals become rules.
  ///   - monitor: Progress and cancelling.
  /// - Returns: The schedule with its verdicts, or why there is none.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  public static func run(
    _ grid: GridModel,
    options: GoalOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> GoalOutcome {
    // One limit for all that is solved on the way.
    let monitor = monitor.limited(toSeconds: options.timeLimit)
    guard options.enforcesGoals else {
      return try solve(grid, enforcing: [], options: options.dispatch, monitor: monitor)
    }
    do throws(SolverError) {
      return try GoalEnforcement.run(grid, options: options.dispatch, monitor: monitor)
    } catch .stopped {
      return .nothing(reason: Dispatch.noTime(monitor))
    }
  }

  /// Solves a model with some of its goals as rules, and judges all of them.
  @available(*, noasync)
  package static func solve(
    _ grid: GridModel,
    enforcing goals: [Goal],
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> GoalOutcome {
    try solve(grid, as: formulated(grid, enforcing: goals), options: options, monitor: monitor)
  }

  /// Solves a model with some of its goals as rules, and sees to what of them no linear rule holds.
  @available(*, noasync)
  package static func hold(
    _ goals: [Goal],
    in grid: GridModel,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> GoalOutcome {
    let outcome = try solve(grid, enforcing: goals, options: options, monitor: monitor)
    guard case .solved(let first) = outcome, !goals.isEmpty else { return outcome }
    return .solved(
      try GoalEnforcement.settled(goals, grid, first, options: options, monitor: monitor)
    )
  }

  /// Solves a model as it was formulated, and judges its goals.
  @available(*, noasync)
  static func solve(
    _ grid: GridModel,
    as model: @autoclosure () -> DispatchModel,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> GoalOutcome {
    switch try Dispatch.solve(grid, as: model(), options: options, monitor: monitor) {
    case .solved(let result):
      return .solved(try GoalJudge.judged(result, of: grid, monitor: monitor))
    case .infeasible(let report): return .infeasible(report)
    case .nothing(let reason): return .nothing(reason: reason)
    }
  }

  /// The program of a model, with the goals that are enforced.
  package static func formulated(
    _ grid: GridModel,
    enforcing goals: [Goal] = [],
    detail: CommitmentDetail? = nil
  ) -> DispatchModel {
    var model = grid.formulated(detail)
    for goal in goals {
      GoalEnforcement.enforce(goal, among: grid.assetSummaries, in: &model)
    }
    return model
  }
}

/// How to dispatch a model with goals.
@dynamicMemberLookup
public struct GoalOptions: Sendable {
  /// How to dispatch it.
  public var dispatch = DispatchOptions()
  /// Whether the goals that the dispatch can serve become rules of it.
  public var enforcesGoals = false

  /// The usual options.
  public init() {}

  /// Whatever options a dispatch has.
  public subscript<Value>(
    dynamicMember path: WritableKeyPath<DispatchOptions, Value>
  ) -> Value {
    get { dispatch[keyPath: path] }
    set { dispatch[keyPath: path] = newValue }
  }
}
