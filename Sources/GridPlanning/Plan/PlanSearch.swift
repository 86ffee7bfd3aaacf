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
  let scale: Double
  /// The rows of the program that sizes come from.
  let rows: Int
  private(set) var best: Candidate?
  private(set) var messages: [String] = []
  var tried: [[Double]] = []
  /// Whether sizes are drawn to those of the program: until none but those tried come of it.
  ///
  /// By few bounds alone many sizes cost the same, and the whole units of the cheapest would stand at their ends.
  var isDrawn = true
  /// Whether sizes beside whole units are only rounded: until sizes so found cost too much.
  var isRounded = true
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

  /// Programs solved beyond the first, with sizes held, before the best plan so far is taken: the more the shorter.
  private var mostRounds: Int { min(60, max(3, Self.roundRows / max(rows, 1))) }
  static let roundRows = 1_000_000

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
      let isRepeated = tried.contains(shares)
      guard !context.monitor.isStopped, isDrawn || !isRepeated else {
        try tighten()
        return
      }
      if isRepeated {
        // Only sizes that were rounded are not bounded yet.
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

  func gap(of candidate: Candidate) -> Double {
    let optionCost = context.cost(of: candidate.shares)
    let aim = context.options.aim
    return (candidate.cost - bound)
      / PlanResult.scale(of: candidate.result, optionCost: optionCost, aim: aim)
  }
}
