/// A run of stages that a primal pass decides, and what it begins from.
struct PrimalStretch: Sendable {
  /// The stages to decide.
  let stages: Range<Int>
  /// The first stage that widening may decide anew.
  let earliest: Int
  /// Whether what stands before `stages` is only guessed.
  let isGuessed: Bool
  /// The values before `stages`, by rank from `firstRank` on.
  let history: [Double]
  /// The rank of the first value.
  let firstRank: Int
  /// What rows without a stage leave to the stretch.
  let limits: LongRows.Limits

  /// All stages from one on, when those before it are decided; values by rank.
  init(from stage: Int, earliest: Int, values: [Double], _ pass: PrimalPass) {
    let index = pass.context.index
    stages = stage..<index.stages
    isGuessed = false
    self.earliest = earliest
    firstRank = index.columnStart[pass.context.reachBack(from: earliest)]
    history = Array(values[firstRank..<index.columnStart[stage]])
    limits = pass.longRows.limits(from: earliest, values: values)
  }

  /// A stretch that begins from what guidance says stands before it.
  init(guided stages: Range<Int>, _ pass: PrimalPass) {
    let context = pass.context
    let (index, program) = (context.index, context.program)
    self.stages = stages
    isGuessed = true
    earliest = stages.lowerBound
    firstRank = index.columnStart[context.reachBack(from: earliest)]
    history = (firstRank..<index.columnStart[earliest]).map { rank in
      let column = Int(index.columnOrder[rank])
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      return min(max(context.guidance.levels[column], lower), upper)
    }
    limits = pass.longRows.limits(ofStretch: stages)
  }
}

/// Rolls through stages for a feasible point, and so for an upper bound.
///
/// Everything before a window is fixed; its first stages are kept and the look-ahead is thrown
/// away. What its columns leave to the rows after it is priced by guidance.
struct PrimalPass: Sendable {
  let context: RollingContext
  let window: SolveOptions.Window
  /// Widening ends where a window would begin this many stages before what is decided.
  let farthestBack: Int
  let longRows: LongRows
  let guidedLevels: GuidedLevels
  let progress: PassProgress
  let stop: StopSignal

  init(
    context: RollingContext,
    window: SolveOptions.Window,
    steering: Double = 1,
    farthestBack: Int = 768,
    progress: PassProgress,
    stop: StopSignal
  ) {
    self.context = context
    self.window = window
    self.farthestBack = farthestBack
    longRows = LongRows(context, steering: steering)
    guidedLevels = GuidedLevels(steering: steering)
    self.progress = progress
    self.stop = stop
  }

  /// Decides a stretch; the outcome's vector holds its values by rank.
  func run(_ stretch: PrimalStretch) throws(SolverError) -> PassOutcome {
    let index = context.index
    let last = stretch.stages.upperBound
    var outcome = PassOutcome()
    var values = stretch.history
    values += [Double](
      repeating: 0,
      count: index.columnStart[last] - stretch.firstRank - values.count
    )
    var library = BasisLibrary(context.program, index)
    var (first, done, widenings) = (stretch.stages.lowerBound, stretch.stages.lowerBound, 0)
    while done < last {
      let end = min(done + window.keep + window.lookAhead * (1 + widenings), index.stages)
      let kept = end == index.stages ? last : min(done + window.keep, last)
      let open = build(first..<end, of: stretch, values: values)
      let signature = BasisLibrary.Signature(
        shapes: index.shape[first..<end],
        extraKeys: open.extraKeys
      )
      let basis = library.start(first: first, signature: signature)?
        .fitted(rows: open.program.rowCount, columns: open.program.columnCount)
      let solution = try Simplex.solve(
        open.program,
        options: Simplex.Options(basis: basis),
        stop: stop
      )
      outcome.windows += 1
      outcome.iterations += solution.iterations
      if solution.termination == .infeasible, first > stretch.earliest || end < index.stages,
        window.keep << widenings < farthestBack
      {
        // What was kept before leaves no way on: decide it again, seeing further.
        widenings += 1
        first = max(stretch.earliest, done - min(window.keep << widenings, farthestBack))
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
      let base = index.columnStart[first]
      for rank in base..<index.columnStart[kept] {
        let column = Int(index.columnOrder[rank])
        let (lower, upper) = (
          context.program.columnLower[column], context.program.columnUpper[column]
        )
        values[rank - stretch.firstRank] = min(max(solution.values[rank - base], lower), upper)
      }
      progress.add(kept - done)
      (first, done, widenings) = (kept, kept, 0)
    }
    outcome.firstRank = index.columnStart[stretch.earliest]
    outcome.vector = Array(values[(outcome.firstRank - stretch.firstRank)...])
    return outcome
  }

  private func build(
    _ stages: Range<Int>,
    of stretch: PrimalStretch,
    values: [Double]
  ) -> RollingWindow {
    let index = context.index
    let guessed = stretch.isGuessed ? stretch.earliest : nil
    var open = RollingWindow(openAt: stages, context, guessedBefore: guessed) { column in
      let rank = Int(index.columnRank[column])
      return rank < 0 ? context.globalLevels[column] : values[rank - stretch.firstRank]
    }
    longRows.add(to: &open, of: stretch, context: context, values: values)
    guidedLevels.add(to: &open, context: context)
    return open
  }
}
