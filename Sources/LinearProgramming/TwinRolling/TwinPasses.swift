import Synchronization

/// A primal and a dual pass over all stages, cut into stretches that run side by side.
///
/// Each stretch begins from what guidance says stands before it. Where two meet, the stages around
/// the seam are solved again between what both have decided. Where that cannot be done, everything
/// from the seam on is rolled in one go. How the stages are cut depends on the program alone.
struct TwinPasses: Sendable {
  /// How often a seam without a feasible point is doubled.
  private static let widenings = 3

  let primal: PrimalPass
  let dual: DualPass
  /// The stages of a stretch, about.
  let stretch: Int
  let threads: Int

  /// What the passes found.
  struct Outcome: Sendable {
    /// How the primal pass ended; `values` are a feasible point where it is optimal.
    var termination = Termination.optimal
    var values: [Double]
    /// Row duals; those of guidance where the dual pass did not get.
    var duals: [Double]
    /// The values that the windows of the dual pass had.
    var windowValues: [Double]
    var farkasMultipliers: [Double]?
    var iterations = 0
    var messages: [String] = []
  }

  private var context: RollingContext { primal.context }

  /// The stretches of the stages: one where guidance cannot tell what stands between two.
  func stretches() -> [Range<Int>] {
    let (index, program) = (context.index, context.program)
    let keep = primal.window.keep
    // What is solved anew around a seam reaches as far as a window keeps, to both sides.
    let count = max(1, min((index.stages + stretch / 2) / stretch, index.stages / (2 * keep)))
    let knows = program.columnStage.indices.allSatisfy { context.guidance.levels[$0].isFinite }
    guard count > 1, knows, primal.longRows.havePaces else { return [0..<index.stages] }
    let starts = (0..<count).map { $0 * index.stages / count / keep * keep } + [index.stages]
    return (0..<count).map { starts[$0]..<starts[$0 + 1] }
  }

  /// Runs both passes; the schedule is whole, and offered, as soon as the primal one is through.
  func run(
    _ log: inout WorkLog,
    _ incumbent: Incumbent = Incumbent()
  ) throws(SolverError) -> Outcome {
    let stretches = stretches()
    let primalParts = PrimalParts(count: stretches.count)
    let answers = try Workers.map(threads: threads, count: 2 * stretches.count) {
      number throws(SolverError) in
      guard number < stretches.count else {
        return try dual.run(stretches[number - stretches.count])
      }
      let part = try primal.run(
        stretches.count > 1
          ? PrimalStretch(guided: stretches[number], primal)
          : PrimalStretch(from: 0, earliest: 0, values: [], primal)
      )
      // Whoever does the last one joins them: which thread that is bears on nothing.
      if let parts = primalParts.add(part, at: number) {
        let joined = try join(parts, stretches)
        if joined.termination == .optimal {
          incumbent.offer(joined.values, rowDuals: joined.duals, in: context.program)
        }
        primalParts.joined = joined
      }
      return part
    }
    log.add(answers.map(\.seconds))
    guard var outcome = primalParts.joined else { throw .staleProblem }
    let parts = answers.map(\.answer)
    for part in parts { outcome.iterations += part.iterations }
    let isDualDone = takeDuals(Array(parts[stretches.count...]), &outcome)
    if isDualDone { try closeDualSeams(stretches, &outcome, &log) }
    return outcome
  }

  /// Puts the duals of all stretches together; false where some are not known.
  private func takeDuals(_ parts: [PassOutcome], _ outcome: inout Outcome) -> Bool {
    let index = context.index
    for part in parts {
      for place in part.vector.indices {
        outcome.duals[Int(index.rowOrder[part.firstRank + place])] = part.vector[place]
      }
      for place in part.windowValues.indices {
        outcome.windowValues[Int(index.columnOrder[part.firstColumnRank + place])] =
          part.windowValues[place]
      }
      if outcome.farkasMultipliers == nil { outcome.farkasMultipliers = part.farkasMultipliers }
    }
    return parts.allSatisfy { $0.termination == .optimal }
  }

  /// Puts the values of all stretches together and closes the seams between them.
  private func join(
    _ parts: [PassOutcome],
    _ stretches: [Range<Int>]
  ) throws(SolverError) -> Outcome {
    var outcome = Outcome(
      values: context.globalLevels,
      duals: context.rowDuals,
      windowValues: context.globalLevels
    )
    var joined = parts.prefix { $0.termination == .optimal }.count
    if joined < parts.count, parts[joined].termination != .infeasible || parts.count == 1 {
      outcome.termination = parts[joined].termination
      return outcome
    }
    for part in parts[..<joined] {
      outcome.messages += part.messages
      take(part, to: &outcome.values)
    }
    let seams = stretches.dropFirst().prefix(max(0, joined - 1)).map(\.lowerBound)
    joined = min(joined, try closeSeams(seams, &outcome))
    if primal.stop.isRaised, joined < parts.count { outcome.termination = primal.stop.termination }
    guard outcome.termination == .optimal else { return outcome }
    if joined < parts.count { try rollOn(from: stretches[joined].lowerBound, &outcome) }
    return outcome
  }

  private func take(_ part: PassOutcome, to values: inout [Double]) {
    for place in part.vector.indices {
      values[Int(context.index.columnOrder[part.firstRank + place])] = part.vector[place]
    }
  }

  /// Solves the stages around seams anew; returns how many stretches now fit each other.
  private func closeSeams(_ seams: [Int], _ outcome: inout Outcome) throws(SolverError) -> Int {
    // The other threads are busy with the dual pass.
    let closed = ClosedWindows(context: context, threads: 1, stop: primal.stop)
    var (open, reach) = (Array(seams.indices), primal.window.keep)
    for _ in 0...Self.widenings where !open.isEmpty {
      let round = try closed.solve(
        primal: open.map { around(seams[$0], reach: reach) },
        dual: [],
        values: outcome.values,
        duals: []
      )
      outcome.values = round.values
      outcome.iterations += round.iterations
      open = round.unsolved.map { open[$0] }
      reach *= 2
    }
    return open.first.map { $0 + 1 } ?? seams.count + 1
  }

  /// Solves the stages around the seams of the dual pass anew.
  private func closeDualSeams(
    _ stretches: [Range<Int>],
    _ outcome: inout Outcome,
    _ log: inout WorkLog
  ) throws(SolverError) {
    let keep = primal.window.keep
    let closed = ClosedWindows(context: context, threads: threads, stop: primal.stop)
    let round = try closed.solve(
      primal: [],
      dual: stretches.dropFirst().map { $0.lowerBound - keep..<$0.lowerBound + keep },
      values: [],
      duals: outcome.duals
    )
    outcome.duals = round.duals
    outcome.iterations += round.iterations
    log.add(round.seconds)
  }

  private func around(_ seam: Int, reach: Int) -> Range<Int> {
    max(0, seam - reach)..<min(context.index.stages, seam + max(reach, context.index.span))
  }

  /// Rolls in one go through all stages from one on.
  private func rollOn(from stage: Int, _ outcome: inout Outcome) throws(SolverError) {
    let values = context.index.columnOrder.map { outcome.values[Int($0)] }
    let stretch = PrimalStretch(
      from: stage,
      earliest: max(0, stage - primal.farthestBack),
      values: values,
      primal
    )
    let part = try primal.run(stretch)
    outcome.iterations += part.iterations
    outcome.messages.append("from stage \(stage) on in one go")
    outcome.messages += part.messages
    outcome.termination = part.termination
    if part.termination == .optimal { take(part, to: &outcome.values) }
  }
}

/// The stretches of a primal pass as they come in, and what they are joined to.
///
/// A class because threads share it; its state is guarded by a lock.
private final class PrimalParts: Sendable {
  private let state: Mutex<(parts: [PassOutcome?], joined: TwinPasses.Outcome?)>

  init(count: Int) { state = Mutex(([PassOutcome?](repeating: nil, count: count), nil)) }

  /// Takes a stretch; all of them in order once none is missing.
  func add(_ part: PassOutcome, at number: Int) -> [PassOutcome]? {
    state.withLock { state in
      state.parts[number] = part
      let parts = state.parts.compactMap { $0 }
      return parts.count == state.parts.count ? parts : nil
    }
  }

  /// The schedule of all stretches.
  var joined: TwinPasses.Outcome? {
    get { state.withLock { $0.joined } }
    set { state.withLock { $0.joined = newValue } }
  }
}
