import GridDispatch
package import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// Puts goals into the program as rules, and finds how near to them the model can come.
package enum GoalEnforcement {
  /// Which goals the dispatch can serve: those linear in it and with a threshold.
  package static func enforceable(_ grid: GridModel) -> [Goal] {
    grid.goals.filter { goal in
      goal.threshold != nil && goal.reasonNotJudged(in: grid.setting) == nil && !goal.isImplied
        && (sums(of: goal, among: grid.assetSummaries, in: grid.setting) != nil
          || !goal.rules(among: grid.assetSummaries).isEmpty)
    }
  }

  /// States a goal as a rule: numerator − threshold · denominator on the right side of 0.
  static func enforce(_ goal: Goal, among assets: [AssetSummary], in model: inout DispatchModel) {
    if let threshold = goal.enforcedThreshold {
      for rule in goal.rules(among: assets) {
        rule.state(goal, atLeast: threshold, in: &model)
      }
    }
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

  /// States a goal as a rule that may be missed; nil where it is no single rule.
  ///
  /// - Returns: What is missing, in the unit of the numerator, and its name.
  package static func enforceSoftly(
    _ goal: Goal,
    most: Double,
    among assets: [AssetSummary],
    in model: inout DispatchModel
  ) -> HourlySum? {
    guard let difference = difference(goal, among: assets, in: model) else { return nil }
    let missing = model.scalar(
      "missing of \(goal.id)",
      of: .zone(model.setting.zones[0].name),
      to: most
    )
    let hourly = (1 / Double(max(model.horizon.hours, 1))) * missing
    model.requireTotal(
      "goal \(goal.id)",
      of: .zone(model.setting.zones[0].name),
      goal.isFloor ? difference + hourly : difference - hourly,
      over: model.steps,
      atLeast: goal.isFloor ? 0 : -.infinity,
      atMost: goal.isFloor ? .infinity : 0,
      isGlobal: true
    )
    return missing
  }

  /// Solves with all enforceable goals; those that cannot be met are proved so and left out.
  ///
  /// First each goal is held against a bound that knows no commitment, which is quick. Should the goals that
  /// pass it be infeasible with commitment, the last of them is left out and the rest tried again. A goal that
  /// is met only by leaving more demand unserved than must be counts as out of reach. Where neither a schedule nor
  /// a proof is found, the goal is judged on a schedule without it, it says so, and the result is not optimal.
  @available(*, noasync)
  static func run(
    _ grid: GridModel,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> GoalOutcome {
    var attainable = AttainableValue(
      grid: grid,
      detail: .none,
      method: .auto,
      options: options,
      monitor: monitor
    )
    let goals = enforceable(grid)
    if !goals.isEmpty { attainable.unserved = try attainable.leastUnserved() }
    var left = try outOfReach(goals, attainable)
    var kept = goals.filter { goal in !left.contains { $0.goal.id == goal.id } }
    var trying = options
    while true {
      let outcome = try GoalDispatch.solve(grid, enforcing: kept, options: trying, monitor: monitor)
      var committed = attainable
      committed.detail = grid.setting.commitment
      switch outcome {
      case .solved(let first):
        var result = try settled(kept, grid, first, options: trying, monitor: monitor)
        left += kept.filter(result.misses).map {
          LeftOut(goal: $0, isProved: false, remark: GoalVerdict.undecided)
        }
        mark(left, in: &result)
        return .solved(result)
      case .infeasible where !kept.isEmpty:
        let goal = kept.removeLast()
        let best = try committed.best(of: goal, beside: kept)
        left.append(
          LeftOut(goal: goal, isProved: true, remark: remark(best, of: goal, beside: kept))
        )
        trying = options
      case .nothing where !kept.isEmpty && !monitor.isCancelled && options.timeLimit == nil:
        if trying.directions == nil, let last = kept.last {
          trying.directions = try committed.columns(
            serving: last,
            beside: Array(kept.dropLast())
          )
          if trying.directions != nil { continue }
        }
        left.append(
          LeftOut(goal: kept.removeLast(), isProved: false, remark: GoalVerdict.undecided)
        )
        trying = options
      case .infeasible, .nothing:
        return outcome
      }
    }
  }

  /// A goal that the result does not hold: proved out of reach, or not decided.
  private struct LeftOut {
    let goal: Goal
    let isProved: Bool
    let remark: String
  }

  /// The goals that a bound without commitment rules out, one beside those before it.
  private static func outOfReach(
    _ goals: [Goal],
    _ attainable: AttainableValue
  ) throws(SolverError) -> [LeftOut] {
    var left: [LeftOut] = []
    var kept: [Goal] = []
    for goal in goals {
      if let best = try attainable.best(of: goal, beside: kept), !goal.isMet(by: best) {
        left.append(
          LeftOut(goal: goal, isProved: true, remark: remark(best, of: goal, beside: kept))
        )
      } else {
        kept.append(goal)
      }
    }
    return left
  }

  /// The schedule made to hold what no linear rule states.
  static func settled(
    _ kept: [Goal],
    _ grid: GridModel,
    _ first: JudgedResult,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> JudgedResult {
    let shared = try RuleSearch.settle(
      kept,
      grid,
      first,
      options: options,
      monitor: monitor
    )
    return try BurntEnergySearch.settle(kept, grid, shared, options: options, monitor: monitor)
  }

  private static func mark(_ left: [LeftOut], in result: inout JudgedResult) {
    for left in left {
      for index in result.verdicts.indices where result.verdicts[index].goal.id == left.goal.id {
        if left.isProved {
          result.verdicts[index].verdict = .unattainable
          result.verdicts[index].remark = left.remark
        } else if result.verdicts[index].verdict == .fail {
          let before = result.verdicts[index].remark.map { "\($0); " } ?? ""
          result.verdicts[index].remark = before + left.remark
          result.verdicts[index].isUndecided = true
        }
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
    let scope = GridPart(of: goal.zone, in: model.setting)
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
    goal.knownMetric?.sums(of: goal, among: assets, in: GridPart(of: goal.zone, in: setting))
  }

  private static func total(
    _ terms: [MetricSums.Term],
    _ scope: GridPart,
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
  package var enforcedThreshold: Double? {
    threshold.map {
      switch comparison {
      case .about: leastOfAbout($0)
      case .above: $0 + 1e-6 * ($0 == 0 ? size : abs($0))
      case .below: $0 - 1e-6 * ($0 == 0 ? size : abs($0))
      case .atLeast, .atMost: $0
      }
    }
  }
}
