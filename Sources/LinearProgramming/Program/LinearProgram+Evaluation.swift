extension LinearProgram {
  /// The number of stages: one more than the latest stage of a row or column.
  public var stageCount: Int {
    Int(max(columnStage.max() ?? -1, rowStage.max() ?? -1)) + 1
  }

  /// The objective at a point, summed with compensation.
  public func cost(of values: [Double]) -> Double {
    precondition(values.count == columnCount, "a point has one value a column")
    var sum = CompensatedSum()
    sum.add(objectiveConstant)
    for column in values.indices where cost[column] != 0 { sum.add(cost[column] * values[column]) }
    return sum.value
  }

  /// What a gap is relative to: the size of the cost, or of its positive terms, at least 1.
  public func costScale(of values: [Double]) -> Double {
    var positive = max(0, objectiveConstant)
    for column in values.indices { positive += max(0, cost[column] * values[column]) }
    return max(abs(cost(of: values)), positive, 1)
  }

  /// The activity `Σⱼ aᵢⱼ·xⱼ` of a row at a point.
  public func activity(ofRow row: Int, at values: [Double]) -> Double {
    var sum = CompensatedSum()
    for entry in rows.starts[row]..<rows.starts[row + 1] {
      sum.add(rows.values[entry] * values[Int(rows.indices[entry])])
    }
    return sum.value
  }

  /// Throws unless every number is one a solver can take.
  public func validate() throws(SolverError) {
    guard objectiveConstant.isFinite else {
      throw .invalidNumber(what: "the constant of cost", index: 0, value: "\(objectiveConstant)")
    }
    try FlatProgram.requireFinite(cost, "the cost of column")
    try FlatProgram.requireFinite(preference, "the preference of column")
    try FlatProgram.requireFinite(rows.values, "the coefficient of entry")
    try FlatProgram.requireOrder(columnLower, columnUpper, "column")
    try FlatProgram.requireOrder(rowLower, rowUpper, "row")
  }
}
