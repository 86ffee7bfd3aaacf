/// A run of stages cut out of a program, as a program for the engine.
///
/// What lies outside is held: by its values in a primal window, by its duals in a dual one.
struct RollingWindow {
  /// The stages of the window.
  let stages: Range<Int>
  /// The program; the window's ranked rows and columns come first, in the order of their ranks.
  var program = FlatProgram()
  /// Keys of what follows the ranked rows and columns.
  var extraKeys: [Int32] = []

  init(stages: Range<Int>) { self.stages = stages }
}

/// What the two passes share: the program by stages and guidance.
struct RollingContext: Sendable {
  let program: LinearProgram
  let index: StagedIndex
  let guidance: Guidance
  /// Sanitised estimate of each row's dual.
  let rowDuals: [Double]
  /// The level at which each column without a stage is held.
  let globalLevels: [Double]

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
  }

  /// The stages from which columns and rows reach into those from one on.
  func reachBack(from stage: Int) -> Int { max(0, stage - index.span) }

  /// A column's cost less what the rows outside a window give it.
  func cost(
    of column: Int,
    outside stages: Range<Int>,
    pricesLongRows: Bool,
    dual: (_ row: Int) -> Double
  ) -> Double {
    var cost = program.cost[column]
    for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
      let row = Int(program.columns.indices[entry])
      let stage = Int(index.rowStage[row])
      guard stage < 0 ? pricesLongRows : !stages.contains(stage) else { continue }
      cost -= program.columns.values[entry] * dual(row)
    }
    return cost
  }

  /// What a unit of a column is worth, by guidance, to the rows from a stage on.
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
