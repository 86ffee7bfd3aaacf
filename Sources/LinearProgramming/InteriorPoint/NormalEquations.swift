/// The normal equations `(A·D·Aᵀ)·Δy = r` of a boxed program, D a diagonal that changes.
struct NormalEquations: ~Copyable {
  private let program: BoxedProgram
  private let starts: [Int32]
  private let rows: [Int32]
  private var factor: CholeskyFactor
  private var weights: [Double]
  private var work: [Double]
  /// Added to the diagonal, which a row of fixed columns alone would leave at 0.
  private var regularisation = 1e-10

  init(_ program: BoxedProgram) throws(SolverError) {
    self.program = program
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var mark = [Int32](repeating: -1, count: program.rowCount)
    for row in 0..<program.rowCount {
      let first = rows.count
      rows.append(Int32(row))
      mark[row] = Int32(row)
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let column = Int(program.rows.indices[entry])
        guard program.moves[column] else { continue }
        for other in program.columns.starts[column]..<program.columns.starts[column + 1] {
          let index = program.columns.indices[other]
          guard index > row, mark[Int(index)] != row else { continue }
          mark[Int(index)] = Int32(row)
          rows.append(index)
        }
      }
      rows[first...].sort()
      starts.append(Int32(rows.count))
    }
    (self.starts, self.rows) = (starts, rows)
    factor = try CholeskyFactor(starts: starts, rows: rows)
    weights = [Double](repeating: 0, count: program.columnCount + program.rowCount)
    work = [Double](repeating: 0, count: program.rowCount)
  }

  /// Takes new weights D and factorises; false where that cannot be done.
  mutating func factorise(weights: [Double]) throws(SolverError) -> Bool {
    self.weights = weights
    for _ in 0..<6 {
      assemble()
      if try factor.factorise() { return true }
      regularisation *= 100
    }
    return false
  }

  private mutating func assemble() {
    let values = factor.values
    let (byRow, byColumn) = (program.rows, program.columns)
    byColumn.indices.withUnsafeBufferPointer { columnRows in
      byColumn.values.withUnsafeBufferPointer { columnValues in
        for row in 0..<program.rowCount {
          let lower = Int(starts[row])..<Int(starts[row + 1])
          for position in lower { work[Int(rows[position])] = 0 }
          for entry in byRow.starts[row]..<byRow.starts[row + 1] {
            let column = Int(byRow.indices[entry])
            let share = byRow.values[entry] * weights[column]
            guard share != 0 else { continue }
            for other in byColumn.starts[column]..<byColumn.starts[column + 1]
            where columnRows[other] >= row {
              work[Int(columnRows[other])] += share * columnValues[other]
            }
          }
          work[row] += weights[program.columnCount + row] + regularisation
          for position in lower { values[position] = work[Int(rows[position])] }
        }
      }
    }
  }

  /// Solves, and mends the solution by what it leaves over.
  mutating func solve(_ rightHandSide: [Double], refinements: Int) throws(SolverError) -> [Double] {
    var solution = rightHandSide
    try factor.solve(&solution)
    for _ in 0..<refinements {
      var weighted = program.transposedProduct(solution)
      for index in weighted.indices { weighted[index] *= weights[index] }
      var rest = program.product(weighted)
      for row in rest.indices { rest[row] = rightHandSide[row] - rest[row] }
      try factor.solve(&rest)
      for row in rest.indices { solution[row] += rest[row] }
    }
    return solution
  }
}
