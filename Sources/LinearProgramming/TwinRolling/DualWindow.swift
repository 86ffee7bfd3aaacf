extension RollingWindow {
  /// A window of rows, with all columns that touch them, each within its own bounds only.
  ///
  /// The duals of rows outside are fixed: they take their part of the columns' costs.
  init(
    dualAt stages: Range<Int>,
    _ context: RollingContext,
    globalLevels: [Double],
    dual: (_ row: Int) -> Double
  ) {
    self.init(stages: stages)
    let (whole, index) = (context.program, context.index)
    let columnBase = index.columnStart[stages.lowerBound]
    let earlyBase = index.columnStart[context.reachBack(from: stages.lowerBound)]
    var early = [Int32](repeating: -1, count: columnBase - earlyBase)
    func add(_ column: Int) -> Int {
      program.addColumn(
        cost: context.cost(of: column, outside: stages, pricesLongRows: true, dual: dual),
        lower: whole.columnLower[column],
        upper: whole.columnUpper[column]
      )
    }
    for rank in columnBase..<index.columnStart[stages.upperBound] {
      _ = add(Int(index.columnOrder[rank]))
    }
    for rank in index.rowStart[stages.lowerBound]..<index.rowStart[stages.upperBound] {
      let row = Int(index.rowOrder[rank])
      var shift = 0.0
      for entry in whole.rows.starts[row]..<whole.rows.starts[row + 1] {
        let column = Int(whole.rows.indices[entry])
        let value = whole.rows.values[entry]
        let columnRank = Int(index.columnRank[column])
        if columnRank >= columnBase {
          program.add(value, column: columnRank - columnBase, row: program.rowCount)
        } else if columnRank >= earlyBase {
          if early[columnRank - earlyBase] < 0 {
            early[columnRank - earlyBase] = Int32(add(column))
            extraKeys.append(index.columnKey[columnRank])
          }
          program.add(value, column: Int(early[columnRank - earlyBase]), row: program.rowCount)
        } else {
          shift += value * globalLevels[column]
        }
      }
      program.addRow(lower: whole.rowLower[row] - shift, upper: whole.rowUpper[row] - shift)
    }
  }
}
