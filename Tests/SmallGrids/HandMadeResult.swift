import GridDispatch
package import GridFormulation
package import GridGoals
import Hourly

/// A result written down instead of solved, to judge goals on.
package struct HandMadeResult {
  private var assets: [AssetSummary] = []
  private var series: [Schedule.Series] = []
  /// The cost of the schedule.
  package var cost = 0.0
  /// The bound on it.
  package var lowerBound = 0.0

  package init() {}

  /// Adds an asset with its capacity.
  package mutating func add(
    _ name: String,
    _ technology: Technology,
    megawatts: Double = 0,
    _ change: (inout AssetFacts) -> Void = { _ in }
  ) {
    var facts = AssetFacts(technology: technology, capacity: megawatts)
    change(&facts)
    assets.append(AssetSummary(name: name, type: "hand-made", zone: "home", facts: facts))
  }

  /// Adds a quantity of an asset, part or zone.
  package mutating func series(
    _ quantity: ResultQuantity,
    of name: String,
    part: String? = nil,
    _ values: [Double]
  ) {
    let owner = Owner(name, part: part, zone: "home")
    series.append(Schedule.Series(quantity: quantity, owner: owner, values: values))
  }

  /// The verdict on a goal of a metric.
  package func verdict(
    _ metric: String,
    variant: String? = nil,
    _ comparison: Goal.Comparison = .atLeast,
    _ threshold: Double? = 0,
    _ change: (inout Goal) -> Void = { _ in }
  ) -> GoalVerdict? {
    var goal = Goal()
    goal.id = "goal"
    goal.metric = metric
    goal.variant = variant
    goal.comparison = comparison
    goal.threshold = threshold
    change(&goal)
    var setting = Setting()
    setting.horizon = schedule.horizon
    setting.modelHorizon = schedule.horizon
    let grid = GridModel(
      setting: setting,
      assets: [],
      settledGoals: [goal],
      issues: [],
      resolved: []
    )
    return try? GoalJudge.judged(result, of: grid).verdicts.first
  }

  private var schedule: Schedule {
    Schedule(
      horizon: Horizon(
        start: TimeStamp(year: 2030, month: 1, day: 1),
        hours: series.first?.values.count ?? 0
      ),
      series: series
    )
  }

  private var result: DispatchResult {
    DispatchResult(
      of: schedule,
      assets: assets,
      bounds: .init(cost: cost, lower: lowerBound, gap: 0, asked: 0, byHour: [])
    )
  }
}
