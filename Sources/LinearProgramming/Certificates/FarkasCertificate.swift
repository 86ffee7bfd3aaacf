/// Row multipliers that prove a program infeasible.
///
/// Any feasible x gives `y·(Ax)`, which lies between the least `y·r` over the row bounds and the
/// greatest `(Aᵀy)·x` over the column bounds. Where the first is above the second there is no x.
/// This is the certificate ``Certificate`` with every cost 0: a bound above 0 on a cost of 0.
public struct FarkasCertificate: Sendable, Equatable {
  /// A multiplier for each row, sanitised.
  public let multipliers: [Double]
  /// Least `y·r` over the rows minus greatest `(Aᵀy)·x` over the columns; above 0 in a proof.
  public let margin: Double
  /// The sum of the sizes of all terms, which the margin is to be judged against.
  public let scale: Double

  /// Whether the margin is clear of rounding.
  public var isProof: Bool { margin > 1e-9 * max(scale, 1e-300) && margin.isFinite }

  /// Checks the better of the multipliers and their opposite.
  public init(_ program: LinearProgram, multipliers: [Double]) {
    let plus = Self.check(program, multipliers)
    let minus = Self.check(program, multipliers.map { -$0 })
    let best = minus.margin > plus.margin ? minus : plus
    (self.multipliers, margin, scale) = (best.duals, best.margin, best.scale)
  }

  private static func check(
    _ program: LinearProgram,
    _ multipliers: [Double]
  ) -> (duals: [Double], margin: Double, scale: Double) {
    // Multipliers that are only rounding would ask an infinite bound for its product.
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    let clean = multipliers.map { abs($0) <= 1e-12 * largest ? 0 : $0 }
    let duals = Certificate.sanitised(clean, for: program)
    let zero = [Double](repeating: 0, count: program.columnCount)
    let reduced = Certificate.reducedCosts(program, cost: zero, rowDuals: duals)
    var (sum, scale) = (CompensatedSum(), 0.0)
    func add(_ slope: Double, _ lower: Double, _ upper: Double, rounding: Double) {
      let infinite = slope > 0 ? lower == -.infinity : slope < 0 && upper == .infinity
      if infinite, abs(slope) <= rounding { return }
      let term = Certificate.least(slope, lower: lower, upper: upper)
      sum.add(term)
      scale += abs(term)
    }
    for row in duals.indices {
      add(duals[row], program.rowLower[row], program.rowUpper[row], rounding: 0)
    }
    for column in reduced.indices {
      var size = 0.0
      for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
        let term = program.columns.values[entry] * duals[Int(program.columns.indices[entry])]
        size += abs(term)
      }
      let bounds = (program.columnLower[column], program.columnUpper[column])
      add(reduced[column], bounds.0, bounds.1, rounding: 1e-12 * size)
    }
    let margin = sum.value
    return (duals, margin.isNaN ? -.infinity : margin, scale)
  }
}
