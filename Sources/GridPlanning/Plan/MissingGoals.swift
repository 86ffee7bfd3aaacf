import GridFormulation
import GridGoals
import Hourly
import LinearProgramming

/// Which goals no sizes of the options hold, by the least that is missing of all of them together.
///
/// Each goal may be missed at a price, the same for the same share of its threshold, and nothing else costs. What the
/// certificate then leaves above 0 is missing whatever is built.
struct MissingGoals {
  private let sized: SizedGrid
  private let choice: GoalChoice
  private let figures: FigureGoals
  private let detail: CommitmentDetail
  private let solve: (LinearProgram) throws(SolverError) -> SolveResult

  init(
    _ sized: SizedGrid,
    _ choice: GoalChoice,
    _ figures: FigureGoals,
    detail: CommitmentDetail,
    solve: @escaping (LinearProgram) throws(SolverError) -> SolveResult
  ) {
    (self.sized, self.choice, self.figures) = (sized, choice, figures)
    (self.detail, self.solve) = (detail, solve)
  }

  /// The goals with what is missing of them; empty where it is not the goals.
  @available(*, noasync)
  func found() throws(SolverError) -> [MissingGoal] {
    var missing = try ofFigures()
    if missing.isEmpty {
      for detail in detail == .none ? [CommitmentDetail.none] : [.none, detail] {
        missing = try ofDispatch(detail)
        if !missing.isEmpty { break }
      }
    }
    return missing
  }

  /// Goals of figures that no single size nor all together hold.
  private func ofFigures() throws(SolverError) -> [MissingGoal] {
    var missing: [MissingGoal] = []
    let most = sized.options.map(\.extent.most)
    for goal in figures.goals {
      var best = try figures.hold(of: goal, at: most) ?? 0
      guard best < 0 else { continue }
      // Sizes that only take away are best left out.
      var shares = most
      for index in shares.indices {
        var without = shares
        without[index] = sized.options[index].extent.least
        if let value = try figures.hold(of: goal, at: without), value > best {
          (best, shares) = (value, without)
        }
      }
      if best < 0 { missing.append(MissingGoal(goal: goal, missing: -best, unit: unit(of: goal))) }
    }
    return missing
  }

  private func ofDispatch(_ detail: CommitmentDetail) throws(SolverError) -> [MissingGoal] {
    let formulated = sized.formulated(enforcing: [], detail)
    var model = formulated.model
    let assets = sized.grid.assetSummaries
    var soft: [(goal: Goal, missing: HourlySum)] = []
    let most = Self.most(of: sized.grid.setting)
    for goal in choice.ofDispatch {
      if let missing = GoalEnforcement.enforceSoftly(goal, most: most, among: assets, in: &model) {
        soft.append((goal, missing))
      }
    }
    for row in try figures.rows(at: sized.options.map(\.extent.most)) {
      row.state(formulated.shares, in: &model)
    }
    let hours = Double(max(model.horizon.hours, 1))
    model.replaceObjective(
      by: soft.reduce(HourlySum()) { $0 + (1 / hours) * $1.missing }
    )
    let solved = try solve(model.build().withoutExclusions)
    guard solved.hasValues, solved.lowerBound > 1e-6 * max(1, solved.cost) else { return [] }
    return soft.compactMap { goal, missing in
      let amount = solved.values[missing.terms[0].firstColumn]
      guard amount > 1e-3 else { return nil }
      return MissingGoal(goal: goal, missing: amount, unit: unit(of: goal))
    }
  }

  private func unit(of goal: Goal) -> String { goal.knownMetric?.partsUnits.first ?? "" }

  /// More than can ever be missing: all demand, many times over.
  private static func most(of setting: Setting) -> Double {
    let demand = setting.zones.reduce(0) { sum, zone in
      let demand = NodalBalance.demand(of: zone, in: setting)
      return sum + setting.horizon.steps.reduce(0) { $0 + demand[$1] }
    }
    return 100 * max(demand, 1)
  }
}
