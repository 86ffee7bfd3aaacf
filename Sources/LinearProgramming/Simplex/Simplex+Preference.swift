/// Among optima the preferred one.
///
/// Cost comes first and is whole: what is preferred is asked for only when the optimum is found, of the points that
/// have its cost. By the duals y of the optimum and its reduced costs d, these are the points in which
///
///     xⱼ = its bound where dⱼ ≠ 0,    rowᵢ = its bound where yᵢ ≠ 0
///
/// Over them the preference is minimised from the basis at hand. Duals, bound and basis stay those of the cost.
extension Simplex {
  /// A reduced cost is none below this part of the terms that make it up.
  private static let tolerance = 1e-9
  /// How much of its size the cost may change: the accuracy of the sum.
  private static let costTolerance = 1e-9

  /// Moves an optimum to the preferred point of its cost; leaves it where that does not succeed.
  static func prefer(
    _ problem: inout GLPKProblem,
    _ program: FlatProgram,
    _ solution: inout Solution,
    stop: StopSignal
  ) throws(SolverError) {
    guard solution.termination == .optimal, !program.preference.isEmpty else { return }
    guard let basis = solution.basis, let face = OptimalFace(program, solution, basis, tolerance)
    else { return }
    do throws(SolverError) {
      try problem.setColumnBounds(lower: face.columnLower, upper: face.columnUpper)
      try problem.setRowBounds(lower: face.rowLower, upper: face.rowUpper)
      try problem.setCost(program.preference)
      let limit = 10 * (program.rowCount + 500)
      _ = try problem.simplex(.primal, longStep: false, iterationLimit: limit, stop: stop)
    } catch .stopped {
      return
    }
    let point = try problem.readSimplex()
    guard point.primalStatus == .feasible, program.isMet(by: point.values) else { return }
    var (change, size, preferred) = (CompensatedSum(), 1.0, CompensatedSum())
    for column in point.values.indices {
      let moved = point.values[column] - solution.values[column]
      change.add(program.cost[column] * moved)
      preferred.add(program.preference[column] * moved)
      size += abs(program.cost[column] * solution.values[column])
    }
    guard abs(change.value) <= costTolerance * size, preferred.value < 0 else { return }
    solution.values = point.values
    solution.iterations = max(solution.iterations, point.iterations)
  }
}

/// The points of the cost of an optimum, as bounds of columns and rows.
private struct OptimalFace {
  var columnLower: [Double]
  var columnUpper: [Double]
  var rowLower: [Double]
  var rowUpper: [Double]

  /// The face of an optimum; nil where nothing that is preferred can move on it.
  init?(_ program: FlatProgram, _ solution: Solution, _ basis: Basis, _ tolerance: Double) {
    (columnLower, columnUpper) = (program.columnLower, program.columnUpper)
    (rowLower, rowUpper) = (program.rowLower, program.rowUpper)
    guard solution.rowDuals.count == program.rowCount else { return nil }
    let basic = Basis.Status.basic.rawValue
    var reduced = program.cost
    var size = program.cost.map { 1 + abs($0) }
    for entry in program.entryRow.indices {
      let term = program.entryValue[entry] * solution.rowDuals[Int(program.entryRow[entry])]
      reduced[Int(program.entryColumn[entry])] -= term
      size[Int(program.entryColumn[entry])] += abs(term)
    }
    var canMove = false
    for column in reduced.indices {
      let isFixed = columnLower[column] == columnUpper[column]
      if basis.columns[column] != basic, abs(reduced[column]) > tolerance * size[column] {
        let isAtUpper = basis.columns[column] == Basis.Status.atUpper.rawValue
        let bound = isAtUpper ? columnUpper[column] : columnLower[column]
        if bound.isFinite { (columnLower[column], columnUpper[column]) = (bound, bound) }
      } else if !isFixed, program.preference[column] != 0 {
        canMove = true
      }
    }
    guard canMove else { return nil }
    for row in rowLower.indices where basis.rows[row] != basic {
      guard abs(solution.rowDuals[row]) > tolerance else { continue }
      let isAtUpper = basis.rows[row] == Basis.Status.atUpper.rawValue
      let bound = isAtUpper ? rowUpper[row] : rowLower[row]
      if bound.isFinite { (rowLower[row], rowUpper[row]) = (bound, bound) }
    }
  }
}
