import Grid
import LinearProgramming

/// How near to a goal any schedule of a model can come.
///
/// The program without cost but with numerator − threshold · denominator as its objective is solved. Without
/// commitment that only widens what is possible. With a certified bound L the threshold moves by L / denominator
/// (Dinkelbach's step) until it stands still, and where it stands nothing better can be had.
struct AttainableValue {
  let grid: GridModel
  let detail: DispatchModel.Detail
  let method: SolveOptions.Method
  let options: DispatchOptions
  let monitor: SolveMonitor
  /// The least demand that goes unserved, MWh; a goal must not be served by leaving more.
  var unserved = 0.0

  /// The best value of a goal beside others that are kept.
  ///
  /// - Returns: The value, which no schedule betters; nil where the solver gives no bound, or where the goal
  ///   may be met and `evenIfMet` does not ask how far.
  @available(*, noasync)
  func best(
    of goal: Goal,
    beside kept: [Goal] = [],
    evenIfMet: Bool,
    formulated: (() -> DispatchModel)? = nil
  ) throws(SolverError) -> Double? {
    guard var bound = goal.enforcedThreshold else { return nil }
    let sign: Double = goal.isFloor ? -1 : 1
    var isProved = false
    for _ in 0..<6 {
      var model =
        formulated?() ?? Dispatch.formulated(grid, enforcing: kept, detail: detail)
      guard
        let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
      else { return nil }
      limitUnserved(in: &model)
      model.replaceObjective(by: sign * (sums.numerator - bound * sums.denominator))
      let solved = try solve(model.build())
      guard solved.hasValues, solved.lowerBound.isFinite else { break }
      if !isProved, !evenIfMet, solved.lowerBound <= 0 { return nil }
      isProved = true
      let denominator = sums.denominator.values(of: solved.values, over: model.horizon.hours)
        .reduce(0, +)
      guard denominator > 0 else { break }
      let step = solved.lowerBound / denominator
      bound += sign * step
      if abs(step) < 1e-4 * max(abs(bound), 1) || sums.denominator.terms.isEmpty { break }
    }
    return isProved ? bound : nil
  }

  /// The least demand that goes unserved in any schedule, MWh.
  @available(*, noasync)
  func leastUnserved() throws(SolverError) -> Double {
    var model = Dispatch.formulated(grid, detail: detail)
    model.replaceObjective(by: Self.unserved(in: model))
    let solved = try solve(model.build())
    return solved.hasValues ? max(solved.cost, 0) : .infinity
  }

  @available(*, noasync)
  func solve(_ program: LinearProgram, gap: Double = 1e-4) throws(SolverError) -> SolveResult {
    try Solver.solve(
      program,
      options: SolveOptions(
        method: method,
        gap: gap,
        threads: options.threads,
        timeLimit: options.timeLimit
      ),
      monitor: monitor
    )
  }

  /// States that no more demand goes unserved than must be, to the solver's accuracy.
  private func limitUnserved(in model: inout DispatchModel) {
    guard unserved.isFinite else { return }
    let demand = model.setting.zones.reduce(0) { sum, zone in
      let demand = NodalBalance.demand(of: zone, in: model.setting)
      return sum + model.steps.reduce(0) { $0 + demand[$1] }
    }
    model.requireTotal(
      "unserved beside goals",
      of: .zone(model.setting.zones[0].name),
      Self.unserved(in: model),
      over: model.steps,
      atMost: unserved + 1e-6 * demand,
      isGlobal: true
    )
  }

  private static func unserved(in model: DispatchModel) -> HourlySum {
    model.records.reduce(HourlySum()) { $1.quantity == .unserved ? $0 + $1.sum : $0 }
  }
}

extension Goal {
  /// Whether more of the metric is better.
  var isFloor: Bool { comparison != .atMost && comparison != .below }
}
