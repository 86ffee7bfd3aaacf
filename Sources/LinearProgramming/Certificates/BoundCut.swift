/// What some row duals prove of any values of some columns.
///
/// No point with the values s costs less than
///
///     L(y; s) = constant + Σ slopeₖ · sₖ
///
/// It is the certificate L(y) with those columns left open, so it holds for every s and for any y, exact or not.
package struct BoundCut: Sendable, Equatable {
  /// The bound where all those columns are 0.
  package let constant: Double
  /// What each of those columns adds to it.
  package let slopes: [Double]

  package init(constant: Double, slopes: [Double]) {
    (self.constant, self.slopes) = (constant, slopes)
  }

  /// The cut of row duals for columns of a program.
  package init(_ program: LinearProgram, rowDuals: [Double], columns: [Int]) {
    self.init(
      program,
      Certificate.sanitised(rowDuals, for: program),
      cost: program.cost,
      constant: program.objectiveConstant,
      columns
    )
  }

  /// What a proof of infeasibility says of any values: where the cut is above 0 there is no point.
  package init(_ program: LinearProgram, proof: FarkasCertificate, columns: [Int]) {
    let zero = [Double](repeating: 0, count: program.columnCount)
    self.init(program, proof.multipliers, cost: zero, constant: 0, columns)
  }

  private init(
    _ program: LinearProgram,
    _ duals: [Double],
    cost: [Double],
    constant: Double,
    _ columns: [Int]
  ) {
    var sum = CompensatedSum()
    sum.add(constant)
    for row in 0..<program.rowCount {
      sum.add(
        Certificate.least(duals[row], lower: program.rowLower[row], upper: program.rowUpper[row])
      )
    }
    let reduced = Certificate.reducedCosts(program, cost: cost, rowDuals: duals)
    let open = Set(columns)
    for column in 0..<program.columnCount where !open.contains(column) {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      sum.add(Certificate.least(reduced[column], lower: lower, upper: upper))
    }
    self.init(
      constant: sum.value.isNaN ? -.infinity : sum.value,
      slopes: columns.map { reduced[$0] }
    )
  }

  /// The bound for some values of the columns.
  package func value(at sizes: [Double]) -> Double {
    zip(slopes, sizes).reduce(constant) { $0 + $1.0 * $1.1 }
  }
}

extension LinearProgram {
  /// The program with some columns within other bounds.
  package func bounding(
    _ columns: [Int],
    within bounds: [ClosedRange<Double>]
  ) -> LinearProgram {
    var program = self
    for (column, range) in zip(columns, bounds) {
      program.columnLower[column] = range.lowerBound
      program.columnUpper[column] = range.upperBound
    }
    return program
  }

  /// The program where some rows ask for nothing.
  package func freeing(_ rows: some Sequence<Int>) -> LinearProgram {
    var program = self
    for row in rows { (program.rowLower[row], program.rowUpper[row]) = (-.infinity, .infinity) }
    return program
  }
}
