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
    if !goal.isMet(by: value) { try findFixes(&explanation, base) }
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

  // MARK: - Fixes

  /// The fixes: options by what they bring for their cost until the goal holds, then as little of each as will do.
  private func findFixes(
    _ explanation: inout Explanation,
    _ base: DispatchResult
  ) throws(SolverError) {
    let sized = SizedGrid(grid, addsOnly: true)
    var search = SizeSearch(
      costs: sized.options.map(\.cost.perYear),
      subjects: sized.subjects,
      limits: sized.limits
    ) { sizes throws(SolverError) in
      guard let value = try value(in: sized.grid(taking: Self.shares(sizes)), base),
        let threshold = goal.enforcedThreshold
      else { return nil }
      let miss = goal.isFloor ? threshold - value : value - threshold
      return goal.isMet(by: value) ? min(miss, 0) : max(miss, .leastNormalMagnitude)
    }
    let nothing = [Int](repeating: 0, count: sized.options.count)
    let order = try useful(sized, base, beyond: explanation.best ?? 0)
    guard !order.isEmpty else {
      explanation.remarks.append(
        "None of the model's options bears on this goal; see `gridflex describe options`."
      )
      return
    }
    var sizes = nothing
    for option in order where try search.miss(of: sizes) > 0 {
      sizes[option] = search.room(for: option, in: sizes)
    }
    guard try search.miss(of: sizes) <= 0 else {
      explanation.bestWithAllOptions = try value(in: sized.grid(taking: Self.shares(sizes)), base)
      return
    }
    sizes = try search.shrunk(sizes)
    let costs = FixCosts(explainer: explainer, goal: goal, kept: explainer.held(beside: goal))
    if costs.followsCommitment { sizes = try search.exchanged(sizes) }
    let now = try costs.running(grid, holding: costs.kept)
    explanation.leastOutlay = try fix(sized, sizes, base, costs, beside: now)
    let cheapest = try leastTotal(sized, sizes, costs, &search)
    explanation.leastTotalCost = try fix(sized, cheapest, base, costs, beside: now)
  }

  /// The options that better the value, those first that bring most for their cost.
  private func useful(
    _ sized: SizedGrid,
    _ base: DispatchResult,
    beyond now: Double
  ) throws(SolverError) -> [Int] {
    var steps: [(option: Int, costPerGain: Double)] = []
    for option in sized.options.indices {
      var alone = [Double](repeating: 0, count: sized.options.count)
      alone[option] = 1
      guard let full = try value(in: sized.grid(taking: alone), base) else { continue }
      let gain = gain(of: full, over: now)
      if gain > 1e-9 { steps.append((option, sized.options[option].cost.perYear / gain)) }
    }
    return steps.sorted { ($0.costPerGain, $0.option) < ($1.costPerGain, $1.option) }
      .map(\.option)
  }

  /// Sizes that hold the goal at the least yearly cost of options and running together.
  private func leastTotal(
    _ sized: SizedGrid,
    _ outlay: [Int],
    _ costs: FixCosts,
    _ search: inout SizeSearch
  ) throws(SolverError) -> [Int] {
    var best: (sizes: [Int], total: Double)?
    var judged = search
    func total(_ sizes: [Int]) throws(SolverError) -> Double? {
      guard try judged.miss(of: sizes) <= 0,
        let running = try costs.running(
          sized.grid(taking: Self.shares(sizes)),
          holding: costs.kept
        )
      else { return nil }
      return running + grid.setting.yearShare * judged.cost(of: sizes)
    }
    let detail = costs.followsCommitment ? grid.setting.commitment : .none
    let larger = try sized.sizes(atLeast: outlay, holding: costs.kept, detail, by: explainer)
    for start in [outlay, larger ?? outlay] {
      guard let total = try total(start), total < best?.total ?? .infinity else { continue }
      best = (start, total)
    }
    guard let best else { return outlay }
    guard costs.followsCommitment else { return best.sizes }
    return try search.bettered(best.sizes, asking: FixCosts.mostTotals, total: total)?.sizes
      ?? best.sizes
  }

  private static func shares(_ sizes: [Int]) -> [Double] {
    sizes.map { Double($0) / Double(SizeSearch.parts) }
  }

  private func fix(
    _ sized: SizedGrid,
    _ sizes: [Int],
    _ base: DispatchResult,
    _ costs: FixCosts,
    beside now: Double?
  ) throws(SolverError) -> Explanation.Fix {
    let fixed = sized.grid(taking: Self.shares(sizes))
    let running = try costs.running(fixed, holding: costs.kept)
    return sized.fix(
      taking: Self.shares(sizes),
      runningCostPerYear: now.flatMap { now in
        running.map { ($0 - now) / grid.setting.yearShare }
      },
      followsCommitment: costs.followsCommitment && grid.setting.commitment != .none,
      best: try value(in: fixed, base),
      cheapest: nil
    )
  }
}
