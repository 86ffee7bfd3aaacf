import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import Tables

/// The search for whole units: what is known of sizes, and the best plan so far.
struct PlanSearch {
  let context: PlanContext
  let choice: GoalChoice
  var whole: WholeSizes
  /// The program's own sizes.
  let target: [Double]
  /// What no plan costs less than, as far as is known.
  var bound: Double
  var stages: StageClock
  /// What the costs of the program's own sizes add up to, which its gap is a share of.
  private let scale: Double
  /// The rows of the program that sizes come from.
  private let rows: Int
  private(set) var best: Candidate?
  private(set) var messages: [String] = []
  private var tried: [[Double]] = []
  /// Whether sizes are drawn to those of the program: until none but those tried come of it.
  ///
  /// By few bounds alone many sizes cost the same, and the whole units of the cheapest would stand at their ends.
  private var isDrawn = true
  /// Whether sizes beside whole units are only rounded: until sizes so found cost too much.
  private var isRounded = true
  private let opposites: OppositeOptions

  init(
    _ context: PlanContext,
    _ choice: GoalChoice,
    whole: WholeSizes,
    target: [Double],
    bound: Double,
    scale: Double,
    rows: Int,
    stages: StageClock
  ) {
    (self.context, self.choice, self.whole) = (context, choice, whole)
    (self.target, self.bound, self.stages) = (target, bound, stages)
    (self.scale, self.rows) = (scale, rows)
    opposites = OppositeOptions(context.sized.options)
  }

  /// Sizes with their dispatch.
  struct Candidate {
    let shares: [Double]
    let grid: GridModel
    let result: JudgedResult
    /// What it costs as the program counts it.
    let cost: Double
    /// The goals to be held that are missed.
    let missed: [Goal]

    var holdsGoals: Bool { missed.isEmpty }
  }

  /// Programs solved beyond the first, with sizes held, before the best plan so far is taken: the more the shorter.
  private var mostRounds: Int { min(60, max(3, Self.roundRows / max(rows, 1))) }
  private static let roundRows = 1_000_000

  /// Adds a remark for the reader.
  mutating func tell(_ message: String) { messages.append(message) }

  /// Dispatches whole sizes until their goals hold and the gap is met, or nothing better is known.
  mutating func seek(_ figures: FigureGoals) throws(SolverError) {
    var figures = figures
    for _ in 0...mostRounds {
      guard let found = try sizes(figures) else {
        messages.append("no whole units of the options hold the goals")
        return
      }
      // Whole units that hold no schedule are excluded by then.
      guard let shares = try beside(found).map(opposites.settled) else { continue }
      guard !context.monitor.isStopped, isDrawn || !tried.contains(shares) else {
        try tighten()
        return
      }
      guard !tried.contains(shares) else {
        if isRounded, !(try bound(shares)) { return }
        (isDrawn, isRounded) = (false, false)
        continue
      }
      tried.append(shares)
      stages.end("whole units")
      let candidate = try dispatched(shares)
      stages.end("dispatch of the planned grid")
      if let candidate { keep(candidate) }
      if let candidate, candidate.holdsGoals, gap(of: candidate) <= context.options.dispatch.gap {
        return
      }
      if context.options.takesFractions, candidate?.holdsGoals == true { return }
      if let candidate, !candidate.missed.isEmpty {
        let names = candidate.missed.map(\.id).joined(separator: ", ")
        messages.append("sizes that the bounds allowed miss \(names); others were sought")
        figures = figures.beside(candidate.result.dispatch)
        whole.figures += try figures.rows(at: shares)
        // As cheap as is asked for: what their goals lack is not far.
        if isRounded, gap(of: candidate) <= context.options.dispatch.gap { continue }
      }
      isRounded = false
      guard try bound(shares) else { return }
      stages.end("bound of other sizes")
      try tighten()
      if let best, best.holdsGoals, gap(of: best) <= context.options.dispatch.gap { return }
    }
  }

  /// Takes what the bounds known so far prove of all whole units.
  private mutating func tighten() throws(SolverError) {
    guard let best, best.holdsGoals, !context.options.takesFractions,
      let proved = try whole.bound(near: target, monitor: context.monitor)
    else { return }
    bound = max(bound, proved)
  }

  /// The next sizes to try, on which goals that figures decide hold.
  private mutating func sizes(_ figures: FigureGoals) throws(SolverError) -> [Double]? {
    for _ in 0..<8 {
      let found =
        context.options.takesFractions && tried.isEmpty
        ? zip(target, context.sized.options).map { Self.settled($0, of: $1) }
        : try whole.shares(
          near: target,
          isDrawn: isDrawn,
          monitor: context.monitor
        )
      guard let shares = found else { return nil }
      // A goal that bends with the sizes may be missed between the planes that are known.
      let isMissed = try figures.holds(at: shares).contains { $0.map { $0 < -1e-6 } ?? false }
      guard isMissed, !context.options.takesFractions else { return shares }
      whole.figures += try figures.rows(at: shares)
    }
    return try whole.shares(
      near: target,
      isDrawn: isDrawn,
      monitor: context.monitor
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

  /// Sizes with those of which any share can be taken as they cost least beside the whole units; nil where these hold
  /// no schedule.
  ///
  /// Rounded as well they would leave a little short what whole units have just enough of. In a long program
  /// the first sizes are only rounded where the bounds leave them a chance: that often leaves less than the gap asked
  /// for, and saves a solution of all hours.
  private mutating func beside(_ shares: [Double]) throws(SolverError) -> [Double]? {
    guard whole.isMixed, !context.options.takesFractions else { return shares }
    guard !isLong || !isRounded || isTooDear(shares) else { return shares }
    let options = context.sized.options
    let isHeld = options.map { $0.extent.parts != nil }
    let program = context.program(
      holding: choice,
      figures: whole.figures,
      statesTimes: false
    )
    let solved = try solved(program, beside: shares, isHeld)
    stages.end("sizes beside whole units")
    if let proof = solved.infeasibility {
      whole.proofs.append(program.cut(of: proof))
      return nil
    }
    guard solved.hasValues else { return shares }
    whole.cuts.append(program.cut(of: solved.rowDuals))
    let free = program.shares(in: solved.values)
    return options.indices.map {
      options[$0].extent.parts == nil ? Self.settled(free[$0], of: options[$0]) : shares[$0]
    }
  }

  /// Whether a solution of the program takes as long as a dispatch or longer.
  private var isLong: Bool { rows > Self.roundRows / 10 }

  /// Whether sizes cost too much for the gap by the bounds known alone.
  private func isTooDear(_ shares: [Double]) -> Bool {
    let least = whole.cuts.map { $0.value(at: shares) }.max() ?? bound
    return least - bound > context.options.dispatch.gap / 2 * scale
  }

  /// The program with some shares held; of many options without those that are held at 0 or were not taken so far.
  private func solved(
    _ program: SizedProgram,
    beside shares: [Double],
    _ isHeld: [Bool]
  ) throws(SolverError) -> SolveResult {
    // In a long program a little of what is all gone is left, so that there is something to move.
    let inside = zip(shares, context.sized.options).map { share, option in
      isLong && share >= option.extent.most ? share * (1 - SizePricing.little) : share
    }
    let values = SizedProgram.values(of: inside)
    let isActive = shares.indices.map { index in
      shares[index] > 0 || context.sized.options[index].extent.least > 0
    }
    if context.isMany, isActive.contains(false) {
      return try SizePricing(program.program, sizes: program.columns).solve(
        active: isActive,
        held: zip(values, isHeld).map { $1 ? $0 : nil },
        options: context.solvingOnce,
        monitor: context.monitor
      ).result
    }
    let held = shares.indices.filter { isHeld[$0] }
    return try context.solve(
      program.program.holding(held.map { program.columns[$0] }, at: held.map { values[$0] })
    )
  }

  private mutating func dispatched(_ shares: [Double]) throws(SolverError) -> Candidate? {
    let planned = PlannedChanges(context.sized, taking: shares)
    var model = context.sized.grid(taking: shares)
    if let reading = context.reading {
      do throws(InputError) { model = try reading(planned.settings) } catch {
        messages.append(
          "sizes that make no model were left: \(error.issues.first.map(\.description) ?? "")"
        )
        return nil
      }
    }
    var dispatching = context.options.dispatch
    // Half of the gap is left to whole units; so narrow a gap, with goals as rules, is sooner met by all hours at once.
    dispatching.gap = context.options.dispatch.gap / 2
    if dispatching.method == .auto { dispatching.method = .exact }
    dispatching.givesUp = isLong
    let goals = model.goals.filter { goal in choice.ofDispatch.contains { $0.id == goal.id } }
    let outcome = try GoalDispatch.hold(
      goals,
      in: model,
      options: dispatching,
      monitor: context.monitor
    )
    guard case .solved(let result) = outcome else { return nil }
    let missed = choice.held.filter { goal in
      !result.verdicts.contains { $0.goal.id == goal.id && $0.verdict == .pass }
    }
    let outlay = context.cost(of: shares)
    return Candidate(
      shares: shares,
      grid: model,
      result: result,
      cost: context.options.aim == .outlay
        ? outlay : result.cost + outlay + context.extra(of: result.dispatch, choice),
      missed: missed
    )
  }

  private mutating func keep(_ candidate: Candidate) {
    guard let now = best else {
      best = candidate
      return
    }
    let isBetter =
      candidate.holdsGoals == now.holdsGoals ? candidate.cost < now.cost : candidate.holdsGoals
    if isBetter { best = candidate }
  }

  private func gap(of candidate: Candidate) -> Double {
    let optionCost = context.cost(of: candidate.shares)
    let aim = context.options.aim
    return (candidate.cost - bound)
      / PlanResult.scale(of: candidate.result, optionCost: optionCost, aim: aim)
  }

  /// Bounds the cost of sizes that are not good enough, so that others come next; false where that is no use.
  private mutating func bound(_ shares: [Double]) throws(SolverError) -> Bool {
    let program = context.program(holding: choice, statesTimes: false)
    // A bound that is missing ends the search; simplex would take far longer than all before.
    var solving = context.solvingOnce
    solving.provesInfeasibility = program.program.rowCount <= PlanContext.mostSimplexRows
    // A little inside, so that what is all gone or all taken still has duals that say what more or less of it is worth.
    let inside = shares.map { $0 * (1 - SizePricing.little) }
    let values = SizedProgram.values(of: inside)
    let taken = zip(shares, context.sized.options).map { $0 > 0 || $1.extent.least > 0 }
    if context.isMany, taken.contains(false) {
      let answer = try SizePricing(program.program, sizes: program.columns).solve(
        active: taken,
        held: values,
        options: solving,
        monitor: context.monitor
      )
      if answer.result.hasValues {
        whole.cuts.append(program.cut(of: answer.result.rowDuals))
        return true
      }
    }
    let all = zip(inside, context.sized.options).map { share, option in
      share > 0
        ? share
        : max(option.extent.least, SizePricing.little * option.extent.most / Double(shares.count))
    }
    let solved = try Solver.solve(
      program.program.holding(program.columns, at: SizedProgram.values(of: all)),
      options: solving,
      monitor: context.monitor
    )
    if let proof = solved.infeasibility {
      whole.proofs.append(program.cut(of: proof))
      return true
    }
    guard solved.lowerBound.isFinite, !solved.rowDuals.isEmpty else { return false }
    whole.cuts.append(program.cut(of: solved.rowDuals))
    return true
  }
}
