import GridDispatch
public import GridFormulation
import GridGoals
import Hourly
public import LinearProgramming
public import Tables

/// Plans: the cheapest sizes of a model's options with which its goals hold.
///
/// One program of all hours with the sizes as columns and the goals as rows gives sizes and a bound on every plan.
/// Its duals, and those of programs solved on the way, bound the cost of any sizes (``BoundCut``); whole units follow
/// from these bounds by a small integer program. The grid of those units is dispatched and judged. Where goals are
/// missed, or the gap is wider than asked, the sizes found are bounded too and others are sought.
public struct Planner {
  /// Reads the model with figures changed, as `--set` takes them.
  public typealias Reading = (_ changes: [String]) throws(InputError) -> GridModel

  private let grid: GridModel
  private let options: PlanOptions
  private let monitor: SolveMonitor
  private let reading: Reading?
  private let sized: SizedGrid

  /// Programs solved beyond the first, with sizes held, before the best plan so far is taken: the more the shorter.
  private var mostRounds: Int {
    let hours = grid.horizon.hours
    return hours <= 168 ? 60 : hours <= 1000 ? 15 : 5
  }

  /// Rows from which sizes are sought by the interior point: they join all hours, which simplex is slow with.
  private static let interiorRows = 8_000

  /// How far a row may be off in the program that sizes come from, MW.
  private static let rowTolerance = 1.0

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
    return SizedProgram(
      planner.sized,
      holding: choice.ofDispatch,
      figures: try figures.map(planner.firstRows) ?? [],
      aim: options.aim,
      detail: grid.setting.commitment
    ).program
  }

  private init(
    _ grid: GridModel,
    _ options: PlanOptions,
    _ reading: Reading?,
    _ monitor: SolveMonitor
  ) {
    (self.grid, self.options, self.reading, self.monitor) = (grid, options, reading, monitor)
    sized = SizedGrid(grid)
  }

  /// What is known while a plan is sought.
  private struct Search {
    var whole: WholeSizes
    /// The program's own sizes.
    var target: [Double]
    var bound: Double
    var best: Candidate?
    var tried: [[Double]] = []
    var messages: [String] = []
    var stages = StageClock()
  }

  /// Sizes with their dispatch.
  private struct Candidate {
    let shares: [Double]
    let grid: GridModel
    let result: JudgedResult
    let cost: Double
    /// The goals to be held that are missed.
    let missed: [Goal]

    var holdsGoals: Bool { missed.isEmpty }
  }

  private func run() throws(SolverError) -> PlanOutcome {
    let choice = GoalChoice(options.goals, in: grid)
    var clock = StageClock()
    let present = try presentDispatch()
    clock.end("dispatch of the present grid")
    let full: DispatchResult? = present == nil ? try fullDispatch() : nil
    guard let base = present?.dispatch ?? full else {
      return .nothing(reason: "the grid has no schedule with all of its options or with none")
    }
    let figures = FigureGoals(choice.ofFigures, in: sized, base: base, monitor: monitor)
    let rows = try firstRows(figures)
    clock.end("goals of figures")
    let program = SizedProgram(
      sized,
      holding: choice.ofDispatch,
      figures: rows,
      aim: options.aim,
      detail: grid.setting.commitment
    )
    clock.end("building")
    let solved = try solve(program, with: firstOptions)
    clock.end("sizes")
    guard solved.hasValues else {
      return try withoutSizes(solved, choice, figures)
    }
    var search = Search(
      whole: WholeSizes(sized: sized, cuts: [program.cut(of: solved.rowDuals)], figures: rows),
      target: program.shares(in: solved.values),
      bound: solved.lowerBound,
      stages: clock
    )
    try seek(&search, choice, figures)
    guard let best = search.best else {
      return .nothing(reason: search.messages.last ?? Dispatch.noTime(monitor))
    }
    return .planned(result(best, search, choice, present: options.comparesPresent ? present : nil))
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
    let outcome = try GoalDispatch.hold([], in: grid, options: options.dispatch, monitor: monitor)
    guard case .solved(let result) = outcome else { return nil }
    return result
  }

  /// The grid with all of its options and without commitment: a schedule for what needs one.
  private func fullDispatch() throws(SolverError) -> DispatchResult? {
    for shares in [sized.options.map(\.extent.least), sized.options.map(\.extent.most)] {
      var look = sized.grid(taking: shares)
      look.setCommitment(.none)
      var looking = options.dispatch
      looking.gap = 0.01
      if case .solved(let result) = try Dispatch.run(look, options: looking, monitor: monitor) {
        return result
      }
    }
    return nil
  }

  /// How the programs are solved that sizes come from.
  private var solving: SolveOptions {
    var solving = SolveOptions(
      method: .exact,
      gap: options.dispatch.gap / 10,
      threads: options.dispatch.threads
    )
    solving.seeksFirst = false
    // Sizes and a bound are asked for, no schedule: a hundredth of the gap is near enough.
    solving.interiorTolerance =
      options.takesFractions ? 1e-7 : max(options.dispatch.gap / 100, 1e-7)
    solving.rowTolerance = Self.rowTolerance
    solving.interiorRows = Self.interiorRows
    return solving
  }

  private func solve(_ program: LinearProgram) throws(SolverError) -> SolveResult {
    let solved = try Solver.solve(program, options: solving, monitor: monitor)
    if monitor.isStopped, !solved.lowerBound.isFinite { throw .stopped }
    return solved
  }

  /// Options from which sizes are first sought without any, and then with those that turn out to be wanted.
  private static let manyOptions = 12

  /// The options that sizes are first sought with: all where they are few, else those that must be taken.
  private var firstOptions: [Bool] {
    let isMany = sized.options.count > Self.manyOptions
    return sized.options.map { !isMany || $0.extent.least > 0 }
  }

  /// Solves for sizes with some options, and with those too that turn out to be wanted, until none is.
  private func solve(
    _ sizes: SizedProgram,
    with likely: [Bool]
  ) throws(SolverError) -> SolveResult {
    var active = likely
    let pricing = SizePricing(sizes.program, sizes: sizes.columns)
    while true {
      let answer = try pricing.solve(active: active, options: solving, monitor: monitor)
      if monitor.isStopped, !answer.result.lowerBound.isFinite { throw .stopped }
      let isNear = answer.result.gap <= options.dispatch.gap / 10
      guard answer.wanted.contains(true), !isNear else { return answer.result }
      active = zip(active, answer.wanted).map { $0 || $1 }
    }
  }

  // MARK: - Sizes

  /// Dispatches whole sizes until their goals hold and the gap is met, or nothing better is known.
  private func seek(
    _ search: inout Search,
    _ choice: GoalChoice,
    _ figures: FigureGoals
  ) throws(SolverError) {
    var figures = figures
    for _ in 0...mostRounds {
      guard let shares = try sizes(&search, figures) else {
        search.messages.append("no whole units of the options hold the goals")
        return
      }
      guard !search.tried.contains(shares), !monitor.isStopped else { return }
      search.tried.append(shares)
      search.stages.end("whole units")
      let candidate = try dispatched(shares, choice, &search)
      search.stages.end("dispatch of the planned grid")
      if let candidate { keep(candidate, in: &search) }
      if let candidate, candidate.holdsGoals, gap(of: candidate, search) <= options.dispatch.gap {
        return
      }
      if options.takesFractions, candidate?.holdsGoals == true { return }
      if let candidate, !candidate.missed.isEmpty {
        let names = candidate.missed.map(\.id).joined(separator: ", ")
        search.messages.append("sizes that the bounds allowed miss \(names); others were sought")
        figures = figures.beside(candidate.result.dispatch)
        search.whole.figures += try figures.rows(at: shares)
      }
      guard try bound(shares, choice, &search) else { return }
      search.stages.end("bound of other sizes")
      if let best = search.best, best.holdsGoals, !options.takesFractions,
        let bound = try search.whole.bound(near: search.target, monitor: monitor)
      {
        search.bound = max(search.bound, bound)
        if gap(of: best, search) <= options.dispatch.gap { return }
      }
    }
  }

  /// The next sizes to try, on which goals that figures decide hold.
  private func sizes(
    _ search: inout Search,
    _ figures: FigureGoals
  ) throws(SolverError) -> [Double]? {
    for _ in 0..<8 {
      let found =
        options.takesFractions && search.tried.isEmpty
        ? zip(search.target, sized.options).map { Self.settled($0, of: $1) }
        : try search.whole.shares(
          near: search.target,
          isDrawn: search.tried.isEmpty,
          monitor: monitor
        )
      guard let shares = found else { return nil }
      // A goal that bends with the sizes may be missed between the planes that are known.
      var isMissed = false
      for goal in figures.goals {
        if let hold = try figures.hold(of: goal, at: shares), hold < -1e-6 { isMissed = true }
      }
      guard isMissed, !options.takesFractions else { return shares }
      search.whole.figures += try figures.rows(at: shares)
    }
    return try search.whole.shares(
      near: search.target,
      isDrawn: search.tried.isEmpty,
      monitor: monitor
    )
  }

  /// A share as the program ended at it: none or all where it is as near as it solves.
  ///
  /// Rounded to whole parts it would leave a little short what the program has just enough of.
  private static func settled(_ share: Double, of option: CapacityOption) -> Double {
    let (least, most) = (option.extent.least, option.extent.most)
    if share <= least + 1e-6 * most { return least }
    return share >= most * (1 - 1e-6) ? most : share
  }

  private func dispatched(
    _ shares: [Double],
    _ choice: GoalChoice,
    _ search: inout Search
  ) throws(SolverError) -> Candidate? {
    let planned = PlannedChanges(sized, taking: shares)
    var model = sized.grid(taking: shares)
    if let reading {
      do throws(InputError) { model = try reading(planned.settings) } catch {
        search.messages.append(
          "sizes that make no model were left: \(error.issues.first.map(\.description) ?? "")"
        )
        return nil
      }
    }
    var dispatching = options.dispatch
    // Half of the gap is left to whole units; so narrow a gap, with goals as rules, is sooner met by all hours at once.
    dispatching.gap = options.dispatch.gap / 2
    if dispatching.method == .auto { dispatching.method = .exact }
    let goals = model.goals.filter { goal in choice.ofDispatch.contains { $0.id == goal.id } }
    let outcome = try GoalDispatch.hold(goals, in: model, options: dispatching, monitor: monitor)
    guard case .solved(let result) = outcome else { return nil }
    let held = choice.ofDispatch + choice.ofFigures
    let missed = held.filter { goal in
      !result.verdicts.contains { $0.goal.id == goal.id && $0.verdict == .pass }
    }
    let outlay = cost(of: shares)
    return Candidate(
      shares: shares,
      grid: model,
      result: result,
      cost: options.aim == .outlay ? outlay : result.cost + outlay,
      missed: missed
    )
  }

  /// What shares of options cost in the hours solved.
  private func cost(of shares: [Double]) -> Double {
    zip(sized.options, shares).reduce(0) { $0 + $1.1 * $1.0.cost.perYear }
      * grid.setting.yearShare
  }

  private func keep(_ candidate: Candidate, in search: inout Search) {
    guard let best = search.best else {
      search.best = candidate
      return
    }
    let isBetter =
      candidate.holdsGoals == best.holdsGoals
      ? candidate.cost < best.cost : candidate.holdsGoals
    if isBetter { search.best = candidate }
  }

  private func gap(of candidate: Candidate, _ search: Search) -> Double {
    (candidate.cost - search.bound) / max(abs(candidate.cost), 1)
  }

  /// Bounds the cost of sizes that are not good enough, so that others come next; false where that is no use.
  private func bound(
    _ shares: [Double],
    _ choice: GoalChoice,
    _ search: inout Search
  ) throws(SolverError) -> Bool {
    let program = SizedProgram(
      sized,
      holding: choice.ofDispatch,
      figures: [],
      aim: options.aim,
      detail: grid.setting.commitment
    )
    // A little inside, so that what is all gone or all taken still has duals that say what more or less of it is worth.
    let inside = shares.map { $0 * (1 - SizePricing.little) }
    let values = SizedProgram.values(of: inside)
    let taken = zip(shares, sized.options).map { $0 > 0 || $1.extent.least > 0 }
    let isMany = shares.count > Self.manyOptions
    if isMany, taken.contains(false) {
      let answer = try SizePricing(program.program, sizes: program.columns).solve(
        active: taken,
        held: values,
        options: solving,
        monitor: monitor
      )
      if answer.result.hasValues {
        search.whole.cuts.append(program.cut(of: answer.result.rowDuals))
        return true
      }
    }
    let all = zip(inside, sized.options).map { share, option in
      share > 0
        ? share
        : max(option.extent.least, SizePricing.little * option.extent.most / Double(shares.count))
    }
    let solved = try solve(
      program.program.holding(program.columns, at: SizedProgram.values(of: all))
    )
    if let proof = solved.infeasibility {
      search.whole.proofs.append(program.cut(of: proof))
      return true
    }
    guard solved.lowerBound.isFinite, !solved.rowDuals.isEmpty else { return false }
    search.whole.cuts.append(program.cut(of: solved.rowDuals))
    return true
  }

  // MARK: - Outcomes

  private func result(
    _ best: Candidate,
    _ search: Search,
    _ choice: GoalChoice,
    present: JudgedResult?
  ) -> PlanResult {
    let cut = search.whole.cuts[0]
    let share = grid.setting.yearShare
    let optionCost = cost(of: best.shares)
    let planned = sized.options.indices.map { index in
      let option = sized.options[index]
      let taken = best.shares[index]
      let step = option.extent.parts.map { 1 / $0 } ?? 1 / option.extent.full
      return PlannedOption(
        name: option.name,
        asset: option.asset,
        source: option.source,
        size: taken * option.extent.full,
        most: option.extent.most * option.extent.full,
        unit: option.extent.unit,
        unitSize: option.extent.parts.map { option.extent.full / $0 },
        megawatts: taken * option.extent.megawatts,
        megawattHours: taken * option.extent.megawattHours,
        outlay: taken * option.cost.outlay,
        costPerYear: taken * option.cost.perYear,
        worthOfOneMore: -cut.slopes[index] * step / share,
        share: taken
      )
    }
    let sizes = sized.options.map(\.extent.full)
    func told(_ cut: BoundCut, _ kind: PlanCut.Kind) -> PlanCut {
      PlanCut(
        kind: kind,
        constant: cut.constant,
        slopes: zip(cut.slopes, sizes).map { $0 / $1 }
      )
    }
    return PlanResult(
      options: planned,
      dispatch: best.result,
      grid: best.grid,
      present: present,
      goals: (choice.ofDispatch + choice.ofFigures).map(\.id),
      notHeld: choice.others,
      optionCost: optionCost,
      lowerBound: search.bound,
      boundOfSizes: options.aim == .outlay ? optionCost : best.result.lowerBound + optionCost,
      aim: options.aim,
      gapAsked: options.dispatch.gap,
      cuts: search.whole.cuts.map { told($0, .cost) }
        + search.whole.proofs.map { told($0, .feasibility) },
      messages: search.messages,
      stages: search.stages.stages
    )
  }

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
      solve: solve
    ).found()
    if missing.isEmpty {
      return .infeasible(reason: "no sizes of the options make the grid run in every hour")
    }
    return .outOfReach(missing)
  }
}
