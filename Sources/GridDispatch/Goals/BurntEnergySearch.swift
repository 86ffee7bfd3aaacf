import Grid
import LinearProgramming

/// Finds a schedule that holds a curtailment goal with what its stores burn counted.
///
/// A store that charges and discharges at once burns surplus, which is curtailment by another name. What is burnt is
/// not linear, so the rule of the goal leaves it out. Where the verdict then fails, the program is solved again with
///
///     Σ curtailed + Σ (charging − discharging) ≤ threshold · Σ available + S
///
/// where S is what the stores took in beyond what they gave in the last schedule, less what they burnt. Burning more
/// no longer helps: it lowers the first sum by what it adds to the second; storing for later still does.
enum BurntEnergySearch {
  /// The most schedules that are tried.
  private static let attempts = 4

  /// The schedule that holds the goals, or the one given where none was found.
  @available(*, noasync)
  static func settle(
    _ goals: [Goal],
    _ grid: GridModel,
    _ first: DispatchResult,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> DispatchResult {
    var last = first
    for _ in 0..<attempts {
      let missed = goals.filter { goal in
        goal.metric == Curtailment().name
          && last.verdicts.contains { $0.goal.id == goal.id && $0.verdict == .fail }
          && last.scoped(to: GoalScope(goal, in: grid.setting)).burntByStorage > 0
      }
      guard !missed.isEmpty else { break }
      var model = Dispatch.formulated(grid, enforcing: goals)
      for goal in missed { require(goal, grid, by: last, in: &model) }
      guard
        case .solved(let next) = try Dispatch.solve(
          grid,
          as: model,
          options: options,
          monitor: monitor
        )
      else { return first }
      last = next
    }
    guard
      last.verdicts.allSatisfy({ verdict in
        verdict.verdict != .fail || !goals.contains { $0.id == verdict.goal.id }
      })
    else { return first }
    if last.cost != first.cost {
      last.takeBound(of: first, asked: options.gap, "what stores burn is bounded, not exact")
    }
    return last
  }

  private static func require(
    _ goal: Goal,
    _ grid: GridModel,
    by last: DispatchResult,
    in model: inout DispatchModel
  ) {
    guard let threshold = goal.enforcedThreshold,
      let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    else { return }
    let part = last.scoped(to: GoalScope(goal, in: grid.setting))
    let stores = stores(in: part)
    let kept =
      part.schedule.total(.charging, where: stores.contains)
      - part.schedule.total(.discharging, where: stores.contains)
    model.requireTotal(
      "goal \(goal.id) with what is burnt",
      of: .zone(model.setting.zones[0].name),
      sums.numerator - threshold * sums.denominator + keptByStores(stores, in: model),
      over: model.steps,
      atMost: max(0, kept - part.burntByStorage),
      isGlobal: true
    )
  }

  /// The stores whose losses are known.
  static func stores(in part: DispatchResult) -> Set<String> { stores(among: part.assets) }

  /// The stores whose losses are known.
  static func stores(among assets: [AssetSummary]) -> Set<String> {
    Set(assets.filter { $0.facts.roundTripEfficiency != nil }.map(\.name))
  }

  /// What stores take in less what they give: their losses, and the change of their levels.
  static func keptByStores(_ stores: Set<String>, in model: DispatchModel) -> HourlySum {
    model.records.reduce(HourlySum()) { sum, record in
      guard stores.contains(record.owner.name) else { return sum }
      switch record.quantity {
      case .charging: return sum + record.sum
      case .discharging: return sum - record.sum
      default: return sum
      }
    }
  }
}
