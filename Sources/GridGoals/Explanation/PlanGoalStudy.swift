import GridDispatch
import GridFormulation
import LinearProgramming
import Tables

/// Explains a goal that the plan's figures decide and no dispatch changes, such as a capacity or peak response.
struct PlanGoalStudy {
  private let explainer: Explainer
  private let goal: Goal
  private var grid: GridModel { explainer.grid }

  init(_ explainer: Explainer, _ goal: Goal) {
    (self.explainer, self.goal) = (explainer, goal)
  }

  @available(*, noasync)
  func study(_ explanation: inout Explanation) throws(SolverError) {
    var options = explainer.options
    options.method = .exact
    var look = grid
    look.setCommitment(.none)
    let outcome = try Dispatch.run(look, options: options, monitor: explainer.monitor)
    try explainer.requireTime()
    guard case .solved(let base) = outcome, let value = try value(in: grid, base)
    else {
      explanation.remarks.append("The goal could not be judged anew.")
      return
    }
    if abs(value - (explanation.reached ?? value)) > 1e-6 * max(1, abs(value)) {
      explanation.remarks.append(
        "The goal hangs on the dispatch in a way that is not linear; its best value is not sought."
      )
      return
    }
    explanation.best = value
    explanation.isDispatched = false
    // Of the classes of limits two bear on what load can be called; the figures of a plan know none.
    for cause in [PhysicalCause.callLimits, .loadLimits] {
      guard let relaxed = grid.relaxed(cause), let better = try self.value(in: relaxed, base),
        gain(of: better, over: value) > 1e-9
      else { continue }
      let gain = gain(of: better, over: value)
      explanation.causes.append(.init(cause: cause, best: better, gain: gain))
    }
    explanation.causes.sort { $0.gain > $1.gain }
    if !goal.isMet(by: value) { try findCeiling(&explanation, base) }
  }

  /// The goal's value for a plan, with a schedule's demand.
  private func value(
    in grid: GridModel,
    _ base: DispatchResult
  ) throws(SolverError) -> Double? {
    guard let metric = MetricCatalogue.metric(named: goal.metric) else { return nil }
    let evidence = Evidence(
      on: goal,
      in: base,
      of: grid,
      among: grid.assetSummaries,
      monitor: explainer.monitor
    )
    let value = try metric.judged(goal, in: evidence).value.value
    try explainer.requireTime()
    return value
  }

  private func gain(of better: Double, over value: Double) -> Double {
    max(0, goal.isFloor ? better - value : value - better)
  }

  /// What all options that bear on the goal bring together, where that is not enough.
  private func findCeiling(
    _ explanation: inout Explanation,
    _ base: DispatchResult
  ) throws(SolverError) {
    let sized = SizedGrid(grid, addsOnly: true)
    guard !sized.options.isEmpty, let now = explanation.best else { return }
    func value(taking shares: [Double]) throws(SolverError) -> Double? {
      try self.value(in: sized.grid(taking: shares), base)
    }
    let nothing = sized.options.map(\.extent.least)
    var shares = nothing
    for option in sized.options.indices {
      var alone = nothing
      alone[option] = sized.options[option].extent.most
      if let full = try value(taking: alone), gain(of: full, over: now) > 1e-9 {
        shares[option] = alone[option]
      }
    }
    guard shares != nothing else {
      explanation.bestWithAllOptions = now
      explanation.remarks.append(
        "None of the model's options bears on this goal; see `gridflex describe options`."
      )
      return
    }
    if let best = try value(taking: shares), !goal.isMet(by: best) {
      explanation.bestWithAllOptions = best
    }
  }
}
