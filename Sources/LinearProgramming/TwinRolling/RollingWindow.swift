/// One window of a rolling pass, as a program for the engine.
struct RollingWindow {
  /// The stages of the window.
  let stages: Range<Int>
  /// The program; the window's ranked rows and columns come first, in the order of their ranks.
  var program = FlatProgram()
  /// Columns before the window that touch its rows; they follow the ranked columns.
  var early: [Int32] = []
  /// Keys of what follows the ranked rows and columns.
  var extraKeys: [Int32] = []

  init(stages: Range<Int>) { self.stages = stages }
}

/// What the two passes share: the program by stages, guidance, and the priced costs.
struct RollingContext: Sendable {
  let program: LinearProgram
  let index: StagedIndex
  let guidance: Guidance
  /// Sanitised estimate of each row's dual.
  let rowDuals: [Double]
  /// The level at which each column without a stage is held.
  let globalLevels: [Double]
  /// Costs less what rows without a stage are worth.
  let pricedCost: [Double]

  init(_ program: LinearProgram, _ index: StagedIndex, guidance: Guidance) {
    self.program = program
    self.index = index
    self.guidance = guidance
    rowDuals = Certificate.sanitised(guidance.rowDuals, for: program)
    var levels = [Double](repeating: 0, count: program.columnCount)
    for column in levels.indices where program.columnStage[column] < 0 {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let guess = guidance.levels[column]
      let rest = lower.isFinite ? lower : upper.isFinite ? upper : 0
      levels[column] = guess.isFinite ? min(max(guess, lower), upper) : rest
    }
    globalLevels = levels
    var priced = program.cost
    for row in index.longRows where rowDuals[row] != 0 {
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        priced[Int(program.rows.indices[entry])] -= program.rows.values[entry] * rowDuals[row]
      }
    }
    pricedCost = priced
  }

  /// Adds the ranked columns of a window; what they add to rows after it is priced by guidance.
  ///
  /// Rows without a stage are priced too, unless the window holds them to the end itself.
  func addColumns(to window: inout RollingWindow, pricesLongRows: Bool = true) {
    let (first, end) = (window.stages.lowerBound, window.stages.upperBound)
    let count = index.columnStart[end] - index.columnStart[first]
    window.program.cost.reserveCapacity(count)
    for rank in index.columnStart[first]..<index.columnStart[end] {
      let column = Int(index.columnOrder[rank])
      var cost = pricesLongRows ? pricedCost[column] : program.cost[column]
      if end < index.stages, Int(program.columnStage[column]) >= end - index.span {
        cost -= worthBeyond(end, of: column)
      }
      window.program.addColumn(
        cost: cost,
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
    }
  }

  /// What a unit of a column is worth to the rows from a stage on.
  func worthBeyond(_ end: Int, of column: Int) -> Double {
    var worth = 0.0
    for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
      let row = Int(program.columns.indices[entry])
      guard Int(index.rowStage[row]) >= end else { continue }
      worth += program.columns.values[entry] * rowDuals[row]
    }
    return worth
  }
}
