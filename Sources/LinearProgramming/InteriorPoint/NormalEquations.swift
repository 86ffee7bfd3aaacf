/// The normal equations `(A·D·Aᵀ)·Δy = r` of a boxed program, D a diagonal that changes.
struct NormalEquations: ~Copyable {
  private let program: BoxedProgram
  private let factor: FrontalFactor
  private var weights: [Double] = []
  /// Added to the diagonal, which a row of fixed columns alone would leave at 0.
  private var regularisation = 1e-10

  init(_ program: BoxedProgram, _ order: EliminationOrder, team: Team) {
    self.program = program
    factor = FrontalFactor(
      order.tree,
      columns: program.columns,
      begun: order.begunColumns,
      team: team
    )
  }

  /// Takes new weights D and factorises; false where that cannot be done.
  mutating func factorise(weights: [Double]) -> Bool {
    self.weights = weights
    for _ in 0..<6 {
      let diagonal = weights[program.columnCount...].map { $0 + regularisation }
      if factor.factorise(weights: weights, diagonal: diagonal) { return true }
      regularisation *= 100
    }
    return false
  }

  /// Solves, and mends the solution by what it leaves over.
  mutating func solve(_ rightHandSide: [Double], refinements: Int) -> [Double] {
    var solution = rightHandSide
    factor.solve(&solution)
    for _ in 0..<refinements {
      var weighted = program.transposedProduct(solution)
      for index in weighted.indices { weighted[index] *= weights[index] }
      var rest = program.product(weighted)
      for row in rest.indices { rest[row] = rightHandSide[row] - rest[row] }
      factor.solve(&rest)
      for row in rest.indices { solution[row] += rest[row] }
    }
    return solution
  }
}
