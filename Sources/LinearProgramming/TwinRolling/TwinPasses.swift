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
    let count = max(1, (index.stages + stretch / 2) / stretch)
    let knows = program.columnStage.indices.allSatisfy { context.guidance.levels[$0].isFinite }
    guard count > 1, knows, primal.longRows.havePaces else { return [0..<index.stages] }
    let keep = primal.window.keep
    let starts = (0..<count).map { $0 * index.stages / count / keep * keep } + [index.stages]
    return (0..<count).map { starts[$0]..<starts[$0 + 1] }
  }

  func run(_ log: inout WorkLog) throws(SolverError) -> Outcome {
    let stretches = stretches()
    let answers = try Workers.map(threads: threads, count: 2 * stretches.count) {
      number throws(SolverError) in
      guard number < stretches.count else {
        return try dual.run(stretches[number - stretches.count])
      }
      guard stretches.count > 1 else {
        return try primal.run(PrimalStretch(from: 0, earliest: 0, values: [], primal))
      }
      return try primal.run(PrimalStretch(guided: stretches[number], primal))
    }
    log.add(answers.map(\.seconds))
    var outcome = Outcome(
      values: context.globalLevels,
      duals: context.rowDuals,
      windowValues: context.globalLevels
    )
    let parts = answers.map(\.answer)
    for part in parts { outcome.iterations += part.iterations }
    let isDualDone = takeDuals(Array(parts[stretches.count...]), &outcome)
    try join(
      Array(parts[..<stretches.count]),
      stretches,
      isDualDone: isDualDone,
      &outcome,
      &log
    )
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
    _ stretches: [Range<Int>],
    isDualDone: Bool,
    _ outcome: inout Outcome,
    _ log: inout WorkLog
  ) throws(SolverError) {
    var joined = parts.prefix { $0.termination == .optimal }.count
    if joined < parts.count, parts[joined].termination != .infeasible || parts.count == 1 {
      outcome.termination = parts[joined].termination
      return
    }
    for part in parts[..<joined] {
      outcome.messages += part.messages
      take(part, to: &outcome.values)
    }
    let seams = stretches.dropFirst().map(\.lowerBound)
    joined = min(
      joined,
      try closeSeams(
        Array(seams.prefix(max(0, joined - 1))),
        allSeams: isDualDone ? seams : [],
        &outcome,
        &log
      )
    )
    if primal.stop.isRaised, joined < parts.count { outcome.termination = primal.stop.termination }
    guard outcome.termination == .optimal else { return }
    if joined < parts.count { try rollOn(from: stretches[joined].lowerBound, &outcome, &log) }
  }

  private func take(_ part: PassOutcome, to values: inout [Double]) {
    for place in part.vector.indices {
      values[Int(context.index.columnOrder[part.firstRank + place])] = part.vector[place]
    }
  }

  /// Solves the stages around seams anew; returns how many stretches now fit each other.
  private func closeSeams(
    _ seams: [Int],
    allSeams: [Int],
    _ outcome: inout Outcome,
    _ log: inout WorkLog
  ) throws(SolverError) -> Int {
    let closed = ClosedWindows(context: context, threads: threads, stop: primal.stop)
    let keep = primal.window.keep
    var (open, reach) = (Array(seams.indices), keep)
    for widening in 0...Self.widenings where !open.isEmpty || widening == 0 {
      let round = try closed.solve(
        primal: open.map { around(seams[$0], reach: reach) },
        dual: widening == 0 ? allSeams.map { $0 - keep..<$0 + keep } : [],
        values: outcome.values,
        duals: outcome.duals
      )
      (outcome.values, outcome.duals) = (round.values, round.duals)
      outcome.iterations += round.iterations
      log.add(round.seconds)
      open = round.unsolved.map { open[$0] }
      reach *= 2
    }
    return open.first.map { $0 + 1 } ?? seams.count + 1
  }

  private func around(_ seam: Int, reach: Int) -> Range<Int> {
    max(0, seam - reach)..<min(context.index.stages, seam + max(reach, context.index.span))
  }

  /// Rolls in one go through all stages from one on.
  private func rollOn(
    from stage: Int,
    _ outcome: inout Outcome,
    _ log: inout WorkLog
  ) throws(SolverError) {
    let values = context.index.columnOrder.map { outcome.values[Int($0)] }
    let stretch = PrimalStretch(
      from: stage,
      earliest: max(0, stage - primal.farthestBack),
      values: values,
      primal
    )
    let start = ContinuousClock.now
    let part = try primal.run(stretch)
    log.add([start.duration(to: .now) / .seconds(1)])
    outcome.iterations += part.iterations
    outcome.messages.append("from stage \(stage) on in one go")
    outcome.messages += part.messages
    outcome.termination = part.termination
    if part.termination == .optimal { take(part, to: &outcome.values) }
  }
}
