/// A schedule found by short windows alone, kept for the case that time runs out before there is a better one.
///
/// No guidance prices what a window leaves behind, so it may be far from the optimum; it keeps every row.
struct FirstSchedule: Sendable {
  /// Windows of at most this many stages, and of about this many rows: their time grows with the square.
  private static let longest = 24
  private static let rows = 2_000

  private let pass: PrimalPass

  /// Whether a program is too large for one such window, so that a schedule by windows comes sooner.
  static func needsWindows(_ program: LinearProgram) -> Bool { program.rowCount > rows }

  /// The pass over a program; nil where it has no stages to roll through.
  init?(_ program: LinearProgram, rows: Int = rows, stop: StopSignal) {
    guard program.stageCount > 0 else { return nil }
    let index = StagedIndex(program)
    let stages = rows * program.stageCount / max(1, program.rowCount)
    let keep = min(max(1, stages * 2 / 3), Self.longest)
    pass = PrimalPass(
      context: RollingContext(program, index, guidance: Guidance(none: program)),
      window: .init(keep: keep, lookAhead: keep / 2),
      farthestBack: 4 * Self.longest,
      progress: PassProgress(.primal, of: index.stages, gap: nil, monitor: SolveMonitor()),
      stop: stop
    )
  }

  /// Finds the schedule and offers it; whether there is one.
  @discardableResult
  func offer(to incumbent: Incumbent) throws(SolverError) -> [Double]? {
    let values = try values()
    if let values { incumbent.offer(values, rowDuals: [], in: pass.context.program) }
    return values
  }

  /// Rolls through all stages; nil where a window has no point, a row that none has is unmet, or time is over.
  func values() throws(SolverError) -> [Double]? {
    let outcome = try pass.run(PrimalStretch(from: 0, earliest: 0, values: [], pass))
    guard outcome.termination == .optimal else { return nil }
    var values = pass.context.globalLevels
    for place in outcome.vector.indices {
      values[Int(pass.context.index.columnOrder[place])] = outcome.vector[place]
    }
    return pass.context.index.longRows.allSatisfy { isMet($0, by: values) } ? values : nil
  }

  /// Whether a row without a stage is met: no window has it where no column of it has a stage.
  private func isMet(_ row: Int, by values: [Double]) -> Bool {
    let program = pass.context.program
    let size = (program.rows.starts[row]..<program.rows.starts[row + 1]).reduce(1.0) {
      $0 + abs(program.rows.values[$1] * values[Int(program.rows.indices[$1])])
    }
    let activity = program.activity(ofRow: row, at: values)
    return max(program.rowLower[row] - activity, activity - program.rowUpper[row]) <= 1e-6 * size
  }
}
