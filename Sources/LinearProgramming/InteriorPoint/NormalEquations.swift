/// The normal equations `(A·D·Aᵀ)·Δy = r` of a boxed program, D a diagonal that changes.
struct NormalEquations: ~Copyable {
  private let program: BoxedProgram
  private let factor: FrontalFactor
  private let team: Team
  private var weights: Vector
  /// What is added to the diagonal, by row.
  private let added: Vector
  /// How many times as much is added as at first: it grows where there is no factor.
  private var growth = 1.0

  /// What is added to the diagonal at most, and what a row of fixed columns alone has there.
  private static let most = 1e-10
  /// What is added as a share of the diagonal: a chain of thousands of small weights yields in its longest waves by a
  /// ten-millionth of them, which more would hide.
  private static let share = 1e-12

  init(_ program: BoxedProgram, _ order: EliminationOrder, team: Team) {
    (self.program, self.team) = (program, team)
    weights = Vector(count: 0)
    added = Vector(count: program.rowCount)
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
      writeAdded()
      let isDone = factor.factorise(
        weights: weights,
        slacks: program.columnCount,
        added: added,
        stop: stop
      )
      if isDone { return true }
      if stop.isRaised { return false }
      growth *= 100
    }
    return false
  }

  /// What is added to the diagonal so that rounding leaves no row at 0.
  private func writeAdded() {
    team.forEachRange(of: added.count) { [program, weights, added, growth] range in
      for row in range {
        var diagonal = weights[program.columnCount + row]
        for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
          let value = program.rows.values[entry]
          diagonal += value * value * weights[Int(program.rows.indices[entry])]
        }
        added[row] = growth * (diagonal > 0 ? min(Self.most, Self.share * diagonal) : Self.most)
      }
    }
  }

  /// Solves, and corrects the solution up to some times where it leaves over more than `enough` of a row.
  func solve(
    _ rightHandSide: Vector,
    into solution: Vector,
    refinements: Int,
    enough: Double = 0
  ) {
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
      let worst = team.parts(of: rest.count) { range in
        var worst = 0.0
        for row in range {
          rest[row] = rightHandSide[row] - rest[row]
          worst = max(worst, abs(rest[row]))
        }
        return worst
      }
      guard worst.contains(where: { $0 > enough }) else { return }
      factor.solve(rest)
      for row in 0..<rest.count { solution[row] += rest[row] }
    }
  }
}
