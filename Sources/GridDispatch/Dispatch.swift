public import GridFormulation
public import LinearProgramming
import Tables

/// How to dispatch a model.
public struct DispatchOptions: Sendable {
  /// A way to solve.
  public enum Method: String, Sendable, CaseIterable {
    /// Chosen by size.
    case auto
    /// Simplex for days, interior point for years.
    case exact
    /// Twin rolling with a certified gap.
    case rolling
  }

  /// The way to solve.
  public var method = Method.auto
  /// The certified gap that is good enough.
  public var gap = 1e-3
  /// How many threads may work at once.
  public var threads = 2
  /// Seconds after which the best schedule so far is returned; nil for no limit.
  public var timeLimit: Double?
  /// How far short programs are searched for schedules in which nothing works both ways at once; a study of many
  /// of them takes less.
  package var effort = 1.0
  /// The columns of a schedule whose choices between two ways are tried where no better ones are found.
  package var directions: [Double]?
  /// Rows from which all hours at once are solved by the interior point; as many as simplex is good for where nil.
  package var interiorRows: Int?
  /// Whether a dispatch that the interior point finds no schedule of ends there: neither simplex nor a proof is tried.
  package var givesUp = false
  /// Whether a schedule is to be there early, should a long solve be stopped: it takes a thread of its own.
  package var seeksFirst = true
  /// Whether the schedule is only looked at, to a hundredth of its cost and a MW, and never written.
  package var isRough = false

  /// The usual options.
  public init() {}
}

/// How a dispatch ended.
public enum DispatchOutcome: Sendable {
  /// There is a schedule.
  case solved(DispatchResult)
  /// No schedule exists; explained and proved.
  case infeasible(InfeasibilityReport)
  /// A limit or the user ended the solve before there was a schedule.
  case nothing(reason: String)
}

/// Dispatches models.
public enum Dispatch {
  /// Solves a model, within one synchronous call; goals are not judged.
  @available(*, noasync)
  public static func run(
    _ grid: GridModel,
    options: DispatchOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> DispatchOutcome {
    try solve(grid, as: grid.formulated(), options: options, monitor: monitor)
  }

  /// Solves a model as it was formulated.
  @available(*, noasync)
  package static func solve(
    _ grid: GridModel,
    as model: @autoclosure () -> DispatchModel,
    options: DispatchOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> DispatchOutcome {
    let start = ContinuousClock.now
    var model = model()
    let program = model.takeProgram()
    let buildTime = ContinuousClock.now - start
    let found = try Solver.solve(
      program,
      options: solveOptions(options),
      monitor: monitor
    )
    let result = model.settled(found, in: program)
    guard result.hasValues else {
      return try withoutSchedule(grid, model, program, result, monitor: monitor)
    }
    let schedule = schedule(model, program, result)
    return .solved(
      DispatchResult(
        of: schedule,
        in: grid,
        bounds: .init(
          cost: result.cost,
          lower: result.lowerBound,
          gap: result.gap,
          asked: options.gap,
          byHour: result.gapByStage
        ),
        burntByNetwork: try LeastLoss.burnt(in: schedule, of: grid).reduce(0, +),
        costs: model.costs(of: result.values),
        ties: model.tieBreaks(of: result.values),
        run: .init(
          method: result.method.rawValue,
          messages: messages(program, result) + bidMessages(grid.setting),
          iterations: result.iterations,
          wasStopped: monitor.isStopped,
          residual: Feasibility(of: result.values, in: program).worst,
          buildTime: buildTime,
          work: result.work
        )
      )
    )
  }

  package static func solveOptions(_ options: DispatchOptions) -> SolveOptions {
    let method: SolveOptions.Method =
      switch options.method {
      case .auto: .auto
      case .exact: .exact
      case .rolling: .rolling
      }
    var solving = SolveOptions(
      method: method,
      gap: options.gap,
      threads: options.threads,
      timeLimit: options.timeLimit
    )
    solving.directions = options.directions
    solving.effort = options.effort
    solving.interiorRows = options.interiorRows
    if options.givesUp { (solving.fallsBack, solving.provesInfeasibility) = (false, false) }
    solving.seeksFirst = options.seeksFirst
    if options.isRough {
      (solving.seeksFirst, solving.seeksSchedule) = (false, false)
      (solving.interiorTolerance, solving.rowTolerance) = (1e-2, 1)
    }
    return solving
  }

  /// Why that method, what happened on the way, and where a gap that matters sits.
  private static func messages(_ program: LinearProgram, _ result: SolveResult) -> [String] {
    var lines = (result.reason.isEmpty ? [] : [result.reason]) + result.messages
    let width = result.cost - result.lowerBound
    guard result.gap > 1e-6, width.isFinite else { return lines }
    let shares = GapBreakdown.largest(
      4,
      of: program,
      values: result.values,
      rowDuals: result.rowDuals
    )
    let named = shares.compactMap { share in
      let part = (100 * share.amount / width).rounded()
      return part >= 1 && part <= 100
        ? "\(share.family) \(NumberText.fixed(part, decimals: 0)) %" : nil
    }
    if !named.isEmpty { lines.append("the gap sits in: " + named.joined(separator: ", ")) }
    return lines
  }

  /// What the objective holds that is a price and no cost.
  private static func bidMessages(_ setting: Setting) -> [String] {
    guard setting.deepPeak.bid == .market else { return [] }
    return [
      "output below the deep-peak baselines is bid at the prices of its tiers: the cost holds them and not the extra fuel and wear"
    ]
  }

  /// The schedule with the prices of power, heat and reserve: the duals of the rules that say so.
  private static func schedule(
    _ model: DispatchModel,
    _ program: LinearProgram,
    _ result: SolveResult
  ) -> Schedule {
    var schedule = model.schedule(of: result.values)
    let rowDuals = result.scheduleDuals.isEmpty ? result.rowDuals : result.scheduleDuals
    guard rowDuals.count == program.rowCount else { return schedule }
    schedule.series += model.prices(of: rowDuals)
    return schedule
  }

  @available(*, noasync)
  private static func withoutSchedule(
    _ grid: GridModel,
    _ model: DispatchModel,
    _ program: LinearProgram,
    _ result: SolveResult,
    monitor: SolveMonitor
  ) throws(SolverError) -> DispatchOutcome {
    switch result.termination {
    case .infeasible:
      return .infeasible(
        try InfeasibilityReport.make(
          grid,
          model,
          program,
          result: result,
          monitor: monitor
        )
      )
    case .limitReached, .interrupted: return .nothing(reason: noTime(monitor))
    default:
      return .nothing(
        reason: (["the solver ended without a schedule (\(result.termination.rawValue))"]
          + result.messages).joined(separator: "; ")
      )
    }
  }

  /// Why there is nothing where a limit or the user ended the solve.
  package static func noTime(_ monitor: SolveMonitor) -> String {
    monitor.isCancelled
      ? "stopped before there was any schedule" : "the time limit came before any schedule"
  }
}
