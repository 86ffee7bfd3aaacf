/// Rolls through stages for row duals, and so for a lower bound.
///
/// The duals of rows before a window are fixed: the columns that touch its rows carry their costs
/// less what those rows give them, each within its own bounds only. The duals of the first stages
/// are kept, the look-ahead is thrown away. Mirror image of ``PrimalPass``.
struct DualPass: Sendable {
  let context: RollingContext
  let window: SolveOptions.Window
  let progress: PassProgress
  let stop: StopSignal

  /// Finds the duals of a stretch of stages, beginning from what guidance says of those before it.
  ///
  /// The outcome's vector holds them by rank, and `windowValues` the values that the columns had.
  func run(_ stretch: Range<Int>) throws(SolverError) -> PassOutcome {
    let index = context.index
    var outcome = PassOutcome()
    outcome.firstRank = index.rowStart[stretch.lowerBound]
    outcome.firstColumnRank = index.columnStart[stretch.lowerBound]
    var library = BasisLibrary(context.program, index)
    var first = stretch.lowerBound
    while first < stretch.upperBound {
      let end = min(first + window.keep + window.lookAhead, index.stages)
      let kept =
        end == index.stages ? stretch.upperBound : min(first + window.keep, stretch.upperBound)
      let (vector, firstRank) = (outcome.vector, outcome.firstRank)
      let opened = RollingWindow(
        dualAt: first..<end,
        context,
        globalLevels: context.globalLevels
      ) { row in
        let place = Int(index.rowRank[row]) - firstRank
        return place >= 0 && place < vector.count ? vector[place] : context.rowDuals[row]
      }
      let signature = BasisLibrary.Signature(
        shapes: index.shape[first..<end],
        extraKeys: opened.extraKeys
      )
      let basis = library.start(first: first, signature: signature)?
        .fitted(rows: opened.program.rowCount, columns: opened.program.columnCount)
      let solution = try Simplex.solve(
        opened.program,
        options: Simplex.Options(basis: basis),
        stop: stop
      )
      outcome.windows += 1
      outcome.iterations += solution.iterations
      guard solution.termination == .optimal else {
        outcome.termination = solution.termination
        outcome.farkasMultipliers = context.spread(solution.farkasMultipliers, over: opened)
        return outcome
      }
      if let basis = solution.basis { library.keep(basis, first: first, signature: signature) }
      outcome.vector += solution.rowDuals[..<(index.rowStart[kept] - index.rowStart[first])]
      outcome.windowValues +=
        solution.values[..<(index.columnStart[kept] - index.columnStart[first])]
      progress.add(kept - first)
      first = kept
    }
    return outcome
  }
}

extension RollingContext {
  /// The proof that the rows of a window alone are infeasible proves it of the whole program.
  func spread(_ multipliers: [Double]?, over window: RollingWindow) -> [Double]? {
    guard let multipliers else { return nil }
    var result = [Double](repeating: 0, count: program.rowCount)
    let base = index.rowStart[window.stages.lowerBound]
    for position in multipliers.indices {
      result[Int(index.rowOrder[base + position])] = multipliers[position]
    }
    return result
  }
}
