import GridDispatch
import GridFormulation
import Hourly
import LinearProgramming
import Tables

/// What it costs to run a grid with a goal held, and whether it is.
///
/// Of hours that are solved whole it is a dispatch with the goals enforced, as the model follows its units. Of more
/// hours, such as a year, it is the program without commitment, which is solved to a millionth: the accuracy of a
/// dispatch in windows is wider than what a fix saves.
struct FixCosts {
  let explainer: Explainer
  let goal: Goal
  /// The goals that are held beside it.
  let kept: [Goal]

  /// The longest horizon whose fixes are held against dispatches.
  static let wholeHours = 336
  /// The most sizes whose total cost is asked for: each is a dispatch.
  static let mostTotals = 10

  /// Whether the costs are those of dispatches with the model's own commitment.
  var followsCommitment: Bool { explainer.grid.horizon.hours <= Self.wholeHours }

  /// The cost over the hours solved; nil where the goals are not all held.
  func running(_ grid: GridModel, holding goals: [Goal]) throws(SolverError) -> Double? {
    guard followsCommitment else { return try withoutCommitment(grid, goals)?.cost }
    let judged = GridModel(
      setting: grid.setting,
      assets: grid.assets,
      goals: goals,
      options: grid.options,
      issues: [],
      resolved: []
    )
    let outcome = try GoalDispatch.run(
      judged,
      options: options(enforced: true),
      monitor: explainer.monitor
    )
    try explainer.requireTime()
    guard case .solved(let result) = outcome,
      result.verdicts.allSatisfy({ $0.verdict == .pass || $0.verdict == .notJudged })
    else { return nil }
    return result.cost
  }

  /// The goal's value in the cheapest schedule, no goal enforced.
  func valueOfCheapest(_ grid: GridModel) throws(SolverError) -> Double? {
    guard followsCommitment else { return try withoutCommitment(grid, [])?.value }
    let outcome = try GoalDispatch.run(
      grid,
      options: options(enforced: false),
      monitor: explainer.monitor
    )
    try explainer.requireTime()
    guard case .solved(let result) = outcome else { return nil }
    return result.verdicts.first { $0.goal.id == goal.id }?.value
  }

  private func options(enforced: Bool) -> GoalOptions {
    var options = GoalOptions()
    options.dispatch = explainer.options
    options.method = .exact
    options.gap = 1e-4
    options.enforcesGoals = enforced
    return options
  }

  /// The cheapest schedule without commitment that holds goals, and this goal's value in it.
  private func withoutCommitment(
    _ grid: GridModel,
    _ goals: [Goal]
  ) throws(SolverError) -> (cost: Double, value: Double?)? {
    let model = GoalDispatch.formulated(
      grid,
      enforcing: goals,
      detail: CommitmentDetail.none
    )
    let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    let hours = model.horizon.hours
    let solved = try explainer.attainable(grid)
      .solve(model.build(), gap: 1e-6, rowTolerance: AttainableValue.studyTolerance)
    guard solved.hasValues else { return nil }
    let value = sums.flatMap { sums -> Double? in
      let below = sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
      guard below > 0 else { return nil }
      return sums.numerator.values(of: solved.values, over: hours).reduce(0, +) / below
    }
    return (solved.cost, value)
  }
}
