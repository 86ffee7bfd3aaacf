/// Finds upper bounds that the rows and the other bounds imply.
///
/// The interior-point method makes a row of each two-sided bound, so one that is implied is left
/// out of its copy. A bound that justifies leaving out another one is kept.
enum ImpliedBounds {
  /// For each column whether its upper bound may be left out.
  static func redundantUpper(in program: LinearProgram) -> [Bool] {
    var redundant = [Bool](repeating: false, count: program.columnCount)
    var locked = [Bool](repeating: false, count: program.columnCount)
    for row in 0..<program.rowCount {
      let upper = program.rowUpper[row]
      if upper.isFinite { mark(row, 1, upper, program, &redundant, &locked) }
      let lower = program.rowLower[row]
      if lower.isFinite { mark(row, -1, -lower, program, &redundant, &locked) }
    }
    return redundant
  }

  /// Marks what `sign·(row) ≤ limit` implies.
  private static func mark(
    _ row: Int,
    _ sign: Double,
    _ limit: Double,
    _ program: LinearProgram,
    _ redundant: inout [Bool],
    _ locked: inout [Bool]
  ) {
    let entries = program.rows.starts[row]..<program.rows.starts[row + 1]
    guard entries.count <= 64 else { return }
    var least = 0.0
    for entry in entries {
      let column = Int(program.rows.indices[entry])
      let value = sign * program.rows.values[entry]
      if value < 0, redundant[column] { return }
      least += Certificate.least(
        value,
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
    }
    guard least.isFinite else { return }
    var found = false
    for entry in entries {
      let column = Int(program.rows.indices[entry])
      let value = sign * program.rows.values[entry]
      guard value > 0, !locked[column], program.columnUpper[column].isFinite else { continue }
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      guard lower.isFinite, upper > lower else { continue }
      let implied = (limit - (least - value * lower)) / value
      guard implied <= upper + 1e-9 * (abs(upper) + 1) else { continue }
      redundant[column] = true
      found = true
    }
    guard found else { return }
    for entry in entries where sign * program.rows.values[entry] < 0 {
      locked[Int(program.rows.indices[entry])] = true
    }
  }
}
