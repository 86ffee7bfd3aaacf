import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// Explains a goal that the dispatch decides, such as curtailment.
struct DispatchGoalStudy {
  private let explainer: Explainer
  private let goal: Goal
  private var grid: GridModel { explainer.grid }

  init(_ explainer: Explainer, _ goal: Goal) {
    (self.explainer, self.goal) = (explainer, goal)
  }

  @available(*, noasync)
  func study(_ explanation: inout Explanation) throws(SolverError) {
    let free = try explainer.reach(goal, in: grid)
    if grid.setting.commitment == .linear {
      explanation.bestWithCommitment = try explainer.reach(goal, in: grid, .linear)
    }
    // Alone it would say that the goal can be held where commitment rules it out.
    explanation.best = free
    // What commitment allows is allowed without it: the two aim a little apart.
    if let best = explanation.best, let committed = explanation.bestWithCommitment {
      explanation.best = goal.isFloor ? max(best, committed) : min(best, committed)
    }
    if explanation.isAttainable != true { explanation.bound = try explainer.bound(on: goal) }
    try findCauses(&explanation)
    let others = explainer.held(beside: goal)
    if explanation.isAttainable == true {
      try findConflict(&explanation, others)
      if explanation.conflict.isEmpty { explanation.price = try price(beside: others) }
    }
    guard explanation.isMissed else { return }
    let sized = SizedGrid(grid, addsOnly: true)
    guard !sized.options.isEmpty else { return }
    let ceiling = try explainer.attainable(grid).reach(goal) {
      sized.formulated(enforcing: []).model
    }
    if !(ceiling.map(isNearlyMet) ?? false) { explanation.bestWithAllOptions = ceiling }
  }

  /// Solves once more without each class of limits.
  private func findCauses(_ explanation: inout Explanation) throws(SolverError) {
    guard let best = explanation.best else { return }
    let sign: Double = goal.isFloor ? 1 : -1
    let committed = explanation.bestWithCommitment
    // Ramps, and the minimum output of units that could stop, bind only where commitment is followed.
    let commitmentCost = committed.map { abs($0 - best) } ?? 0
    let isCommitmentFelt = commitmentCost > 0.01 * max(abs(best), abs(goal.threshold ?? 0), 1e-6)
    for cause in PhysicalCause.allCases {
      guard let relaxed = grid.relaxed(cause) else { continue }
      let needsCommitment = cause == .ramps || (cause == .minimumOutput && isCommitmentFelt)
      if cause == .ramps, !isCommitmentFelt { continue }
      let base = needsCommitment ? committed ?? best : best
      let detail: CommitmentDetail = needsCommitment ? .linear : .none
      guard let value = try explainer.reach(goal, in: relaxed, detail) else { continue }
      let gain = max(0, sign * (value - base))
      explanation.causes.append(.init(cause: cause, best: value, gain: gain))
    }
    explanation.causes.sort { $0.gain > $1.gain }
  }

  /// Whether the goal can be held beside those that hold now; if not, a smallest set that cannot.
  private func findConflict(
    _ explanation: inout Explanation,
    _ others: [Goal]
  ) throws(SolverError) {
    guard !others.isEmpty else { return }
    func isMet(beside kept: [Goal]) throws(SolverError) -> Bool {
      try explainer.reach(goal, in: grid, beside: kept).map(isNearlyMet) ?? true
    }
    guard try !isMet(beside: others) else { return }
    var kept = others
    for other in others {
      let fewer = kept.filter { $0.id != other.id }
      if try !isMet(beside: fewer) { kept = fewer }
    }
    explanation.conflict = [goal.id] + kept.map(\.id)
  }

  /// Whether a value meets the goal to the accuracy of the solves that found it.
  private func isNearlyMet(by value: Double) -> Bool {
    let room = 1e-5 * max(abs(value), 1e-3)
    return goal.isMet(by: value) || goal.isMet(by: goal.isFloor ? value + room : value - room)
  }

  /// What holding the goal costs, and what its last unit does: the threshold is loosened a little.
  private func price(
    beside others: [Goal]
  ) throws(SolverError) -> Explanation.ThresholdPrice? {
    guard let threshold = goal.threshold else { return nil }
    var looser = goal
    let room = 0.01 * max(abs(threshold), 1e-3)
    looser.threshold = threshold + (goal.isFloor ? -room : room)
    let free = try cheapest(with: others)
    let held = try cheapest(with: others + [goal])
    let loose = try cheapest(with: others + [looser])
    guard let free, let held, let loose, held.denominator > 0 else { return nil }
    return .init(
      cost: max(0, held.cost - free.cost),
      perPart: max(0, held.cost - loose.cost) / (room * held.denominator)
    )
  }

  /// The cheapest schedule without commitment that holds goals, and what this goal's value is counted against.
  private func cheapest(
    with goals: [Goal]
  ) throws(SolverError) -> (cost: Double, denominator: Double)? {
    let model = GoalDispatch.formulated(
      grid,
      enforcing: goals,
      detail: CommitmentDetail.none
    )
    let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    let hours = model.horizon.hours
    let solved = try explainer.attainable(grid).solve(
      model.build(),
      gap: 1e-6,
      rowTolerance: AttainableValue.studyTolerance
    )
    guard solved.hasValues, let sums else { return nil }
    let denominator = sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
    return (solved.cost, denominator)
  }
}
