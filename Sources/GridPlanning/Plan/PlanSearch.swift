import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming

/// The search for whole units: branch and bound over the sizes, and the best plan so far.
///
/// A *branch* is a box of sizes with the program's own sizes in it. Of the branch that may hold the cheapest plan whole
/// units near its sizes are dispatched and judged. Where they are not good enough it falls into two, beside the option
/// whose part of a unit costs most: no more than the units below it, and no fewer than those above. The program of all
/// hours is solved for each, and its duals bound the cost of all sizes.
struct PlanSearch {
  let context: PlanContext
  let choice: GoalChoice
  var sizes: BoxedSizes
  /// What is known of whole units.
  var whole: WholeSizes
  /// The goals that figures decide, beside the last schedule that missed one.
  var figures: FigureGoals
  let opposites: OppositeOptions
  /// What no plan costs less than, as far as is known.
  private(set) var bound: Double
  var stages: StageClock
  var best: PlanCandidate?
  private(set) var messages: [String] = []
  /// Sizes that were dispatched.
  var tried: [[Double]] = []
  private var open: [Branch]
  /// What no plan in branches that were given up costs less than.
  private var closed = Double.infinity
  /// Branches solved beyond the first.
  private var solvedBranches = 0

  /// Sizes that a part of the search allows, and what is known of them.
  struct Branch {
    let box: SizeBox
    /// The program's own sizes in the box.
    let target: [Double]
    /// The options that these are taken of, and those that were wanted on the way.
    let likely: [Bool]
    /// How many rules on shares they were found with.
    let figureCount: Int
    /// What no plan in the box costs less than.
    let bound: Double
  }

  /// A search that begins at the program's own sizes.
  init(
    _ context: PlanContext,
    _ choice: GoalChoice,
    _ program: SizedProgram,
    figures: FigureGoals,
    rows: [FigureRow],
    solved: SolveResult,
    stages: StageClock
  ) {
    (self.context, self.choice, self.figures) = (context, choice, figures)
    (bound, self.stages) = (solved.lowerBound, stages)
    sizes = BoxedSizes(context, choice, program, figureCount: rows.count)
    whole = WholeSizes(
      sized: context.sized,
      scale: program.program.costScale(of: solved.values),
      cuts: [program.cut(of: solved.rowDuals)],
      figures: rows
    )
    let target = program.shares(in: solved.values)
    open = [
      Branch(
        box: SizeBox(context.sized.options),
        target: target,
        likely: target.map { $0 > Self.nothing },
        figureCount: rows.count,
        bound: solved.lowerBound
      )
    ]
    opposites = OppositeOptions(context.sized.options, ties: context.sized.ties)
  }

  /// Adds a remark for the reader, once.
  mutating func tell(_ message: String) {
    if !messages.contains(message) { messages.append(message) }
  }

  /// Dispatches whole sizes and splits branches until the goals hold and the gap is met, or nothing better is known.
  mutating func seek() throws(SolverError) {
    try attempt(open[0])
    for _ in 0..<sizes.mostBranches where !isDone {
      guard let place = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { break }
      try split(open.remove(at: place))
      raiseBound()
      if context.monitor.isStopped { return }
    }
    if open.isEmpty, best?.holdsGoals != true {
      tell("no whole units of the options hold the goals")
    }
  }

  /// Whether the best plan is as good as is asked for.
  var isDone: Bool {
    guard let best, best.holdsGoals else { return false }
    return context.options.takesFractions || best.gap(to: bound) <= context.options.dispatch.gap
  }

  /// Takes what the branches prove of all whole units.
  private mutating func raiseBound() {
    guard !context.options.takesFractions else { return }
    let least = open.reduce(closed) { min($0, $1.bound) }
    guard let best, best.holdsGoals else {
      if least.isFinite { bound = max(bound, least) }
      return
    }
    if least > best.cost + 1e-4 * best.scale {
      tell("what was found of other sizes contradicts the plan and is not believed")
    } else {
      bound = max(bound, min(least, best.cost))
    }
  }

  /// A cost from which on a plan is not better than the best by more than the gap.
  private var enough: Double? {
    guard let best, best.holdsGoals else { return nil }
    return best.cost - context.options.dispatch.gap * best.scale
  }

  // MARK: - Branches

  /// Solves the two branches beside the option whose part of a unit costs most; the same branch again where its sizes
  /// break rules on shares that were found since, or with the least times of units where these were left out.
  private mutating func split(_ branch: Branch) throws(SolverError) {
    let options = context.sized.options
    if let option = dearestPart(of: branch.target), let parts = options[option].extent.parts {
      let taken = branch.target[option] * parts
      var boxes = branch.box.split(option, at: taken, of: parts)
      // The nearer first: its plan may close the other.
      if taken - taken.rounded(.down) > 0.5 { boxes.reverse() }
      for box in boxes { try enter(box, from: branch, beside: options[option].asset) }
    } else if branch.figureCount < whole.figures.count,
      whole.figures.contains(where: { $0.isBroken(at: branch.target) })
    {
      try enter(branch.box, from: branch)
    } else if sizes.stateTimes(whole.figures) {
      // Sizes that are whole and yet not good enough: what was left out of the program decides.
      try enter(branch.box, from: branch)
    } else {
      closed = min(closed, branch.bound)
    }
  }

  /// The option whose part of a unit costs most; nil where all that come in units are whole.
  private func dearestPart(of target: [Double]) -> Int? {
    guard !context.takesOwnSizes else { return nil }
    var dearest: (option: Int, cost: Double)?
    for (index, option) in context.sized.options.enumerated() {
      guard let parts = option.extent.parts else { continue }
      let taken = target[index] * parts
      let part = abs(taken - taken.rounded())
      let cost = part * max(abs(opposites.netCost(of: index)) / parts, 1e-6 * whole.scale)
      if part > 1e-4, cost > dearest?.cost ?? 0 { dearest = (index, cost) }
    }
    return dearest?.option
  }

  /// Solves the program in a box of sizes, unless what is known of them is enough, and tries whole units near.
  ///
  /// - Parameters:
  ///   - box: The sizes.
  ///   - branch: The branch that they are a part of.
  ///   - asset: The asset of which more or less is taken than there.
  /// - Throws: `SolverError` where the solver fails or was stopped.
  private mutating func enter(
    _ box: SizeBox,
    from branch: Branch,
    beside asset: String? = nil
  ) throws(SolverError) {
    var bound = max(branch.bound, try wholeBound(in: box))
    /// Whether the branch needs no look any more: there is no plan in it, or none that is much better than the best.
    func isClosed() -> Bool { bound >= enough ?? .infinity }
    guard !isClosed() else {
      closed = min(closed, bound)
      return
    }
    solvedBranches += 1
    let answered = try answer(
      in: box,
      likely: branch.likely,
      beside: asset,
      enough: enough,
      as: "sizes in branch \(solvedBranches)"
    )
    stages.end("sizes in a branch")
    if let solved = answered?.solved {
      let isImpossible = solved.infeasibility != nil
      bound = max(bound, try wholeBound(in: box), isImpossible ? .infinity : solved.lowerBound)
    }
    guard let answered, answered.solved.hasValues, !isClosed() else {
      closed = min(closed, bound)
      return
    }
    let target = sizes.program.shares(in: answered.solved.values)
    let found = Branch(
      box: box,
      target: target,
      likely: target.indices.map {
        target[$0] > Self.nothing || answered.active[$0] && !branch.likely[$0]
      },
      figureCount: sizes.figureCount,
      bound: bound
    )
    open.append(found)
    try attempt(found)
  }

  /// What all that is known proves of whole units in a box; of parts of units nothing.
  private func wholeBound(in box: SizeBox) throws(SolverError) -> Double {
    guard !context.takesOwnSizes else { return -.infinity }
    return try whole.bound(in: box, monitor: context.monitor) ?? -.infinity
  }

  /// Solves the program in a box and keeps what the answer says of all sizes; nil where it says nothing.
  mutating func answer(
    in box: SizeBox,
    likely: [Bool],
    beside asset: String? = nil,
    enough: Double? = nil,
    as task: String
  ) throws(SolverError) -> BoxedSizes.Answer? {
    sizes.state(whole.figures)
    let answered = try sizes.solve(
      BoxedSizes.Question(
        box: box,
        likely: likely,
        asset: asset,
        enough: enough,
        task: task,
        gap: best?.gap(to: bound)
      )
    )
    guard let answered else { return nil }
    let solved = answered.solved
    if let proof = solved.infeasibility {
      whole.proofs.append(sizes.program.cut(of: proof))
      return answered
    }
    guard solved.lowerBound.isFinite, !solved.rowDuals.isEmpty else { return nil }
    whole.cuts.append(sizes.program.cut(of: solved.rowDuals))
    return answered
  }

  /// Shares below which the interior point takes nothing: it ends a little above 0.
  static let nothing = 1e-4
}
