import GridDispatch
import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// Finds a schedule whose corridors carry the renewable share asked for by the sending zone's hourly mix.
///
/// The mix of the last schedule is taken as given and the share required with it,
/// `Σ (mix[t] − threshold)·f[t] ≥ 0`, until the schedule that comes of it holds the goal with its own mix. What
/// was solved first, with the weaker rule of ``CorridorShareRule``, bounds the cost from below: the gap that is
/// told is the distance of the two.
enum CorridorShareSearch {
  /// The most schedules that are tried.
  private static let attempts = 6

  /// A goal on one corridor by its mix, with a threshold that is raised while it is missed.
  private struct Search {
    let goal: Goal
    let corridor: AssetSummary
    let link: LinkFacts
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
    var searches = goals.flatMap { goal in
      CorridorShareRule.corridors(of: goal, among: grid.assetSummaries)
        .filter { !$0.isContract && max($0.link.forwardLimit, $0.link.backwardLimit) > 0 }
        .map {
          Search(
            goal: goal,
            corridor: $0.asset,
            link: $0.link,
            threshold: goal.enforcedThreshold ?? 0
          )
        }
    }
    var last = first
    for _ in 0..<attempts where !searches.isEmpty && !isMet(searches, in: last) {
      var model = GoalDispatch.formulated(grid, enforcing: goals)
      for search in searches {
        require(search, by: Evidence(on: search.goal, in: last.dispatch, of: grid), in: &model)
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
        let share = CorridorRenewableShare().share(of: searches[index].corridor, in: evidence)
        let missing = (searches[index].goal.enforcedThreshold ?? 0) - share
        searches[index].threshold = min(1, searches[index].threshold + max(0, missing))
      }
    }
    guard !searches.isEmpty else { return first }
    guard isMet(searches, in: last) else { return first }
    let dispatch = last.dispatch.bounded(
      by: first.dispatch,
      "renewable shares by the hourly mix are bounded, not exact: see the goals"
    )
    var found = JudgedResult(of: dispatch, verdicts: last.verdicts, wasStopped: last.wasStopped)
    for search in searches {
      for index in found.verdicts.indices where found.verdicts[index].goal.id == search.goal.id {
        let remark = found.verdicts[index].remark.map { $0 + "; " } ?? ""
        found.verdicts[index].remark =
          remark + "bounded: the mix is not linear, the gap is to a weaker rule"
      }
    }
    return found
  }

  private static func isMet(_ searches: [Search], in result: JudgedResult) -> Bool {
    !searches.contains { result.misses($0.goal) }
  }

  private static func require(
    _ search: Search,
    by last: Evidence,
    in model: inout DispatchModel
  ) {
    let bought = CorridorShareRule.bought(by: search.corridor, in: model)
    var sum = bought.renewable - search.threshold * bought.all
    for zone in [search.link.from, search.link.to] {
      let sent = CorridorShareRule.sent(by: search.corridor, at: zone, in: model)
      guard let sent else { continue }
      let mix = HourlyMix(of: zone, in: last) { $0.isRenewable }
      sum += HourlyValue.hourly(mix.share.map { $0 - search.threshold }) * sent
    }
    model.requireTotal(
      "goal \(search.goal.id) by the last mix",
      of: Owner(search.corridor.name, zone: search.link.from),
      sum,
      over: model.steps,
      atLeast: 0,
      isGlobal: true
    )
  }
}
