import Grid
import LinearProgramming

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
    guard
      case .solved(let base) = try Dispatch.solve(
        look,
        enforcing: [],
        options: options,
        monitor: explainer.monitor
      ), let value = try value(in: grid, base)
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
    // Of the classes of limits one bears on what load can be called; the figures of a plan know none.
    for cause in [PhysicalCause.callLimits] {
      guard let relaxed = grid.relaxed(cause), let better = try self.value(in: relaxed, base),
        gain(of: better, over: value) > 1e-9
      else { continue }
      let gain = gain(of: better, over: value)
      explanation.causes.append(.init(cause: cause, best: better, gain: gain))
    }
    explanation.causes.sort { $0.gain > $1.gain }
    if !goal.isMet(by: value) { try findMend(&explanation, base) }
  }

  /// The goal's value for a plan, with a schedule's demand.
  private func value(
    in grid: GridModel,
    _ base: DispatchResult
  ) throws(SolverError) -> Double? {
    guard let metric = MetricCatalogue.metric(named: goal.metric) else { return nil }
    var result = base
    result.assets = grid.assetSummaries
    if metric.name == PeakResponse().name {
      result.registeredResponse[goal.id] = PeakResponse.registered(goal, grid, in: base)
      result.verifiedResponse = try PeakVerification.run(
        grid,
        in: base,
        monitor: explainer.monitor
      )
    }
    let scoped = result.scoped(to: GoalScope(goal, in: grid.setting))
    let variant = goal.variant ?? metric.usualVariant(of: goal, in: scoped.view)
    return metric.evaluate(goal, variant: variant, in: scoped).value
  }

  private func gain(of better: Double, over value: Double) -> Double {
    max(0, goal.isFloor ? better - value : value - better)
  }

  /// The cheapest single option, in the least share that is enough; else all that help, the cheapest first.
  private func findMend(
    _ explanation: inout Explanation,
    _ base: DispatchResult
  ) throws(SolverError) {
    let sized = SizedGrid(grid)
    var shares = [Double](repeating: 0, count: sized.options.count)
    var steps: [(option: Int, costPerGain: Double)] = []
    let now = explanation.best ?? 0
    for option in sized.options.indices {
      var alone = shares
      alone[option] = 1
      guard let full = try value(in: sized.grid(taking: alone), base) else { continue }
      let gain = gain(of: full, over: now)
      if gain > 1e-9 { steps.append((option, sized.options[option].costPerYear / gain)) }
    }
    for step in steps.sorted(by: { ($0.costPerGain, $0.option) < ($1.costPerGain, $1.option) }) {
      shares[step.option] = 1
      guard let full = try value(in: sized.grid(taking: shares), base) else { continue }
      explanation.bestWithAllOptions = full
      guard goal.isMet(by: full) else { continue }
      explanation.bestWithAllOptions = nil
      try leastShare(of: step.option, in: &shares, sized, base)
      let mended = sized.grid(taking: shares)
      let taken = zip(sized.options, shares).filter { $0.1 > 0 }
      explanation.mend = .init(
        options: taken.map { ($0.0.name, $0.1, $0.1 * $0.0.costPerYear) },
        figures: sized.figures(taking: shares),
        costPerYear: taken.reduce(0) { $0 + $1.1 * $1.0.costPerYear },
        costOverHours: nil,
        runningCost: nil,
        best: try value(in: mended, base) ?? full,
        cheapest: nil
      )
      return
    }
    if steps.isEmpty {
      explanation.remarks.append(
        "None of the model's options bears on this goal; see `gridflex describe options`."
      )
    }
  }

  /// Halves the share of one option until it is known to a thousandth.
  private func leastShare(
    of option: Int,
    in shares: inout [Double],
    _ sized: SizedGrid,
    _ base: DispatchResult
  ) throws(SolverError) {
    var (low, high) = (0, 1000)
    while high - low > 1 {
      let middle = (low + high) / 2
      shares[option] = Double(middle) / 1000
      let value = try value(in: sized.grid(taking: shares), base)
      if value.map(goal.isMet) == true { high = middle } else { low = middle }
    }
    shares[option] = Double(high) / 1000
  }
}
