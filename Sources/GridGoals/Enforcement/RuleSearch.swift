import GridDispatch
import GridFormulation
import LinearProgramming
import Tables

/// Finds a schedule that holds goals whose rules in the program are weaker than they are.
///
/// What is not linear is taken as the last schedule has it and the rule required with that, until the schedule that
/// comes of it holds the goal by its own. What was solved first, with the weaker rule, bounds the cost from below:
/// the gap that is told is the distance of the two.
enum RuleSearch {
  /// The most schedules that are tried.
  private static let attempts = 6

  /// A rule of a goal, with a threshold that is raised while it is missed.
  private struct Search {
    let goal: Goal
    let rule: any MetricRule
    let weakness: RuleWeakness
    var threshold: Double
  }

  /// The schedule that holds the goals, or the first one where none was found.
  @available(*, noasync)
  static func settle(
    _ goals: [Goal],
    _ grid: GridModel,
    _ first: JudgedResult,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> JudgedResult {
    var searches = searches(for: goals, in: grid)
    var last = first
    for _ in 0..<attempts where !searches.isEmpty && !isMet(searches, in: last) {
      var model = GoalDispatch.formulated(grid, enforcing: goals)
      for search in searches {
        let evidence = Evidence(on: search.goal, in: last.dispatch, of: grid)
        search.rule.state(search.goal, atLeast: search.threshold, by: evidence, in: &model)
      }
      guard
        case .solved(let next) = try GoalDispatch.solve(
          grid,
          as: model,
          options: options,
          monitor: monitor
        )
      else { break }
      last = next
      for index in searches.indices {
        let evidence = Evidence(on: searches[index].goal, in: last.dispatch, of: grid)
        let value = searches[index].rule.value(in: evidence)
        let missing = (searches[index].goal.enforcedThreshold ?? 0) - value
        searches[index].threshold = min(1, searches[index].threshold + max(0, missing))
      }
    }
    guard !searches.isEmpty, isMet(searches, in: last) else { return first }
    let reasons = searches.map(\.weakness.ofResult).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let dispatch = last.dispatch.bounded(by: first.dispatch, reasons.joined(separator: "; "))
    let found = JudgedResult(of: dispatch, verdicts: last.verdicts, wasStopped: last.wasStopped)
    return marked(searches, found)
  }

  private static func searches(for goals: [Goal], in grid: GridModel) -> [Search] {
    goals.flatMap { goal in
      goal.rules(among: grid.assetSummaries).compactMap { rule in
        rule.weakness.map {
          Search(goal: goal, rule: rule, weakness: $0, threshold: goal.enforcedThreshold ?? 0)
        }
      }
    }
  }

  private static func marked(_ searches: [Search], _ result: JudgedResult) -> JudgedResult {
    var found = result
    for search in searches {
      for index in found.verdicts.indices where found.verdicts[index].goal.id == search.goal.id {
        let remark = found.verdicts[index].remark.map { $0 + "; " } ?? ""
        found.verdicts[index].remark = remark + search.weakness.ofGoal
      }
    }
    return found
  }

  private static func isMet(_ searches: [Search], in result: JudgedResult) -> Bool {
    !searches.contains { result.misses($0.goal) }
  }
}

extension Goal {
  /// The rules that its metric makes of it beside ratios of sums; they hold floors only.
  func rules(among assets: [AssetSummary]) -> [any MetricRule] {
    isFloor ? knownMetric?.rules(of: self, among: assets) ?? [] : []
  }
}
