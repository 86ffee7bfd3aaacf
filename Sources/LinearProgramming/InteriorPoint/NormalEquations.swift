/// The normal equations `(A·D·Aᵀ)·Δy = r` of a boxed program, D a diagonal that changes.
struct NormalEquations: ~Copyable {
  private let program: BoxedProgram
  private let factor: FrontalFactor
  private let team: Team
  private var weights: Vector
  /// Added to the diagonal, which a row of fixed columns alone would leave at 0.
  private var regularisation = 1e-10

  init(_ program: BoxedProgram, _ order: EliminationOrder, team: Team) {
    (self.program, self.team) = (program, team)
    weights = Vector(count: 0)
    factor = FrontalFactor(
      order.tree,
      columns: program.columns,
      begun: order.begunColumns,
      team: team
    )
  }

  /// Takes new weights D, kept until the next, and factorises; false where that cannot be done or is stopped.
  mutating func factorise(weights: Vector, stop: StopSignal) -> Bool {
    self.weights = weights
    for _ in 0..<6 {
      let isDone = factor.factorise(
        weights: weights,
        slacks: program.columnCount,
        regularisation,
        stop: stop
      )
      if isDone { return true }
      if stop.isRaised { return false }
      regularisation *= 100
    }
    return false
  }

  /// Solves, and corrects the solution by what it leaves over.
  func solve(_ rightHandSide: Vector, into solution: Vector, refinements: Int) {
    solution.numbers.update(from: rightHandSide.numbers, count: solution.count)
    factor.solve(solution)
    guard refinements > 0 else { return }
    let (weighted, rest) = (Vector(count: weights.count), Vector(count: solution.count))
    for _ in 0..<refinements {
      team.forEachRange(of: weights.count) { range in
        for index in range {
          weighted[index] = weights[index] * program.priced(index, solution)
        }
      }
      program.writeProduct(weighted, to: rest, team)
      for row in 0..<rest.count { rest[row] = rightHandSide[row] - rest[row] }
      factor.solve(rest)
      for row in 0..<rest.count { solution[row] += rest[row] }
    }
  }
}
