import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import Tables

/// The search for whole units: branch and bound over the sizes, and the best plan so far.
///
/// A *branch* is a box of sizes with the program's own sizes in it. Of the branch that may hold the cheapest plan whole
/// units near its sizes are dispatched and judged. Where they are not good enough it falls into two, beside the option
/// whose part of a unit costs most: no more than the units below it, and no fewer than those above. The program of all
/// hours is solved for each, and its duals bound the cost of all sizes.
struct PlanSearch {
  let context: PlanContext
  let choice: GoalChoice
  var whole: WholeSizes
  /// What no plan costs less than, as far as is known.
  private(set) var bound: Double
  var stages: StageClock
  private(set) var best: Candidate?
  private(set) var messages: [String] = []
  /// The program of all sizes, with the rules on shares that it was made with.
  private var program: SizedProgram
  private var statedFigures: Int
  private var open: [Branch]
  /// What no plan in branches that were given up costs less than.
  private var closed = Double.infinity
  private var tried: [[Double]] = []
  /// Branches solved beyond the first.
  private var branches = 0
  private let opposites: OppositeOptions

  /// Sizes that a part of the search allows, and what is known of them.
  private struct Branch {
    let box: SizeBox
    /// The program's own sizes in the box.
    var target: [Double]
    /// What no plan in the box costs less than.
    var bound: Double
  }

  init(
    _ context: PlanContext,
    _ choice: GoalChoice,
    _ program: SizedProgram,
    figures: [FigureRow],
    solved: SolveResult,
    stages: StageClock
  ) {
    (self.context, self.choice, self.program) = (context, choice, program)
    (bound, self.stages) = (solved.lowerBound, stages)
    whole = WholeSizes(
      sized: context.sized,
      scale: program.program.costScale(of: solved.values),
      cuts: [program.cut(of: solved.rowDuals)],
      figures: figures
    )
    statedFigures = figures.count
    open = [
      Branch(
        box: SizeBox(context.sized.options),
        target: program.shares(in: solved.values),
        bound: solved.lowerBound
      )
    ]
    opposites = OppositeOptions(context.sized.options, ties: context.sized.ties)
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

  /// Branches solved before the best plan so far is taken: the more the shorter the program.
  private var mostBranches: Int { min(400, max(24, Self.branchRows / max(rows, 1))) }
  private static let branchRows = 4_000_000
  /// Whole units dispatched in a branch where goals that figures decide are missed.
  private static let mostTries = 8

  private var rows: Int { program.program.rowCount }

  /// Whether a solution of the program takes as long as a dispatch or longer.
  private var isLong: Bool { rows > 100_000 }

  /// Shares below which nothing is taken.
  private static let nothing = 1e-9

  /// Adds a remark for the reader.
  mutating func tell(_ message: String) { messages.append(message) }

  // MARK: - Branches

  /// Dispatches whole sizes and splits branches until the goals hold and the gap is met, or nothing better is known.
  mutating func seek(_ figures: FigureGoals) throws(SolverError) {
    var figures = figures
    try attempt(open[0], &figures)
    for _ in 0..<mostBranches where !isDone {
      guard let place = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { break }
      try split(open.remove(at: place), &figures)
      raiseBound()
      if context.monitor.isStopped { return }
    }
    if open.isEmpty, best?.holdsGoals != true {
      messages.append("no whole units of the options hold the goals")
    }
  }

  /// Whether the best plan is as good as is asked for.
  private var isDone: Bool {
    guard let best, best.holdsGoals else { return false }
    return context.options.takesFractions || gap(of: best) <= context.options.dispatch.gap
  }

  /// Takes what the branches prove of all whole units.
  private mutating func raiseBound() {
    let least = open.reduce(closed) { min($0, $1.bound) }
    guard !context.options.takesFractions else { return }
    if let best, best.holdsGoals, least > best.cost + 1e-4 * scale(of: best) {
      messages.append("what was found of other sizes contradicts the plan and is not believed")
    } else if least.isFinite {
      let most = best?.holdsGoals == true ? best?.cost ?? least : least
      bound = max(bound, min(least, most))
    }
  }

  /// A cost from which on a plan is not wanted any more.
  private var enough: Double? {
    guard let best, best.holdsGoals else { return nil }
    return best.cost - context.options.dispatch.gap * scale(of: best)
  }

  /// Whether nothing that a bound leaves is better than the best plan by more than the gap.
  private func isTooDear(_ bound: Double) -> Bool {
    enough.map { bound >= $0 } ?? false
  }

  /// Solves the two branches beside the option whose part of a unit costs most; the same branch again where rules on
  /// shares were found since that its sizes break.
  private mutating func split(
    _ branch: Branch,
    _ figures: inout FigureGoals
  ) throws(SolverError) {
    let options = context.sized.options
    var dearest: (option: Int, cost: Double)?
    for (index, option) in options.enumerated() where !context.options.takesFractions {
      guard let parts = option.extent.parts else { continue }
      let taken = branch.target[index] * parts
      let part = abs(taken - taken.rounded())
      let least = whole.scale * 1e-6
      let cost = part * max(abs(opposites.netCost(of: index)) / parts, least)
      if part > 1e-4, cost > dearest?.cost ?? 0 { dearest = (index, cost) }
    }
    if let option = dearest?.option, let parts = options[option].extent.parts {
      let taken = branch.target[option] * parts
      var boxes = branch.box.split(option, at: taken, of: parts)
      // The nearer first: its plan may close the other.
      if taken - taken.rounded(.down) > 0.5 { boxes.reverse() }
      for box in boxes { try open(box, near: branch, beside: options[option].asset, &figures) }
    } else if whole.figures.contains(where: { $0.isBroken(at: branch.target) }),
      whole.figures.count > statedFigures
    {
      try open(branch.box, near: branch, beside: nil, &figures)
    } else {
      closed = min(closed, branch.bound)
    }
  }

  /// Solves the program in a box of sizes, unless what is known of them is enough.
  ///
  /// - Parameters:
  ///   - box: The sizes.
  ///   - branch: The branch that they are a part of.
  ///   - asset: The asset of which more or less is taken than there, so that its other options may follow.
  ///   - figures: The goals that figures decide, by which whole sizes in it are tried.
  /// - Throws: `SolverError` where the solver fails or was stopped.
  private mutating func open(
    _ box: SizeBox,
    near branch: Branch,
    beside asset: String?,
    _ figures: inout FigureGoals
  ) throws(SolverError) {
    let known = try wholeBound(in: box)
    var found = Branch(box: box, target: branch.target, bound: max(branch.bound, known))
    if found.bound == .infinity { return }
    if isTooDear(found.bound) {
      closed = min(closed, found.bound)
      return
    }
    branches += 1
    let solved = try solved(
      in: box,
      likely: branch.target,
      asset,
      enough: enough,
      as: "sizes in branch \(branches)"
    )
    stages.end("sizes in a branch")
    guard let solved, learn(from: solved) else {
      // Neither an answer nor a proof: what was known before is all there is.
      closed = min(closed, found.bound)
      return
    }
    guard solved.hasValues else {
      if solved.infeasibility == nil { closed = min(closed, solved.lowerBound) }
      return
    }
    found.target = program.shares(in: solved.values)
    found.bound = max(found.bound, try wholeBound(in: box), solved.lowerBound)
    guard found.bound < .infinity else { return }
    if isTooDear(found.bound) {
      closed = min(closed, found.bound)
      return
    }
    open.append(found)
    try attempt(found, &figures)
  }

  /// What all that is known proves of whole units in a box; of parts of units nothing.
  private func wholeBound(in box: SizeBox) throws(SolverError) -> Double {
    guard !context.options.takesFractions else { return -.infinity }
    return try whole.bound(in: box, monitor: context.monitor) ?? -.infinity
  }

  /// The program's answer in a box of sizes; nil where it has neither an answer nor a proof that there is none.
  private mutating func solved(
    in box: SizeBox,
    likely: [Double],
    _ asset: String? = nil,
    enough: Double? = nil,
    as task: String
  ) throws(SolverError) -> SolveResult? {
    let context = context.telling(task, gap: best.map(gap))
    if whole.figures.count > statedFigures {
      program = context.program(holding: choice, figures: whole.figures, statesTimes: false)
      statedFigures = whole.figures.count
    }
    let box = isLong ? box.loosened(SizePricing.little, of: context.sized.options) : box
    if context.isMany {
      let isLikely = likely.indices.map {
        likely[$0] > Self.nothing || box.least[$0] > 0 || context.sized.options[$0].asset == asset
      }
      let found = try context.solve(program, likely: isLikely, within: box, enough: enough)
      // With all options at once a short program has an answer, or a proof that there is none.
      if found != nil || rows > PlanContext.mostSimplexRows { return found }
    }
    var solving = context.solvingOnce
    solving.fallsBack = rows <= PlanContext.mostSimplexRows
    solving.provesInfeasibility = solving.fallsBack
    solving.enough = enough
    let bounded = program.program.bounding(program.columns, within: box.values)
    let solved = try Solver.solve(bounded, options: solving, monitor: context.monitor)
    if context.monitor.isStopped, !solved.lowerBound.isFinite { throw .stopped }
    return solved
  }

  /// Keeps what a solution or a proof says of all sizes; false where there is neither.
  private mutating func learn(from solved: SolveResult) -> Bool {
    if let proof = solved.infeasibility {
      whole.proofs.append(program.cut(of: proof))
      return true
    }
    guard solved.lowerBound.isFinite, !solved.rowDuals.isEmpty else { return false }
    whole.cuts.append(program.cut(of: solved.rowDuals))
    return true
  }

  // MARK: - Whole units

  /// Dispatches whole sizes near those of a branch, others where goals are missed that figures decide.
  private mutating func attempt(
    _ branch: Branch,
    _ figures: inout FigureGoals
  ) throws(SolverError) {
    for _ in 0..<Self.mostTries {
      guard let found = try sizes(figures, in: branch) else { return }
      // Shares beside whole units follow at once where that is quick.
      guard let shares = try isLong ? found : beside(found) else { return }
      guard let candidate = try attempt(shares) else { return }
      if candidate.missed.isEmpty {
        if !isDone, let better = try better(than: candidate, from: shares, in: branch) {
          _ = try attempt(better)
        }
        return
      }
      let names = candidate.missed.map(\.id).joined(separator: ", ")
      messages.append("sizes that the bounds allowed miss \(names); others were sought")
      figures = figures.beside(candidate.result.dispatch)
      whole.figures += try figures.rows(at: candidate.shares)
      if context.options.takesFractions { return }
    }
  }

  /// Sizes that may cost less than some that were rounded: those beside the same whole units as they cost least, or
  /// those of the program where none come in units.
  private mutating func better(
    than candidate: Candidate,
    from shares: [Double],
    in branch: Branch
  ) throws(SolverError) -> [Double]? {
    guard whole.hasUnits else {
      return zip(branch.target, context.sized.options).map { Self.settled($0, of: $1) }
    }
    guard isLong, candidate.cost - whole.bound(at: shares) > tolerance(of: candidate) else {
      return nil
    }
    return try beside(shares)
  }

  /// Half of the gap, in costs of a plan.
  private func tolerance(of candidate: Candidate) -> Double {
    context.options.dispatch.gap / 2 * scale(of: candidate)
  }

  /// Dispatches sizes; nil where they were dispatched before or have no schedule.
  private mutating func attempt(_ shares: [Double]) throws(SolverError) -> Candidate? {
    let shares = opposites.settled(shares)
    guard !context.monitor.isStopped, !tried.contains(shares) else { return nil }
    tried.append(shares)
    stages.end("whole units")
    let candidate = try dispatched(shares)
    stages.end("dispatch of the planned grid")
    if let candidate { keep(candidate) }
    return candidate
  }

  /// The next sizes of a branch to try, on which goals that figures decide hold.
  private mutating func sizes(
    _ figures: FigureGoals,
    in branch: Branch
  ) throws(SolverError) -> [Double]? {
    let options = context.sized.options
    if context.options.takesFractions {
      return zip(branch.target, options).map { Self.settled($0, of: $1) }
    }
    var last: [Double]?
    for _ in 0..<Self.mostTries {
      let found = try whole.shares(near: branch.target, in: branch.box, monitor: context.monitor)
      // Planes that do not move sizes any more say no more.
      guard let shares = found, shares != last else { return found }
      // A goal that bends with the sizes may be missed between the planes that are known.
      let isMissed = try figures.holds(at: shares).contains { $0.map { $0 < -1e-6 } ?? false }
      guard isMissed else { return shares }
      whole.figures += try figures.rows(at: shares)
      last = shares
    }
    return last
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
  /// Rounded as well they would leave a little short what whole units have just enough of.
  private mutating func beside(_ shares: [Double]) throws(SolverError) -> [Double]? {
    guard whole.isMixed, !context.options.takesFractions else { return shares }
    let options = context.sized.options
    let held = zip(shares, options).map { $1.extent.parts == nil ? nil : $0 }
    let solved = try solved(
      in: SizeBox(options).holding(held),
      likely: shares,
      as: "sizes beside whole units"
    )
    stages.end("sizes beside whole units")
    guard let solved, learn(from: solved) else { return shares }
    guard solved.hasValues else { return nil }
    let free = program.shares(in: solved.values)
    return options.indices.map {
      options[$0].extent.parts == nil ? Self.settled(free[$0], of: options[$0]) : shares[$0]
    }
  }

  // MARK: - Dispatches

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
    // Both threads work on the plan's own schedule, but where time may end before it is there.
    dispatching.seeksFirst = context.options.dispatch.timeLimit != nil
    let goals = model.goals.filter { goal in choice.ofDispatch.contains { $0.id == goal.id } }
    let outcome = try GoalDispatch.hold(
      goals,
      in: model,
      options: dispatching,
      monitor: context.monitor.named("schedule of plan \(tried.count)", gap: best.map(gap))
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
    (candidate.cost - bound) / scale(of: candidate)
  }

  /// What gaps of a plan are a share of.
  private func scale(of candidate: Candidate) -> Double {
    PlanResult.scale(
      of: candidate.result,
      optionCost: context.cost(of: candidate.shares),
      aim: context.options.aim
    )
  }
}
