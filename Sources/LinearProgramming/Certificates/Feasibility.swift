/// How far a point is from satisfying a program, in the project's own arithmetic.
public struct Feasibility: Sendable, Equatable {
  /// The largest distance of a column from its bounds.
  public private(set) var boundViolation = 0.0
  /// The column where that is, if any.
  public private(set) var worstColumn: Int?
  /// The largest distance of a row's activity from its bounds.
  public private(set) var rowViolation = 0.0
  /// The row where that is, if any.
  public private(set) var worstRow: Int?

  /// Measures a point; a value that is not finite is infinitely far off.
  public init(of values: [Double], in program: LinearProgram) {
    precondition(values.count == program.columnCount, "a point has one value a column")
    for column in values.indices {
      let value = values[column]
      let off = max(program.columnLower[column] - value, value - program.columnUpper[column])
      let violation = value.isFinite ? off : .infinity
      if violation > boundViolation { (boundViolation, worstColumn) = (violation, column) }
    }
    for row in 0..<program.rowCount {
      let activity = program.activity(ofRow: row, at: values)
      let off = max(program.rowLower[row] - activity, activity - program.rowUpper[row])
      let violation = activity.isFinite ? off : .infinity
      if violation > rowViolation { (rowViolation, worstRow) = (violation, row) }
    }
  }

  /// The larger of the two violations.
  public var worst: Double { max(boundViolation, rowViolation) }
}
