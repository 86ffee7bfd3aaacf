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

  /// How far a goal is held at some shares, below 0 where it is missed; nil where it cannot be judged.
  @available(*, noasync)
  func hold(of goal: Goal, at shares: [Double]) throws(SolverError) -> Double? {
    guard let metric = MetricCatalogue.metric(named: goal.metric),
      let threshold = goal.enforcedThreshold
    else { return nil }
    let grid = sized.grid(taking: shares)
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
    var rows: [FigureRow] = []
    goals: for goal in goals {
      guard let here = try hold(of: goal, at: shares) else { continue }
      var slopes: [Double] = []
      for index in shares.indices {
        var moved = shares
        let step = shares[index] + Self.step <= 1 ? Self.step : -Self.step
        moved[index] += step
        guard let there = try hold(of: goal, at: moved) else { continue goals }
        let slope = (there - here) / step
        slopes.append(abs(slope) <= 1e-9 * max(1, abs(here)) ? 0 : slope)
      }
      let constant = zip(slopes, shares).reduce(here) { $0 - $1.0 * $1.1 }
      rows.append(FigureRow(name: "goal \(goal.id)", constant: constant, slopes: slopes))
    }
    return rows
  }

  /// The share of an option by which shares move to find a slope.
  private static let step = 1.0 / 64
}
