/// A lower bound on the optimum, checked in the project's own arithmetic.
///
///     L(y) = constant + Σ rows min { yᵢ·r : r in the row's bounds }
///                     + Σ columns min { (c − Aᵀy)ⱼ·x : x in the column's bounds }
///
/// L(y) is a lower bound for any y whatever, so a solver's duals need not be trusted. A dual of the
/// wrong sign on a row without that bound is set to 0 first.
public struct Certificate: Sendable {
  /// The sanitised row duals.
  public private(set) var rowDuals: [Double]
  /// The bound; −∞ where a column without a bound has a reduced cost that needs one.
  public private(set) var lowerBound: Double
  /// Columns that make the bound −∞, ascending.
  public private(set) var unboundedColumns: [Int] = []

  /// The certificate of some row duals.
  public init(_ program: LinearProgram, rowDuals duals: [Double]) {
    self.init(program, rowDuals: duals, cost: program.cost, constant: program.objectiveConstant)
  }

  init(_ program: LinearProgram, rowDuals duals: [Double], cost: [Double], constant: Double) {
    rowDuals = Self.sanitised(duals, for: program)
    var sum = CompensatedSum()
    sum.add(constant)
    for row in 0..<program.rowCount {
      sum.add(
        Self.least(rowDuals[row], lower: program.rowLower[row], upper: program.rowUpper[row])
      )
    }
    let reduced = Self.reducedCosts(program, cost: cost, rowDuals: rowDuals)
    for column in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let term = Self.least(reduced[column], lower: lower, upper: upper)
      if term == -.infinity { unboundedColumns.append(column) } else { sum.add(term) }
    }
    lowerBound = unboundedColumns.isEmpty ? sum.value : -.infinity
    if lowerBound.isNaN { lowerBound = -.infinity }
  }

  /// The gap between a cost and this bound, relative to the size of the cost.
  ///
  /// `(cost − L) / max(|cost|, Σ of the positive cost terms, 1)`, so that a negative cost does no
  /// harm. Never below 0.
  public func gap(of values: [Double], in program: LinearProgram) -> Double {
    let cost = program.cost(of: values)
    guard cost.isFinite, lowerBound.isFinite else { return .infinity }
    return max(0, (cost - lowerBound) / program.costScale(of: values))
  }

  /// How much each stage adds to `cost − L`; what is global comes last.
  ///
  /// The parts of a feasible point are never negative, and sum to `cost − L`.
  public func gapByStage(of values: [Double], in program: LinearProgram) -> [Double] {
    let stages = program.stageCount
    var parts = [Double](repeating: 0, count: stages + 1)
    let reduced = Self.reducedCosts(program, cost: program.cost, rowDuals: rowDuals)
    for column in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let least = Self.least(reduced[column], lower: lower, upper: upper)
      let stage = program.columnStage[column]
      parts[stage < 0 ? stages : Int(stage)] += reduced[column] * values[column] - least
    }
    for row in 0..<program.rowCount where rowDuals[row] != 0 {
      let activity = program.activity(ofRow: row, at: values)
      let least = Self.least(
        rowDuals[row],
        lower: program.rowLower[row],
        upper: program.rowUpper[row]
      )
      let stage = program.rowStage[row]
      parts[stage < 0 ? stages : Int(stage)] += rowDuals[row] * activity - least
    }
    return parts
  }

  /// `cⱼ − Σᵢ aᵢⱼ·yᵢ` for each column, each summed with compensation.
  static func reducedCosts(
    _ program: LinearProgram,
    cost: [Double],
    rowDuals: [Double]
  ) -> [Double] {
    var reduced = [Double](repeating: 0, count: program.columnCount)
    let (starts, indices, values) = (
      program.columns.starts, program.columns.indices, program.columns.values
    )
    for column in 0..<program.columnCount {
      var sum = CompensatedSum()
      sum.add(cost[column])
      for entry in starts[column]..<starts[column + 1] {
        sum.add(-values[entry] * rowDuals[Int(indices[entry])])
      }
      reduced[column] = sum.value
    }
    return reduced
  }

  static func sanitised(_ duals: [Double], for program: LinearProgram) -> [Double] {
    var result = [Double](repeating: 0, count: program.rowCount)
    for row in 0..<min(duals.count, program.rowCount) where duals[row].isFinite {
      if duals[row] > 0, program.rowLower[row] == -.infinity { continue }
      if duals[row] < 0, program.rowUpper[row] == .infinity { continue }
      result[row] = duals[row]
    }
    return result
  }

  /// The least of `slope·x` for x between two bounds.
  @inline(__always)
  static func least(_ slope: Double, lower: Double, upper: Double) -> Double {
    slope > 0 ? slope * lower : slope < 0 ? slope * upper : 0
  }
}
