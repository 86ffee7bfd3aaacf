extension Guidance {
  /// Hours in a block of the coarse program for an asked gap.
  ///
  /// Measured on a year of a grid with much wind and storage, first rung of windows: blocks of 8 h
  /// gave a gap of 0.22 %, of 6 h 0.12 %, of 4 h 0.06 % for three times the time of 6 h.
  private static func block(gap: Double) -> Int { gap >= 3e-3 ? 8 : 4 }

  /// The relative gap to which the coarse program is solved: below what blocks can tell of hours.
  private static let tolerance = 1e-5

  /// The part of the time that is left which finding guidance may take.
  private static let timeShare = 0.5

  /// The best guidance at hand: by blocks of hours, else by the lean program, else none.
  ///
  /// Blocks priced reservoirs and storage better than the hourly program without commitment did,
  /// in less time: they keep what commitment costs.
  static func found(
    for program: LinearProgram,
    _ index: StagedIndex,
    lean: LinearProgram?,
    gap: Double,
    stop: StopSignal
  ) throws(SolverError) -> (guidance: Guidance, messages: [String]) {
    let block = block(gap: gap)
    guard index.stages > 12 * block else { return (Guidance(none: program), []) }
    let limited = stop.secondsLeft.map { stop.limited(toSeconds: timeShare * $0) } ?? stop
    let coarse = CoarseProgram(program, block: block)
    let solution = try InteriorPoint.solve(
      coarse.program,
      tolerance: tolerance,
      stop: limited
    )
    if !solution.values.isEmpty { return (coarse.guidance(solution, for: program), []) }
    let message = "the program by blocks of hours gave no guidance"
    guard let lean, !limited.isRaised else { return (Guidance(none: program), [message]) }
    let other = try InteriorPoint.solve(lean, stop: limited)
    guard !other.values.isEmpty else { return (Guidance(none: program), [message]) }
    let guidance = Guidance(from: lean, rowDuals: other.rowDuals, values: other.values, to: program)
    return (guidance, [message])
  }
}
