/// Rolls through the stages for row duals, and so for a lower bound.
///
/// The duals of rows before a window are fixed: the columns that touch its rows carry their costs
/// less what those rows give them, each within its own bounds only. The duals of the first stages
/// are kept, the look-ahead is thrown away. Mirror image of ``PrimalPass``.
struct DualPass {
  let context: RollingContext
  let keep: Int
  let lookAhead: Int
  let monitor: SolveMonitor
  let stop: StopSignal

  func run() throws(SolverError) -> PassOutcome {
    let index = context.index
    var outcome = PassOutcome(vector: context.rowDuals)
    outcome.windowValues = context.globalLevels
    var library = BasisLibrary(context.program, index)
    var place = [Int32](repeating: -1, count: context.program.columnCount)
    let start = ContinuousClock.now
    var first = 0
    while first < index.stages {
      let end = min(first + keep + lookAhead, index.stages)
      let kept = end == index.stages ? end : first + keep
      let window = build(first..<end, duals: outcome.vector, place: &place)
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
      guard solution.termination == .optimal else {
        outcome.termination = solution.termination
        outcome.farkasMultipliers = spread(solution.farkasMultipliers, over: window)
        return outcome
      }
      if let basis = solution.basis { library.keep(basis, first: first, signature: signature) }
      let base = index.rowStart[first]
      for rank in base..<index.rowStart[kept] {
        outcome.vector[Int(index.rowOrder[rank])] = solution.rowDuals[rank - base]
      }
      let columnBase = index.columnStart[first]
      for rank in columnBase..<index.columnStart[kept] {
        outcome.windowValues[Int(index.columnOrder[rank])] = solution.values[rank - columnBase]
      }
      first = kept
      monitor.report(.dual, done: first, of: index.stages)
    }
    outcome.seconds = start.duration(to: .now) / .seconds(1)
    return outcome
  }

  private func build(
    _ stages: Range<Int>,
    duals: [Double],
    place: inout [Int32]
  ) -> RollingWindow {
    let (program, index) = (context.program, context.index)
    var window = RollingWindow(stages: stages)
    context.addColumns(to: &window)
    let columnBase = index.columnStart[stages.lowerBound]
    let earliest = index.columnStart[max(0, stages.lowerBound - index.span)]
    let rowBase = index.rowStart[stages.lowerBound]
    for rank in rowBase..<index.rowStart[stages.upperBound] {
      let row = Int(index.rowOrder[rank])
      var shift = 0.0
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let column = Int(program.rows.indices[entry])
        let columnRank = Int(index.columnRank[column])
        if columnRank >= columnBase {
          window.program.add(
            program.rows.values[entry],
            column: columnRank - columnBase,
            row: rank - rowBase
          )
        } else if columnRank >= earliest {
          if place[column] < 0 { place[column] = addEarly(column, to: &window, duals: duals) }
          window.program.add(
            program.rows.values[entry],
            column: Int(place[column]),
            row: rank - rowBase
          )
        } else if columnRank < 0 {
          shift += program.rows.values[entry] * context.globalLevels[column]
        }
      }
      window.program.addRow(
        lower: program.rowLower[row] - shift,
        upper: program.rowUpper[row] - shift
      )
    }
    for column in window.early { place[Int(column)] = -1 }
    return window
  }

  /// A column before the window, its cost less what the rows outside the window give it.
  private func addEarly(_ column: Int, to window: inout RollingWindow, duals: [Double]) -> Int32 {
    let (program, index) = (context.program, context.index)
    var cost = context.pricedCost[column]
    for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
      let row = Int(program.columns.indices[entry])
      let stage = Int(index.rowStage[row])
      guard stage >= 0, !window.stages.contains(stage) else { continue }
      cost -= program.columns.values[entry] * duals[row]
    }
    window.early.append(Int32(column))
    window.extraKeys.append(index.columnKey[Int(index.columnRank[column])])
    return Int32(
      window.program.addColumn(
        cost: cost,
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
    )
  }

  /// The proof that the rows of a window alone are infeasible proves it of the whole program.
  private func spread(_ multipliers: [Double]?, over window: RollingWindow) -> [Double]? {
    guard let multipliers else { return nil }
    var result = [Double](repeating: 0, count: context.program.rowCount)
    let base = context.index.rowStart[window.stages.lowerBound]
    for position in multipliers.indices {
      result[Int(context.index.rowOrder[base + position])] = multipliers[position]
    }
    return result
  }
}
