extension RollingWindow {
  /// A window whose past is decided and whose future is priced by guidance.
  ///
  /// Where the past is only guessed, up to a stage, its limits on the window are left out: they are
  /// kept when the seam is closed. Equations, such as those of stores, stay.
  init(
    openAt stages: Range<Int>,
    _ context: RollingContext,
    guessedBefore stage: Int?,
    value: (_ column: Int) -> Double
  ) {
    self.init(stages: stages)
    let reachesEnd = stages.upperBound == context.index.stages
    addColumns(context) { column in
      context.cost(of: column, outside: stages, pricesLongRows: !reachesEnd) {
        context.rowDuals[$0]
      }
    }
    let guessed = stage.map { context.index.columnStart[$0] } ?? 0
    addRows(of: stages, context, guessedBefore: guessed, value: value)
  }

  /// A window between a past and a future that are both decided; keeps every row it touches.
  ///
  /// Rows without a stage may use their part of what is left of them.
  init(
    closedAt stages: Range<Int>,
    _ context: RollingContext,
    shareOfSlack: Double,
    values: [Double]
  ) {
    self.init(stages: stages)
    let (program, index) = (context.program, context.index)
    addColumns(context) { program.cost[$0] }
    addRows(of: stages, context, guessedBefore: 0) { values[$0] }
    let ranks = index.columnStart[stages.lowerBound]..<index.columnStart[stages.upperBound]
    let beyond = stages.upperBound..<min(index.stages, stages.upperBound + index.span)
    for rank in index.rowStart[beyond.lowerBound]..<index.rowStart[beyond.upperBound] {
      addRow(Int(index.rowOrder[rank]), inside: ranks, context, shareOfSlack: 1, values: values)
    }
    for row in index.longRows {
      addRow(row, inside: ranks, context, shareOfSlack: shareOfSlack, values: values)
    }
  }

  private mutating func addColumns(_ context: RollingContext, cost: (_ column: Int) -> Double) {
    let (index, preference) = (context.index, context.program.preference)
    for rank in index.columnStart[stages.lowerBound]..<index.columnStart[stages.upperBound] {
      let column = Int(index.columnOrder[rank])
      program.addColumn(
        cost: cost(column),
        preference: preference.isEmpty ? 0 : preference[column],
        lower: context.program.columnLower[column],
        upper: context.program.columnUpper[column]
      )
    }
  }

  /// The rows of some stages, less what columns before the window give them.
  private mutating func addRows(
    of stages: Range<Int>,
    _ context: RollingContext,
    guessedBefore guessed: Int,
    value: (_ column: Int) -> Double
  ) {
    let (whole, index) = (context.program, context.index)
    let columnBase = index.columnStart[stages.lowerBound]
    for rank in index.rowStart[stages.lowerBound]..<index.rowStart[stages.upperBound] {
      let row = Int(index.rowOrder[rank])
      var (shift, isGuessed) = (0.0, false)
      for entry in whole.rows.starts[row]..<whole.rows.starts[row + 1] {
        let column = Int(whole.rows.indices[entry])
        let columnRank = Int(index.columnRank[column])
        if columnRank >= 0, columnRank < guessed { isGuessed = true }
        if columnRank >= columnBase {
          program.add(
            whole.rows.values[entry],
            column: columnRank - columnBase,
            row: program.rowCount
          )
        } else {
          shift += whole.rows.values[entry] * value(column)
        }
      }
      let (lower, upper) = (whole.rowLower[row] - shift, whole.rowUpper[row] - shift)
      let isLeftOut = isGuessed && lower < upper
      program.addRow(
        lower: isLeftOut ? -.infinity : lower,
        upper: isLeftOut ? .infinity : upper
      )
    }
  }

  /// A row that also columns after the window stand in; none where the window does not touch it.
  private mutating func addRow(
    _ row: Int,
    inside ranks: Range<Int>,
    _ context: RollingContext,
    shareOfSlack: Double,
    values: [Double]
  ) {
    let (whole, index) = (context.program, context.index)
    var (outside, inside, touches) = (CompensatedSum(), CompensatedSum(), false)
    for entry in whole.rows.starts[row]..<whole.rows.starts[row + 1] {
      let column = Int(whole.rows.indices[entry])
      let rank = Int(index.columnRank[column])
      let value = whole.rows.values[entry]
      guard ranks.contains(rank) else {
        outside.add(value * values[column])
        continue
      }
      touches = true
      inside.add(value * values[column])
      program.add(value, column: rank - ranks.lowerBound, row: program.rowCount)
    }
    guard touches else { return }
    let lower = whole.rowLower[row] - outside.value
    let upper = whole.rowUpper[row] - outside.value
    let kept = (1 - shareOfSlack) * inside.value
    program.addRow(lower: shareOfSlack * lower + kept, upper: shareOfSlack * upper + kept)
    extraKeys.append(Int32(row))
  }
}
