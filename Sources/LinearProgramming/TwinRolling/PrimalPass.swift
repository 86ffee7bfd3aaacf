/// Rolls through the stages for a feasible point, and so for an upper bound.
///
/// Everything before a window is fixed; its first stages are kept and the look-ahead is thrown
/// away. What its columns leave to the rows after it is priced by guidance.
struct PrimalPass {
  let context: RollingContext
  /// Widening ends where a window would begin this many stages before what is decided.
  let farthestBack: Int

  let longRows: LongRows
  let slowLevels: SlowLevels
  let keep: Int
  let lookAhead: Int
  let monitor: SolveMonitor
  let stop: StopSignal

  init(
    context: RollingContext,
    keep: Int,
    lookAhead: Int,
    steering: Double = 1,
    farthestBack: Int = 768,
    monitor: SolveMonitor,
    stop: StopSignal
  ) {
    self.context = context
    longRows = LongRows(context, steering: steering)
    slowLevels = SlowLevels(context, steering: steering)
    self.farthestBack = farthestBack
    self.keep = keep
    self.lookAhead = lookAhead
    self.monitor = monitor
    self.stop = stop
  }

  func run() throws(SolverError) -> PassOutcome {
    let index = context.index
    var outcome = PassOutcome(vector: context.globalLevels)
    var library = BasisLibrary(context.program, index)
    let start = ContinuousClock.now
    var (first, done, widenings) = (0, 0, 0)
    while done < index.stages {
      let end = min(done + keep + lookAhead * (1 + widenings), index.stages)
      let kept = end == index.stages ? end : done + keep
      let window = build(first..<end, values: outcome.vector)
      let signature = BasisLibrary.Signature(
        shapes: index.shape[first..<end],
        extraKeys: window.extraKeys
      )
      let basis = library.start(first: first, signature: signature)?
        .fitted(rows: window.program.rowCount, columns: window.program.columnCount)
      let solution = try Simplex.solve(
        window.program,
        options: Simplex.Options(basis: basis),
        stop: stop
      )
      outcome.windows += 1
      outcome.iterations += solution.iterations
      if solution.termination == .infeasible, first > 0 || end < index.stages,
        keep << widenings < farthestBack
      {
        // What was kept before leaves no way on: decide it again, seeing further.
        widenings += 1
        first = max(0, done - min(keep << widenings, farthestBack))
        continue
      }
      guard solution.termination == .optimal else {
        outcome.termination = solution.termination
        return outcome
      }
      if widenings > 0 { outcome.messages.append("stages \(first)..<\(end) were solved together") }
      if widenings == 0, let basis = solution.basis {
        library.keep(basis, first: first, signature: signature)
      }
      keepValues(solution.values, from: first, to: kept, in: &outcome.vector)
      (first, done, widenings) = (kept, kept, 0)
      monitor.report(.primal, done: done, of: index.stages)
    }
    outcome.seconds = start.duration(to: .now) / .seconds(1)
    return outcome
  }

  private func keepValues(
    _ solved: [Double],
    from first: Int,
    to kept: Int,
    in values: inout [Double]
  ) {
    let (program, index) = (context.program, context.index)
    let base = index.columnStart[first]
    for rank in base..<index.columnStart[kept] {
      let column = Int(index.columnOrder[rank])
      values[column] = min(
        max(solved[rank - base], program.columnLower[column]),
        program.columnUpper[column]
      )
    }
  }

  private func build(_ stages: Range<Int>, values: [Double]) -> RollingWindow {
    let (program, index) = (context.program, context.index)
    var window = RollingWindow(stages: stages)
    context.addColumns(to: &window, pricesLongRows: stages.upperBound < index.stages)
    let columnBase = index.columnStart[stages.lowerBound]
    let rowBase = index.rowStart[stages.lowerBound]
    for rank in rowBase..<index.rowStart[stages.upperBound] {
      let row = Int(index.rowOrder[rank])
      var shift = 0.0
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let column = Int(program.rows.indices[entry])
        let columnRank = Int(index.columnRank[column])
        let value = program.rows.values[entry]
        if columnRank >= columnBase {
          window.program.add(value, column: columnRank - columnBase, row: rank - rowBase)
        } else {
          shift += value * values[column]
        }
      }
      window.program.addRow(
        lower: program.rowLower[row] - shift,
        upper: program.rowUpper[row] - shift
      )
    }
    longRows.add(to: &window, context: context, values: values)
    slowLevels.add(to: &window, context: context)
    return window
  }
}
