import GridDispatch
public import GridFormulation
import GridGoals
import Hourly
public import LinearProgramming
public import Tables

/// Plans: the cheapest sizes of a model's options with which its goals hold.
///
/// One program of all hours with the sizes as columns and the goals as rows gives sizes and a bound on every plan.
/// Its duals, and those of programs solved on the way, bound the cost of any sizes: their certificate, with the sizes
/// left open. Whole units follow from these bounds by a small integer program. The grid of those units is dispatched
/// and judged. Where the gap is wider than asked the program is solved in two branches, below a part of a unit and
/// above it, and so on.
public struct Planner {
  /// Reads the model with figures changed, as `--set` takes them.
  public typealias Reading = (_ changes: [String]) throws(InputError) -> GridModel

  private let context: PlanContext
  private var grid: GridModel { context.grid }
  private var options: PlanOptions { context.options }
  private var monitor: SolveMonitor { context.monitor }
  private var sized: SizedGrid { context.sized }

  /// Plans a model within one synchronous call.
  ///
  /// - Parameters:
  ///   - grid: The model, with options.
  ///   - options: How to plan.
  ///   - reading: Reads the planned model, so that it can be written; without it the model is changed in memory.
  ///   - monitor: Progress and cancelling.
  /// - Returns: The plan with its dispatch, or why there is none.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  public static func run(
    _ grid: GridModel,
    options: PlanOptions,
    reading: Reading? = nil,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> PlanOutcome {
    let monitor = monitor.limited(toSeconds: options.dispatch.timeLimit)
    let planner = Planner(grid, options, reading, monitor)
    do throws(SolverError) {
      return try planner.run()
    } catch .stopped {
      return .nothing(reason: Dispatch.noTime(monitor))
    }
  }

  /// The program that sizes come from: all hours, sizes as columns, goals as rows.
  @available(*, noasync)
  public static func program(
    of grid: GridModel,
    options: PlanOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> LinearProgram {
    let planner = Planner(grid, options, nil, monitor)
    let choice = GoalChoice(options.goals, in: grid)
    let full: DispatchResult? = choice.ofFigures.isEmpty ? nil : try planner.fullDispatch()
    let figures = full.map {
      FigureGoals(choice.ofFigures, in: planner.sized, base: $0, monitor: monitor)
    }
    return planner.context.program(
      holding: choice,
      figures: try figures.map(planner.firstRows) ?? []
    ).program
  }

  private init(
    _ grid: GridModel,
    _ options: PlanOptions,
    _ reading: Reading?,
    _ monitor: SolveMonitor
  ) {
    context = PlanContext(
      grid: grid,
      options: options,
      monitor: monitor,
      reading: reading,
      sized: SizedGrid(grid)
    )
  }

  private func run() throws(SolverError) -> PlanOutcome {
    let choice = GoalChoice(options.goals, in: grid)
    var clock = StageClock()
    let present = try presentDispatch()
    clock.end("dispatch of the present grid")
    let full: DispatchResult? = present == nil ? try fullDispatch() : nil
    if monitor.isStopped { throw .stopped }
    guard let base = present?.dispatch ?? full else {
      return .nothing(reason: "the grid has no schedule with all of its options or with none")
    }
    let figures = FigureGoals(choice.ofFigures, in: sized, base: base, monitor: monitor)
    let rows = try firstRows(figures)
    clock.end("goals of figures")
    let program = context.program(holding: choice, figures: rows, statesTimes: false)
    clock.end("building")
    let solved = try context.telling("sizes").solve(sizes: program)
    clock.end("sizes")
    guard solved.hasValues else {
      return try withoutSizes(solved, choice, figures)
    }
    var search = PlanSearch(
      context,
      choice,
      program,
      figures: figures,
      rows: rows,
      solved: solved,
      stages: clock
    )
    if options.comparesPresent, present == nil {
      search.tell("the grid as it stands has no schedule, so nothing is told of it")
    }
    do throws(SolverError) { try search.seek() } catch {
      // A stop between two sizes leaves the best plan so far.
      guard case .stopped = error, search.best != nil else { throw error }
    }
    guard let best = search.best else {
      return .nothing(reason: search.messages.last ?? Dispatch.noTime(monitor))
    }
    var costs: [GoalCost] = []
    if options.pricesGoals {
      costs = try GoalCosts(context: context, program: program, solved: solved)
        .found(choice.ofDispatch + choice.ofFigures)
      search.stages.end("costs of goals")
    }
    return .planned(search.result(best, present: present, goalCosts: costs))
  }

  /// The planes that touch goals of figures where nothing is taken and where all is.
  private func firstRows(_ figures: FigureGoals) throws(SolverError) -> [FigureRow] {
    try figures.rows(at: sized.options.map(\.extent.least))
      + figures.rows(at: sized.options.map(\.extent.most))
  }

  // MARK: - Dispatches

  /// The grid as it stands.
  private func presentDispatch() throws(SolverError) -> JudgedResult? {
    guard options.comparesPresent else { return nil }
    let outcome = try GoalDispatch.hold(
      [],
      in: grid,
      options: options.dispatch,
      monitor: monitor.named("the grid as it stands")
    )
    guard case .solved(let result) = outcome else { return nil }
    return result
  }

  /// The grid with none of its options, all of them, or all that take nothing away, and without commitment: a schedule
  /// for what needs one.
  private func fullDispatch() throws(SolverError) -> DispatchResult? {
    let (none, all) = (sized.options.map { _ in 0.0 }, sized.options.map(\.extent.most))
    let added = sized.options.map { option in
      option.changes.allSatisfy { $0.after >= $0.before } ? option.extent.most : option.extent.least
    }
    for shares in [none, all, added] {
      var look = sized.grid(taking: shares)
      look.setCommitment(.none)
      var looking = options.dispatch
      looking.gap = 0.02
      looking.method = .exact
      looking.isRough = true
      looking.interiorRows = PlanContext.interiorRows
      looking.effort = 0
      looking.givesUp = true
      let told = monitor.named("a first schedule")
      if case .solved(let result) = try Dispatch.run(look, options: looking, monitor: told) {
        return result
      }
    }
    return nil
  }

  // MARK: - Outcomes

  /// Why no sizes hold: which goals are out of reach, or that the grid cannot run.
  private func withoutSizes(
    _ solved: SolveResult,
    _ choice: GoalChoice,
    _ figures: FigureGoals
  ) throws(SolverError) -> PlanOutcome {
    guard solved.infeasibility != nil || solved.termination == .infeasible else {
      return .nothing(
        reason: (["the sizes could not be found (\(solved.termination.rawValue))"]
          + solved.messages).joined(separator: "; ")
      )
    }
    let missing = try MissingGoals(
      sized,
      choice,
      figures,
      detail: grid.setting.commitment,
      solve: context.solve
    ).found()
    if missing.isEmpty {
      return .infeasible(reason: "no sizes of the options make the grid run in every hour")
    }
    return .outOfReach(missing)
  }
}
