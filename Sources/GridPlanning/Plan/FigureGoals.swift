import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming

/// Goals that figures of the plan decide and no schedule changes: capacities, peak response, reserve margin.
///
/// Of each the miss `numerator − threshold · denominator` is taken as a function of the shares. Capacities are linear
/// in them; what can be called at the peak and what could be given in the tightest hour bend downwards, so that the
/// plane that touches them at any shares lies above them and excludes nothing that holds.
struct FigureGoals {
  let goals: [Goal]
  private let sized: SizedGrid
  private let base: DispatchResult
  private let monitor: SolveMonitor

  /// The goals among some that no rule of the dispatch serves.
  init(_ goals: [Goal], in sized: SizedGrid, base: DispatchResult, monitor: SolveMonitor) {
    (self.goals, self.sized, self.base, self.monitor) = (goals, sized, base, monitor)
  }

  /// The same goals beside the demand of another schedule.
  func beside(_ schedule: DispatchResult) -> FigureGoals {
    FigureGoals(goals, in: sized, base: schedule, monitor: monitor)
  }

  /// How far each goal is held at some shares, below 0 where it is missed; nil where it cannot be judged.
  @available(*, noasync)
  func holds(at shares: [Double]) throws(SolverError) -> [Double?] {
    try holds(in: sized.grid(taking: shares))
  }

  /// How far one goal is held at some shares.
  @available(*, noasync)
  func hold(of goal: Goal, at shares: [Double]) throws(SolverError) -> Double? {
    try hold(of: goal, in: sized.grid(taking: shares))
  }

  private func holds(in grid: GridModel) throws(SolverError) -> [Double?] {
    var holds: [Double?] = []
    for goal in goals { holds.append(try hold(of: goal, in: grid)) }
    return holds
  }

  private func hold(of goal: Goal, in grid: GridModel) throws(SolverError) -> Double? {
    guard let metric = MetricCatalogue.metric(named: goal.metric),
      let threshold = goal.enforcedThreshold
    else { return nil }
    let evidence = Evidence(
      on: goal,
      in: base,
      of: grid,
      among: grid.assetSummaries,
      monitor: monitor
    )
    let value = try metric.judged(goal, in: evidence).value
    guard value.reasonNotJudged == nil, let ratio = value.value else { return nil }
    let sign: Double = goal.isFloor ? 1 : -1
    guard let numerator = value.numerator, let denominator = value.denominator else {
      return sign * (ratio - threshold)
    }
    return sign * (numerator - threshold * denominator)
  }

  /// The planes that touch the goals at some shares; none for a goal that no option moves.
  @available(*, noasync)
  func rows(at shares: [Double]) throws(SolverError) -> [FigureRow] {
    guard !goals.isEmpty else { return [] }
    let assets = sized.grid.assets
    let rows = assets.map { sized.rows(of: $0, taking: shares) }
    let here = try holds(in: sized.grid(of: rows))
    var slopes = [[Double]?](repeating: [], count: goals.count)
    for index in shares.indices {
      // Only the option's own asset becomes another.
      var moved = (shares: shares, rows: rows)
      let step = shares[index] + Self.step <= 1 ? Self.step : -Self.step
      moved.shares[index] += step
      if let own = assets.firstIndex(where: { $0.name == sized.options[index].asset }) {
        moved.rows[own] = sized.rows(of: assets[own], taking: moved.shares)
      }
      let there = try holds(in: sized.grid(of: moved.rows))
      for goal in goals.indices {
        guard let from = here[goal], let to = there[goal] else {
          slopes[goal] = nil
          continue
        }
        let slope = (to - from) / step
        slopes[goal]?.append(abs(slope) <= 1e-9 * max(1, abs(from)) ? 0 : slope)
      }
    }
    return goals.indices.compactMap { goal in
      guard let from = here[goal], let slopes = slopes[goal] else { return nil }
      let constant = zip(slopes, shares).reduce(from) { $0 - $1.0 * $1.1 }
      return FigureRow(name: "goal \(goals[goal].id)", constant: constant, slopes: slopes)
    }
  }

  /// The share of an option by which shares move to find a slope.
  private static let step = 1.0 / 64
}
