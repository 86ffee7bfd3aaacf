public import GridDispatch
public import GridFormulation
public import GridGoals
public import LinearProgramming

/// The fixes of a goal that is missed: plans that hold it, of least outlay and of least total cost.
///
/// A fix builds: options that save money by taking something away are left out, and what may only replace that.
/// The goals that hold in the result that is explained hold with the fix too.
public struct GoalFixes {
  private let grid: GridModel
  private let holding: Set<String>
  private let runningCost: Double
  private let options: DispatchOptions
  private let monitor: SolveMonitor

  /// How far a fix may be from the cheapest, as a share of its cost.
  private static let gap = 0.01

  /// - Parameters:
  ///   - grid: The model as it was solved.
  ///   - holding: The goals that hold in the result.
  ///   - runningCost: The cost of the result in the hours solved, currency.
  ///   - options: Threads.
  ///   - monitor: Progress and cancelling.
  public init(
    _ grid: GridModel,
    holding: Set<String>,
    runningCost: Double,
    options: DispatchOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) {
    var building = grid
    building.keepOptions(named: SizedGrid(grid, addsOnly: true).options.map(\.name))
    self.grid = building
    (self.holding, self.runningCost) = (holding, runningCost)
    (self.options, self.monitor) = (options, monitor)
  }

  /// Adds the fixes to what is known of a goal, where it is missed and options could hold it.
  @available(*, noasync)
  public func find(_ explanation: inout Explanation) throws(SolverError) {
    guard !explanation.wasStopped, explanation.isMissed,
      explanation.bestWithAllOptions == nil
    else { return }
    guard grid.hasOptions else {
      if explanation.isAttainable != true {
        explanation.remarks.append(
          "The model names no options, so no fix was sought; see `gridflex describe options`."
        )
      }
      return
    }
    // What dispatch alone holds needs no outlay.
    if explanation.isAttainable != true {
      explanation.leastOutlay = try fix(of: .outlay, &explanation)
      guard explanation.leastOutlay != nil else { return }
    }
    explanation.leastTotalCost = try fix(of: .cost, &explanation)
  }

  private func fix(
    of aim: PlanOptions.Aim,
    _ explanation: inout Explanation
  ) throws(SolverError) -> Explanation.Fix? {
    var planning = PlanOptions()
    planning.dispatch = options
    planning.dispatch.gap = Self.gap
    planning.aim = aim
    planning.comparesPresent = false
    // Goals that cannot hold together with this one are given up.
    let others = explanation.conflict.isEmpty ? holding : []
    planning.goals = .some(others.union([explanation.goal.id]).sorted())
    let told = aim == .outlay ? "fix of least outlay" : "fix of least total cost"
    let outcome = try Planner.run(grid, options: planning, monitor: monitor)
    if monitor.isStopped {
      explanation.markStopped()
      return nil
    }
    guard case .planned(let plan) = outcome, plan.holdsGoals else {
      explanation.remarks.append("No \(told) was found: \(Self.reason(of: outcome)).")
      return nil
    }
    let taken = plan.options.filter { $0.size > 0 }
    guard !taken.isEmpty else { return nil }
    return Explanation.Fix(
      options: taken.map {
        .init(
          name: $0.name,
          size: $0.size,
          most: $0.most,
          unit: $0.unit,
          costPerYear: $0.costPerYear
        )
      },
      runningCostPerYear: (plan.dispatch.cost - runningCost) / grid.setting.yearShare,
      value: plan.dispatch.verdicts.first { $0.goal.id == explanation.goal.id }?.value,
      gap: plan.gap
    )
  }

  private static func reason(of outcome: PlanOutcome) -> String {
    switch outcome {
    case .planned: "the whole units that were tried miss a goal"
    case .outOfReach(let missing):
      "no sizes hold \(missing.map(\.goal.id).joined(separator: ", ")) (proved)"
    case .infeasible(let reason), .nothing(let reason): reason
    }
  }
}
