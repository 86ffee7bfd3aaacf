public import GridDispatch
public import GridFormulation
public import LinearProgramming

/// Finds why goals fail.
///
/// Each question is a program of its own. Without commitment a year takes seconds, so that the best value, the
/// classes of limits and the price of the threshold are found there. The best value is held against the model's own
/// commitment.
public struct Explainer {
  let grid: GridModel
  /// The value of each goal in the result that is explained.
  let reached: [String: Double]
  /// The goals that hold there; a fix must not break those that the dispatch decides.
  let holding: Set<String>
  private(set) var options: DispatchOptions
  let monitor: SolveMonitor

  /// - Parameters:
  ///   - grid: The model as it was solved.
  ///   - reached: The value of each judged goal in the result, by its id.
  ///   - holding: The goals that hold in the result.
  ///   - options: Threads and the time limit of each solve.
  ///   - monitor: Progress and cancelling.
  public init(
    _ grid: GridModel,
    reached: [String: Double],
    holding: Set<String>,
    options: DispatchOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) {
    self.grid = grid
    self.reached = reached
    self.holding = holding
    self.options = options
    self.options.effort = Self.effort
    self.monitor = monitor
  }

  /// A study solves dozens of programs; each is searched for a share of what a dispatch is.
  private static let effort = 0.1

  /// Explains a goal of the model; nil where it has no threshold to be held against.
  @available(*, noasync)
  public func explain(_ goal: Goal) throws(SolverError) -> Explanation? {
    guard goal.threshold != nil, let metric = MetricCatalogue.metric(named: goal.metric) else {
      return nil
    }
    var explanation = Explanation(
      goal: goal,
      variant: metric.variantName(of: goal, among: grid.assetSummaries),
      unit: metric.unit,
      partsUnit: metric.partsUnit,
      spansAYear: 1 / grid.setting.yearShare
    )
    explanation.reached = reached[goal.id]
    do throws(SolverError) {
      if isLinear(goal) {
        try DispatchGoalStudy(self, goal).study(&explanation)
      } else {
        try PlanGoalStudy(self, goal).study(&explanation)
      }
    } catch .stopped {
      explanation.markStopped()
    }
    return explanation
  }

  /// Whether it is to end with what it has found.
  public var isStopped: Bool { monitor.isStopped }

  /// Throws where a solve was stopped, whose answer is then no answer to what was asked.
  func requireTime() throws(SolverError) {
    if monitor.isStopped { throw .stopped }
  }

  /// The goals that are missed, or held by less than a twentieth of their threshold.
  ///
  /// A capacity that just meets its target is as planned and not tight.
  public var goalsToExplain: [Goal] {
    grid.goals.filter { goal in
      guard let threshold = goal.threshold, let value = reached[goal.id] else { return false }
      if !holding.contains(goal.id) { return true }
      let isTight = !goal.isImplied && abs(value - threshold) <= 0.05 * abs(threshold)
      return isTight && (goal.knownMetric?.isExplainedWhenTight == true || isLinear(goal))
    }
  }

  /// Whether a goal is a ratio of sums that the dispatch decides.
  func isLinear(_ goal: Goal) -> Bool {
    let model = DispatchModel(setting: grid.setting, detail: .none)
    return GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model) != nil
  }

  /// The goals beside one that hold in the result and that the dispatch could break.
  func held(beside goal: Goal) -> [Goal] {
    GoalEnforcement.enforceable(grid).filter { $0.id != goal.id && holding.contains($0.id) }
  }

  /// How near a grid can come to goals.
  func attainable(
    _ grid: GridModel,
    _ detail: CommitmentDetail = .none
  ) -> AttainableValue {
    AttainableValue(
      grid: grid,
      detail: detail,
      method: detail == .none ? .exact : .auto,
      options: options,
      monitor: monitor
    )
  }

  /// The best value of a goal in a grid, beside others that are kept.
  func reach(
    _ goal: Goal,
    in grid: GridModel,
    _ detail: CommitmentDetail = .none,
    beside kept: [Goal] = []
  ) throws(SolverError) -> Double? {
    try attainable(grid, detail).reach(goal) {
      GoalDispatch.formulated(grid, enforcing: kept, detail: detail)
    }
  }

  /// What no schedule of the model betters, proved; nil where that is no worse than the goal's threshold.
  ///
  /// Without commitment it is quickly had; what commitment alone rules out is proved with it.
  func bound(on goal: Goal) throws(SolverError) -> Double? {
    var study = attainable(grid)
    study.unserved = try study.leastUnserved()
    if let bound = try study.best(of: goal), !goal.isMet(by: bound) { return bound }
    guard grid.setting.commitment != .none else { return nil }
    var committed = attainable(grid, grid.setting.commitment)
    committed.unserved = study.unserved
    return try committed.best(of: goal).flatMap { goal.isMet(by: $0) ? nil : $0 }
  }
}
