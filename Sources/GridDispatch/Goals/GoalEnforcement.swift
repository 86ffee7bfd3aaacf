import Grid
import LinearProgramming

/// Puts goals into the program as rules, and finds how near to them the model can come.
enum GoalEnforcement {
  /// Which goals the dispatch can serve: those linear in it and with a threshold.
  static func enforceable(_ grid: GridModel) -> [Goal] {
    grid.goals.filter { goal in
      goal.threshold != nil && !goal.isImplied
        && (sums(of: goal, among: grid.assetSummaries, in: grid.setting) != nil
          || !CorridorShareRule.corridors(of: goal, among: grid.assetSummaries).isEmpty)
    }
  }

  /// States a goal as a rule: numerator − threshold · denominator on the right side of 0.
  static func enforce(_ goal: Goal, among assets: [AssetSummary], in model: inout DispatchModel) {
    CorridorShareRule.enforce(goal, among: assets, in: &model)
    guard let difference = difference(goal, among: assets, in: model) else { return }
    model.requireTotal(
      "goal \(goal.id)",
      of: .zone(model.setting.zones[0].name),
      difference,
      over: model.steps,
      atLeast: goal.isFloor ? 0 : -.infinity,
      atMost: goal.isFloor ? .infinity : 0,
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
    var attainable = AttainableValue(
      grid: grid,
      detail: .none,
      method: .auto,
      options: options,
      monitor: monitor
    )
    if !goals.isEmpty { attainable.unserved = try attainable.leastUnserved() }
    for goal in goals {
      if let best = try attainable.best(of: goal, beside: kept),
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
        result = try BurntEnergySearch.settle(
          kept,
          grid,
          result,
          options: options,
          monitor: monitor
        )
        mark(refused, in: &result)
        return .solved(result)
      case .infeasible where !kept.isEmpty:
        let goal = kept.removeLast()
        var committed = AttainableValue(
          grid: grid,
          detail: .linear,
          method: .auto,
          options: options,
          monitor: monitor
        )
        committed.unserved = attainable.unserved
        let best = try committed.best(of: goal, beside: kept)
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

  /// Numerator and denominator of a goal as sums over the hours; nil where it is not linear in the dispatch.
  static func ratioSums(
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
        guard record.quantity == term.quantity, term.counts(record.owner.name),
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
