import Grid
import LinearProgramming

/// Puts goals into the program as rules, and finds how near to them the model can come.
enum GoalEnforcement {
  /// Which goals the dispatch can serve: those linear in it and with a threshold.
  static func enforceable(_ grid: GridModel) -> [Goal] {
    grid.goals.filter { goal in
      goal.threshold != nil
        && (sums(of: goal, among: grid.assetSummaries, in: grid.setting) != nil
          || !CorridorShareRule.corridors(of: goal, among: grid.assetSummaries).isEmpty)
    }
  }

  /// States a goal as a rule: numerator − threshold · denominator on the right side of 0.
  static func enforce(_ goal: Goal, among assets: [AssetSummary], in model: inout DispatchModel) {
    CorridorShareRule.enforce(goal, among: assets, in: &model)
    guard let difference = difference(goal, among: assets, in: model) else { return }
    let isFloor = goal.comparison != .atMost && goal.comparison != .below
    model.requireTotal(
      "goal \(goal.id)",
      of: .zone(model.setting.zones[0].name),
      difference,
      over: model.steps,
      atLeast: isFloor ? 0 : -.infinity,
      atMost: isFloor ? .infinity : 0,
      isGlobal: true
    )
  }

  /// Solves with all enforceable goals; those that cannot be met are proved so and left out.
  ///
  /// First each goal is held against a bound that knows no commitment, which is quick. Should the goals that
  /// pass it be infeasible with commitment, the last of them is left out and the rest tried again. A goal that
  /// is met only by leaving more demand unserved than must be counts as out of reach.
  @available(*, noasync)
  static func run(
    _ grid: GridModel,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> DispatchOutcome {
    var kept: [Goal] = []
    var refused: [(goal: Goal, remark: String)] = []
    let goals = enforceable(grid)
    let unserved = goals.isEmpty ? 0 : try leastUnserved(grid, options, monitor)
    for goal in goals {
      if let best = try best(goal, grid, beside: kept, unserved, .none, options, monitor),
        !goal.isMet(by: best)
      {
        refused.append((goal, remark(best, of: goal, beside: kept)))
      } else {
        kept.append(goal)
      }
    }
    while true {
      let outcome = try Dispatch.solve(
        grid,
        enforcing: kept,
        options: options,
        monitor: monitor
      )
      switch outcome {
      case .solved(let first):
        var result = try CorridorShareSearch.settle(
          kept,
          grid,
          first,
          options: options,
          monitor: monitor
        )
        mark(refused, in: &result)
        return .solved(result)
      case .infeasible where !kept.isEmpty:
        let goal = kept.removeLast()
        let best = try best(goal, grid, beside: kept, unserved, .linear, options, monitor)
        refused.append((goal, remark(best, of: goal, beside: kept)))
      case .infeasible, .nothing:
        return outcome
      }
    }
  }

  private static func mark(
    _ refused: [(goal: Goal, remark: String)],
    in result: inout DispatchResult
  ) {
    for (goal, remark) in refused {
      for index in result.verdicts.indices where result.verdicts[index].goal.id == goal.id {
        result.verdicts[index].verdict = .unattainable
        result.verdicts[index].remark = remark
      }
    }
  }

  private static func remark(_ best: Double?, of goal: Goal, beside kept: [Goal]) -> String {
    let others = kept.isEmpty ? "" : " while \(kept.map(\.id).joined(separator: ", ")) hold"
    guard let best else { return "proved that no schedule meets it\(others)" }
    return "proved by a bound: no schedule does better than \(shown(best, of: goal))\(others)"
  }

  /// A bound on the goal's value over all schedules, with the goals kept so far; nil if it may be met.
  ///
  /// The program without cost but with numerator − threshold · denominator as its objective is solved:
  /// days exactly, years by rolling. Without commitment that only widens what is possible. A certified
  /// bound L above 0 is a proof; the threshold then moves by L / denominator (Dinkelbach's step) until
  /// it stands still, and where it stands nothing better can be had.
  @available(*, noasync)
  private static func best(
    _ goal: Goal,
    _ grid: GridModel,
    beside kept: [Goal],
    _ unserved: Double,
    _ detail: DispatchModel.Detail,
    _ options: DispatchOptions,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> Double? {
    let isFloor = goal.comparison != .atMost && goal.comparison != .below
    guard var bound = goal.enforcedThreshold else { return nil }
    let sign: Double = isFloor ? -1 : 1
    var isProved = false
    for _ in 0..<4 {
      var model = Dispatch.formulated(grid, enforcing: kept, detail: detail)
      guard let sums = ratioSums(goal, among: grid.assetSummaries, in: model) else { return nil }
      limitUnserved(to: unserved, in: &model)
      model.replaceObjective(by: sign * (sums.numerator - bound * sums.denominator))
      let solved = try solveForBound(model.build(), options, monitor)
      guard solved.hasValues, solved.lowerBound.isFinite else { break }
      if !isProved, solved.lowerBound <= 0 { return nil }
      isProved = true
      let hours = model.horizon.hours
      let denominator = sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
      guard denominator > 0 else { break }
      let step = solved.lowerBound / denominator
      bound += sign * step
      if abs(step) < 1e-4 { break }
    }
    return isProved ? bound : nil
  }

  /// The least demand that goes unserved in any schedule without commitment, MWh.
  @available(*, noasync)
  private static func leastUnserved(
    _ grid: GridModel,
    _ options: DispatchOptions,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> Double {
    var model = Dispatch.formulated(grid, detail: DispatchModel.Detail.none)
    model.replaceObjective(by: unserved(in: model))
    let solved = try solveForBound(model.build(), options, monitor)
    return solved.hasValues ? max(solved.cost, 0) : .infinity
  }

  /// States that no more demand goes unserved than must be, to the solver's accuracy.
  private static func limitUnserved(to least: Double, in model: inout DispatchModel) {
    let demand = model.setting.zones.reduce(0) { sum, zone in
      let demand = NodalBalance.demand(of: zone, in: model.setting)
      return sum + model.steps.reduce(0) { $0 + demand[$1] }
    }
    model.requireTotal(
      "unserved beside goals",
      of: .zone(model.setting.zones[0].name),
      unserved(in: model),
      over: model.steps,
      atMost: least + 1e-6 * demand,
      isGlobal: true
    )
  }

  private static func unserved(in model: DispatchModel) -> HourlySum {
    model.records.reduce(HourlySum()) { $1.quantity == .unserved ? $0 + $1.sum : $0 }
  }

  @available(*, noasync)
  private static func solveForBound(
    _ program: LinearProgram,
    _ options: DispatchOptions,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> SolveResult {
    try Solver.solve(
      program,
      options: SolveOptions(
        method: .auto,
        gap: 1e-4,
        threads: options.threads,
        timeLimit: options.timeLimit
      ),
      monitor: monitor
    )
  }

  private static func difference(
    _ goal: Goal,
    among assets: [AssetSummary],
    in model: DispatchModel
  ) -> HourlySum? {
    guard let threshold = goal.enforcedThreshold,
      let sums = ratioSums(goal, among: assets, in: model)
    else { return nil }
    return sums.numerator - threshold * sums.denominator
  }

  private static func ratioSums(
    _ goal: Goal,
    among assets: [AssetSummary],
    in model: DispatchModel
  ) -> (numerator: HourlySum, denominator: HourlySum)? {
    guard let sums = sums(of: goal, among: assets, in: model.setting) else { return nil }
    let scope = GoalScope(goal, in: model.setting)
    let whole = HourlySum(.constant(1 / Double(max(model.horizon.hours, 1))))
    return (
      total(sums.numerator, scope, in: model),
      sums.denominator.map { total($0, scope, in: model) } ?? whole
    )
  }

  private static func sums(
    of goal: Goal,
    among assets: [AssetSummary],
    in setting: Setting
  ) -> MetricSums? {
    guard let metric = MetricCatalogue.metric(named: goal.metric) else { return nil }
    let view = AssetView(assets: assets, in: GoalScope(goal, in: setting))
    return metric.sums(
      variant: goal.variant ?? metric.usualVariant(of: goal, in: AssetView(assets: assets)),
      in: view
    )
  }

  private static func total(
    _ terms: [MetricSums.Term],
    _ scope: GoalScope,
    in model: DispatchModel
  ) -> HourlySum {
    terms.reduce(HourlySum()) { sum, term in
      model.records.reduce(sum) { partial, record in
        guard record.quantity == term.quantity, term.owners.contains(record.owner.name),
          scope.contains(record.owner.zone)
        else { return partial }
        return partial + term.weight * record.sum
      }
    }
  }

  /// A value as a share in per cent, or as an amount with its unit.
  private static func shown(_ value: Double, of goal: Goal) -> String {
    if let metric = MetricCatalogue.metric(named: goal.metric), metric.unit != "pu" {
      return "\(NumberText.shortest((value * 100).rounded() / 100)) \(metric.unit)"
    }
    return "\((value * 10_000).rounded() / 100) %"
  }
}

extension Goal {
  /// The threshold as a rule of the program holds it: a strict one by a millionth inside.
  var enforcedThreshold: Double? {
    threshold.map {
      switch comparison {
      case .about: Self.aboutShare * $0
      case .above: $0 + 1e-6 * abs($0)
      case .below: $0 - 1e-6 * abs($0)
      case .atLeast, .atMost: $0
      }
    }
  }
}
