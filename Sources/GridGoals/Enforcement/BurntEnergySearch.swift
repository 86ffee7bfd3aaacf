import GridDispatch
import GridFormulation
import LinearProgramming
import Tables

/// Finds a schedule that holds a curtailment goal with what its network burns counted.
///
/// Nothing works both ways at once in any schedule, so stores, loads and single corridors burn nothing. Corridors
/// beside each other and rings still can (``LeastLoss``), and what they burn is not linear: the rule of the goal
/// leaves it out. Where the verdict then fails, the program is solved again with
///
///     Σ curtailed + Σ lost by the network ≤ threshold · Σ available + S
///
/// where S is the least loss that the last schedule's net positions needed. Burning more no longer helps: it lowers
/// the first sum by what it adds to the second.
enum BurntEnergySearch {
  /// The most schedules that are tried.
  private static let attempts = 6

  /// The schedule that holds the goals, or the one given where none was found.
  @available(*, noasync)
  static func settle(
    _ goals: [Goal],
    _ grid: GridModel,
    _ first: JudgedResult,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> JudgedResult {
    var last = first
    for _ in 0..<attempts {
      var missed: [(goal: Goal, burnt: Double)] = []
      for goal in goals where last.misses(goal) && goal.knownMetric?.countsBurntEnergy(goal) == true
      {
        let evidence = Evidence(on: goal, in: last.dispatch, of: grid, monitor: monitor)
        let burnt = try evidence.burntByNetwork()
        if burnt > 0 { missed.append((goal, burnt)) }
      }
      guard !missed.isEmpty else { break }
      var model = GoalDispatch.formulated(grid, enforcing: goals)
      for (goal, burnt) in missed {
        require(goal, grid, by: last.schedule, burning: burnt, in: &model)
      }
      guard
        case .solved(let next) = try GoalDispatch.solve(
          grid,
          as: model,
          options: options,
          monitor: monitor
        )
      else { return first }
      last = next
    }
    guard !goals.contains(where: last.misses) else { return first }
    if last.cost != first.cost {
      let dispatch = last.dispatch.bounded(
        by: first.dispatch,
        "what the network burns is bounded, not exact"
      )
      last = JudgedResult(of: dispatch, verdicts: last.verdicts, wasStopped: last.wasStopped)
    }
    return last
  }

  private static func require(
    _ goal: Goal,
    _ grid: GridModel,
    by last: Schedule,
    burning burnt: Double,
    in model: inout DispatchModel
  ) {
    guard let threshold = goal.enforcedThreshold,
      let sums = GoalEnforcement.ratioSums(goal, among: grid.assetSummaries, in: model)
    else { return }
    let zones =
      GridPart(of: goal.zone, in: grid.setting).zones ?? Set(grid.setting.zones.map(\.name))
    let lost = lostByNetwork(grid, among: zones, in: model)
    let before = lost.values(of: last)
    model.requireTotal(
      "goal \(goal.id) with what is burnt",
      of: .zone(model.setting.zones[0].name),
      sums.numerator - threshold * sums.denominator + lost.sum,
      over: model.steps,
      atMost: max(0, before - burnt),
      isGlobal: true
    )
  }

  /// What corridors and lines between some zones lose, as an expression and in a schedule.
  private struct Loss {
    var sum = HourlySum()
    let links: Set<String>

    func values(of schedule: Schedule) -> Double {
      schedule.series.reduce(0) { lost, series in
        guard links.contains(series.owner) else { return lost }
        switch series.quantity {
        case .power: return lost - series.values.reduce(0, +)
        case .lost: return lost + series.values.reduce(0, +)
        default: return lost
        }
      }
    }
  }

  private static func lostByNetwork(
    _ grid: GridModel,
    among zones: Set<String>,
    in model: DispatchModel
  ) -> Loss {
    let links = grid.assetSummaries.filter { asset in
      asset.facts.link.map { zones.contains($0.from) && zones.contains($0.to) } ?? false
    }
    var loss = Loss(links: Set(links.map(\.name)))
    for record in model.records where loss.links.contains(record.owner.name) {
      if record.quantity == .power { loss.sum = loss.sum - record.sum }
      if record.quantity == .lost { loss.sum += record.sum }
    }
    return loss
  }
}
