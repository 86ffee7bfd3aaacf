import Grid
import LinearProgramming

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
    let unserved = try explainer.attainable(grid, .none, unserved: .infinity).leastUnserved()
    explanation.best = try best(of: grid, .none, unserved)
    if grid.setting.commitment == .linear {
      explanation.bestWithCommitment = try best(of: grid, .linear, unserved)
    }
    try findCauses(&explanation, unserved)
    let others = explainer.held(beside: goal)
    if explanation.isAttainable == true {
      try findConflict(&explanation, others, unserved)
      if explanation.conflict.isEmpty { explanation.price = try price(beside: others) }
    }
    let kept = explanation.conflict.isEmpty ? others : []
    try CheapestMend(explainer, goal, beside: kept, unserved).find(&explanation)
  }

  private func best(
    of grid: GridModel,
    _ detail: DispatchModel.Detail,
    _ unserved: Double
  ) throws(SolverError) -> Double? {
    try explainer.attainable(grid, detail, unserved: unserved).best(of: goal, evenIfMet: true)
  }

  /// Solves once more without each class of limits.
  private func findCauses(
    _ explanation: inout Explanation,
    _ unserved: Double
  ) throws(SolverError) {
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
      let value = try self.best(of: relaxed, needsCommitment ? .linear : .none, unserved)
      guard let value else { continue }
      let gain = max(0, sign * (value - base))
      explanation.causes.append(.init(cause: cause, best: value, gain: gain))
    }
    explanation.causes.sort { $0.gain > $1.gain }
  }

  /// Whether the goal can be held beside those that hold now; if not, a smallest set that cannot.
  private func findConflict(
    _ explanation: inout Explanation,
    _ others: [Goal],
    _ unserved: Double
  ) throws(SolverError) {
    guard !others.isEmpty else { return }
    let attainable = explainer.attainable(grid, .none, unserved: unserved)
    func isMet(beside kept: [Goal]) throws(SolverError) -> Bool {
      guard let best = try attainable.best(of: goal, beside: kept, evenIfMet: false) else {
        return true
      }
      return goal.isMet(by: best)
    }
    guard try !isMet(beside: others) else { return }
    var kept = others
    for other in others {
      let fewer = kept.filter { $0.id != other.id }
      if try !isMet(beside: fewer) { kept = fewer }
    }
    explanation.conflict = [goal.id] + kept.map(\.id)
  }

  /// What holding the goal costs, and what its last unit does.
  private func price(
    beside others: [Goal]
  ) throws(SolverError) -> Explanation.ThresholdPrice? {
    let attainable = explainer.attainable(grid, .none, unserved: .infinity)
    let free = Dispatch.formulated(grid, enforcing: others, detail: DispatchModel.Detail.none)
    let bound = Dispatch.formulated(
      grid,
      enforcing: others + [goal],
      detail: DispatchModel.Detail.none
    )
    let program = bound.build()
    let (cheapest, held) = (
      try attainable.solve(free.build(), gap: 1e-6), try attainable.solve(program, gap: 1e-6)
    )
    guard cheapest.hasValues, held.hasValues,
      let family = program.rowFamilies.first(where: { $0.name.hasSuffix(" goal \(goal.id)") })
    else { return nil }
    return .init(
      cost: max(0, held.cost - cheapest.cost),
      perPart: abs(held.rowDuals[family.range.lowerBound])
    )
  }
}
