import GridDispatch
import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// How near to a goal any schedule of a model can come.
///
/// The program without cost but with numerator − threshold · denominator as its objective is solved. Without
/// commitment that only widens what is possible. With a certified bound L the threshold moves by L / denominator
/// (Dinkelbach's step) until it stands still, and where it stands nothing better can be had.
struct AttainableValue {
  let grid: GridModel
  var detail: CommitmentDetail
  let method: SolveOptions.Method
  let options: DispatchOptions
  let monitor: SolveMonitor
  /// The least demand that goes unserved, MWh; a goal must not be served by leaving more.
  var unserved = 0.0

  /// A bound on the value of a goal beside others that are kept, which no schedule betters; nil if it may be met.
  @available(*, noasync)
  func best(
    of goal: Goal,
    beside kept: [Goal] = []
  ) throws(SolverError) -> Double? {
    guard var bound = goal.enforcedThreshold else { return nil }
    let sign: Double = goal.isFloor ? -1 : 1
    var isProved = false
    for _ in 0..<4 {
      var model = GoalDispatch.formulated(grid, enforcing: kept, detail: detail)
      guard
        let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
      else { return nil }
      limitUnserved(in: &model)
      model.replaceObjective(by: sign * (sums.numerator - bound * sums.denominator))
      let solved = try solve(model.build(), seeksSchedule: false)
      guard solved.hasValues, solved.lowerBound.isFinite else { break }
      if !isProved, solved.lowerBound <= 0 { return nil }
      isProved = true
      let denominator = sums.denominator.values(of: solved.values, over: model.horizon.hours)
        .reduce(0, +)
      guard denominator > 0 else { break }
      let step = solved.lowerBound / denominator
      bound += sign * step
      if abs(step) < 1e-4 { break }
    }
    return isProved ? bound : nil
  }

  /// The columns of a schedule that holds a goal beside others; nil where none was found.
  ///
  /// Served before anything else, the goal is met with room if it can be, and which of two ways is used in each
  /// hour is then known.
  @available(*, noasync)
  func columns(serving goal: Goal, beside kept: [Goal]) throws(SolverError) -> [Double]? {
    guard let threshold = goal.enforcedThreshold else { return nil }
    let sign: Double = goal.isFloor ? -1 : 1
    var model = GoalDispatch.formulated(grid, enforcing: kept, detail: detail)
    guard
      let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    else { return nil }
    let margin = sign * (sums.numerator - threshold * sums.denominator)
    limitUnserved(in: &model)
    model.replaceObjective(by: margin)
    let solved = try solve(model.build(), gap: options.gap)
    guard solved.hasValues, solved.cost <= 0 else { return nil }
    return solved.values
  }

  /// The value of a goal in the schedule that serves it best, and the sums it is made of.
  ///
  /// As ``best(of:beside:)``, but what goes short of demand, heat, products or reserve is
  /// kept as small as it can be by its price, and the value is that of the schedule found, within the gap.
  @available(*, noasync)
  func reach(_ goal: Goal, formulated: () -> DispatchModel) throws(SolverError) -> Double? {
    guard var ratio = goal.enforcedThreshold else { return nil }
    let sign: Double = goal.isFloor ? -1 : 1
    var found: Double?
    for _ in 0..<6 {
      var model = formulated()
      guard
        let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
      else { return nil }
      aim(&model, at: sign * (sums.numerator - ratio * sums.denominator))
      let solved = try solve(
        model.build(),
        gap: detail == .none || isShort ? 1e-6 : 1e-3,
        rowTolerance: detail == .none ? Self.studyTolerance : nil
      )
      guard solved.hasValues else { break }
      let hours = model.horizon.hours
      let above = sums.numerator.values(of: solved.values, over: hours).reduce(0, +)
      let below = sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
      guard below > 0 else { break }
      let step = above / below - ratio
      ratio = above / below
      found = ratio
      if sums.denominator.terms.isEmpty || abs(step) < 1e-5 * max(abs(ratio), 1e-3) { break }
    }
    return found
  }

  /// Whether all hours are solved at once.
  private var isShort: Bool { grid.horizon.hours <= 336 }

  /// Makes a program serve a goal before anything but demand, heat and reserve.
  ///
  /// Without commitment, and where all hours are solved at once, cost is dropped. Else it stays, far below the goal: windows of a year that differ in
  /// nothing but the goal would be solved at random and rolling would not join them.
  private func aim(_ model: inout DispatchModel, at goal: HourlySum) {
    let owner = Owner("goal", zone: "")
    guard detail == .none || isShort else {
      let dearest = model.setting.zones.map(\.valueOfLostLoad).min() ?? 1000
      model.charge(.operation, .constant(Self.goalShare * dearest), for: goal, of: owner)
      return
    }
    let shortage = model.charges.filter { $0.kind.isShortage }
    model.replaceObjective(by: goal)
    for charge in shortage {
      let price = Self.shortageScale * charge.price
      model.charge(charge.kind, price, for: charge.sum, of: charge.owner)
    }
  }

  /// How far a row of a study may be off, MW: what is sought are shares and sizes, not a schedule.
  static let studyTolerance = 0.05

  /// What a unit of currency of shortage counts beside a MWh of the goal: 100 MWh for one unserved at 20,000.
  private static let shortageScale = 0.005
  /// What a MWh of the goal counts beside one unserved, where cost is kept: 2,000 for 20,000.
  private static let goalShare = 0.1

  /// The least demand that goes unserved in any schedule, MWh.
  @available(*, noasync)
  func leastUnserved() throws(SolverError) -> Double {
    var model = GoalDispatch.formulated(grid, detail: detail)
    model.replaceObjective(by: Self.unserved(in: model))
    let solved = try solve(model.build())
    return solved.hasValues ? max(solved.cost, 0) : .infinity
  }

  @available(*, noasync)
  func solve(
    _ program: LinearProgram,
    gap: Double = 1e-4,
    rowTolerance: Double? = nil,
    seeksSchedule: Bool = true
  ) throws(SolverError) -> SolveResult {
    var solving = SolveOptions(
      method: method,
      gap: gap,
      threads: options.threads,
      timeLimit: options.timeLimit
    )
    solving.seeksSchedule = seeksSchedule
    solving.effort = options.effort
    solving.seeksFirst = false
    if let rowTolerance { solving.rowTolerance = rowTolerance }
    let solved = try Solver.solve(program, options: solving, monitor: monitor)
    // What a stopped solve ends with says nothing of what can be attained.
    if monitor.isStopped { throw .stopped }
    return solved
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
  package var isFloor: Bool { comparison != .atMost && comparison != .below }
}
