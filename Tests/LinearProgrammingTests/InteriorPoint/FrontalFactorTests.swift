import Testing

@testable import LinearProgramming

struct FrontalFactorTests {
  /// A program of which only the matrix counts; every column may move.
  private func program(_ rows: [[Double]]) -> FlatProgram {
    var flat = FlatProgram()
    for _ in rows[0] { flat.addColumn(cost: 0, lower: 0, upper: 1) }
    for (row, values) in rows.enumerated() {
      flat.addRow(lower: 0, upper: 1)
      for (column, value) in values.enumerated() { flat.add(value, column: column, row: row) }
    }
    return flat
  }

  private func factor(_ system: NormalSystem, threads: Int = 1) -> FrontalFactor {
    FrontalFactor(
      system.order.tree,
      columns: system.columns,
      begun: system.order.begunColumns,
      team: Team(threads: threads)
    )
  }

  /// One number for each row.
  private func added(_ number: Double, rows: Int) -> Vector {
    let added = Vector(count: rows)
    for row in 0..<rows { added[row] = number }
    return added
  }

  /// Solves with weights of columns and slacks; nil where the matrix is not positive definite.
  private func solve(
    _ system: NormalSystem,
    columns: [Double],
    slacks: [Double],
    regularisation: Double = 0,
    _ side: [Double]
  ) -> [Double]? {
    let factor = factor(system)
    let weights = system.weights(columns: columns, slacks: slacks)
    let isDone = factor.factorise(
      weights: weights,
      slacks: columns.count,
      added: added(regularisation, rows: slacks.count),
      stop: StopSignal()
    )
    guard isDone else { return nil }
    let vector = system.placed(side)
    factor.solve(vector)
    return system.rows(vector)
  }

  /// A = [1 1 0; 0 1 1] with D = (1, 2, 3): A·D·Aᵀ = [3 2; 2 5], and [3 2; 2 5]·(1, 2) = (7, 12).
  @Test func `weights of columns make the matrix`() throws {
    let system = try NormalSystem(program([[1, 1, 0], [0, 1, 1]]))
    let found = try #require(solve(system, columns: [1, 2, 3], slacks: [0, 0], [7, 12]))
    #expect(distance(found, [1, 2]) < 1e-14)
  }

  /// Slacks of 4 and 1 beside it: [7 2; 2 6]·(1, −1) = (5, −4); with 1 more on both [8 2; 2 7]: (6, −5).
  @Test func `weights of slacks and regularisation stand on the diagonal`() throws {
    let system = try NormalSystem(program([[1, 1, 0], [0, 1, 1]]))
    let plain = try #require(solve(system, columns: [1, 2, 3], slacks: [4, 1], [5, -4]))
    #expect(distance(plain, [1, -1]) < 1e-14)
    let more = try #require(
      solve(system, columns: [1, 2, 3], slacks: [4, 1], regularisation: 1, [6, -5])
    )
    #expect(distance(more, [1, -1]) < 1e-14)
  }

  /// One column in every row: (I + w·1·1ᵀ)·x = 1 has x = 1 / (1 + n·w), as Sherman and Morrison say.
  @Test(arguments: [(4, 0.5), (40, 1e-3), (300, 2)])
  func `a column in all rows is a change of rank one`(rows: Int, weight: Double) throws {
    let system = try NormalSystem(program([[Double]](repeating: [1], count: rows)))
    let ones = [Double](repeating: 1, count: rows)
    let found = try #require(solve(system, columns: [weight], slacks: ones, ones))
    let expected = 1 / (1 + Double(rows) * weight)
    #expect(distance(found, ones.map { _ in expected }) < 1e-12)
  }

  /// One row over all columns, which also have rows of their own: a border of the diagonal.
  ///
  /// With d = 1 the matrix is [I 1; 1ᵀ n + s]: from x = b − y·1 follows y = (c − Σb) / s. For b = 1, c = n + 2·s
  /// that is y = 2 and x = −1.
  @Test func `a row over all columns is what is left when the others are eliminated`() throws {
    let (count, slack) = (50, 0.25)
    var rows = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    rows.append([Double](repeating: 1, count: count))
    let ones = [Double](repeating: 1, count: count)
    let found = try #require(
      solve(
        try NormalSystem(program(rows)),
        columns: ones,
        slacks: ones.map { _ in 0 } + [slack],
        ones + [Double(count) + 2 * slack]
      )
    )
    #expect(distance(found, ones.map { -$0 } + [2]) < 1e-11)
  }

  /// Two equal rows have the matrix [1 1; 1 1]; a little on the diagonal tells them apart.
  @Test func `equal rows have a factor only with regularisation`() throws {
    let system = try NormalSystem(program([[1], [1]]))
    #expect(solve(system, columns: [1], slacks: [0, 0], [1, 1]) == nil)
    // [1.25 1; 1 1.25]·(4, 4)/9 = (1, 1).
    let found = try #require(
      solve(system, columns: [1], slacks: [0, 0], regularisation: 0.25, [1, 1])
    )
    #expect(distance(found, [4.0 / 9, 4.0 / 9]) < 1e-14)
  }

  @Test func `a column of weight 0 is as good as none`() throws {
    let system = try NormalSystem(program([[1, 1, 5], [0, 1, 7]]))
    let found = try #require(solve(system, columns: [1, 2, 0], slacks: [0, 3], [7, 12]))
    #expect(distance(found, [1, 2]) < 1e-14)
  }

  /// Random staged systems of a few hundred rows, against elimination in full.
  @Test(arguments: UInt64(1)...8)
  func `the solution is that of the dense system`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var year = StagedYear(hours: 24, clusters: 1)
    year.seed = seed
    var chained = ChainedProgram(year.program())
    let stages = chained.rowStage
    let system = try NormalSystem(chained.takeCopy(), stage: stages)
    let (columns, rows) = (system.ordered.columnCount, system.ordered.rowCount)
    let weights = Vector(count: columns + rows)
    // A column that is fixed has no weight, and no place in the order.
    for index in 0..<weights.count
    where index >= columns
      || system.ordered.columnLower[index] < system.ordered.columnUpper[index]
    {
      weights[index] = 0.1 + random.unit()
    }
    let dense = NormalSystem.matrix(system.columns, rows: rows, weights: weights)
    let side = stages.map { _ in random.unit() - 0.5 }
    let factor = factor(system)
    let isDone = factor.factorise(
      weights: weights,
      slacks: columns,
      added: Vector(count: rows),
      stop: StopSignal()
    )
    #expect(isDone, "seed \(seed)")
    let vector = Vector(count: side.count)
    for (place, number) in side.enumerated() { vector[place] = number }
    factor.solve(vector)
    #expect(distance(dense.times(vector.array), side) < 1e-9, "seed \(seed)")
  }

  @Test func `a factor can be made anew and is not made after a stop`() throws {
    let system = try NormalSystem(program([[1, 1, 0], [0, 1, 1]]))
    let factor = factor(system)
    let monitor = SolveMonitor()
    monitor.cancel()
    var isDone: [Bool] = []
    var found: [[Double]] = []
    for (columns, stop) in [
      ([1.0, 2, 3], StopSignal()), ([1, 2, 3], StopSignal(monitor: monitor)),
      ([2, 4, 6], StopSignal()),
    ] {
      let weights = system.weights(columns: columns, slacks: [0, 0])
      isDone.append(
        factor.factorise(weights: weights, slacks: 3, added: Vector(count: 2), stop: stop)
      )
      guard isDone.last == true else { continue }
      let vector = system.placed([7, 12])
      factor.solve(vector)
      found.append(system.rows(vector))
    }
    #expect(isDone == [true, false, true])
    #expect(distance(found[0], [1, 2]) < 1e-14)
    #expect(distance(found[1], [0.5, 1]) < 1e-14)
  }
}
