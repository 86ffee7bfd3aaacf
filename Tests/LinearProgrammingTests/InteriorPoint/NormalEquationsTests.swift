import Testing

@testable import LinearProgramming

struct NormalEquationsTests {
  /// One row over columns of coefficient 1, so that scales are 1.
  private func system(columns: Int) throws -> NormalSystem {
    var flat = FlatProgram()
    for _ in 0..<columns { flat.addColumn(cost: 1, lower: 0, upper: 1) }
    flat.addRow(lower: 0, upper: 1)
    for column in 0..<columns { flat.add(1, column: column, row: 0) }
    return try NormalSystem(flat)
  }

  /// The solution of one row; nil where there is no factor.
  private func solve(
    columns: [Double],
    slack: Double,
    _ side: Double,
    refinements: Int
  ) throws -> Double? {
    let system = try system(columns: columns.count)
    var equations = NormalEquations(system.boxed, system.order, team: Team(threads: 1))
    let weights = system.weights(columns: columns, slacks: [slack])
    guard equations.factorise(weights: weights, stop: StopSignal()) else { return nil }
    let solution = Vector(count: 1)
    equations.solve(system.placed([side]), into: solution, refinements: refinements)
    return solution[0]
  }

  /// Weights 1, 2, 3 and a slack of 4: 10·y = 5.
  @Test func `columns and slack weigh the row`() throws {
    let found = try #require(try solve(columns: [1, 2, 3], slack: 4, 5, refinements: 0))
    #expect(abs(found - 0.5) < 1e-10)
  }

  /// 10⁻¹²·w is added to a weight w: what it takes away is no more than a share of 10⁻¹².
  @Test func `a small weight is not hidden by what is added`() throws {
    let found = try #require(try solve(columns: [1e-10], slack: 0, 1e-10, refinements: 0))
    #expect(abs(found - 1) < 1e-11)
  }

  /// Once −0.5 has let what is added grow to 10¹⁰·10⁻¹² = 0.01 of a weight of 1, the solution of y = 1 is short by
  /// q = 0.01/1.01, then by q², then by q³.
  @Test func `each refinement corrects what is added`() throws {
    for refinements in 0...2 {
      let system = try system(columns: 1)
      var equations = NormalEquations(system.boxed, system.order, team: Team(threads: 1))
      for weight in [-0.5, 1] {
        let weights = system.weights(columns: [weight], slacks: [0])
        let isDone = equations.factorise(weights: weights, stop: StopSignal())
        #expect(isDone)
      }
      let solution = Vector(count: 1)
      equations.solve(system.placed([1]), into: solution, refinements: refinements)
      let short = (0...refinements).reduce(1.0) { product, _ in product * 0.01 / 1.01 }
      #expect(abs(solution[0] - (1 - short)) < 1e-9)
    }
  }

  /// Links xₜ₊₁ − xₜ = 10⁻⁵ of copies that all weigh 10⁻⁹, as a size near a bound has them, are met by a ramp.
  ///
  /// Its longest wave yields by (π/n)²·10⁻⁹ = 4·10⁻¹⁶, which 10⁻¹⁰ on the diagonal
  /// would hide: all links stayed short then, and plans of a year never met their rows.
  @Test func `a long chain of small weights is met in all links`() throws {
    let count = 5_000
    var flat = FlatProgram()
    for _ in 0...count { flat.addColumn(cost: 1, lower: 0, upper: 1) }
    for link in 0..<count {
      flat.addRow(lower: 0, upper: 0)
      flat.add(1, column: link + 1, row: link)
      flat.add(-1, column: link, row: link)
    }
    let system = try NormalSystem(flat, stage: (0..<Int32(count)).map { $0 })
    let boxed = system.boxed
    var equations = NormalEquations(boxed, system.order, team: Team(threads: 1))
    let weights = Vector(count: boxed.kinds.count)
    for index in 0...count { weights[index] = 1e-9 }
    let isDone = equations.factorise(weights: weights, stop: StopSignal())
    #expect(isDone)
    let side = Vector(count: count)
    for row in 0..<count { side[row] = 1e-5 }
    let solution = Vector(count: count)
    equations.solve(side, into: solution, refinements: 0)
    let (moves, met) = (Vector(count: weights.count), Vector(count: count))
    for index in 0...count { moves[index] = weights[index] * boxed.priced(index, solution) }
    boxed.writeProduct(moves, to: met, Team(threads: 1))
    #expect((0..<count).allSatisfy { abs(met[$0] - 1e-5) < 1e-9 })
  }

  /// −0.5 is not positive; with 10⁻¹⁰, 10⁻⁸, … 1 added it is 0.5 at last, and −2 never is.
  @Test func `what is added grows until there is a factor, and not for ever`() throws {
    let found = try #require(try solve(columns: [-0.5], slack: 0, 1, refinements: 0))
    #expect(abs(found - 2) < 1e-9)
    #expect(try solve(columns: [-2], slack: 0, 1, refinements: 0) == nil)
    #expect(try solve(columns: [.nan], slack: 0, 1, refinements: 0) == nil)
  }

  @Test func `a stop ends the search for a factor`() throws {
    let monitor = SolveMonitor()
    monitor.cancel()
    let system = try system(columns: 1)
    var equations = NormalEquations(system.boxed, system.order, team: Team(threads: 1))
    let weights = system.weights(columns: [1], slacks: [0])
    let isDone = equations.factorise(weights: weights, stop: StopSignal(monitor: monitor))
    #expect(!isDone)
  }

  /// Days with a limit over all hours and a size of all hours, chained and scaled, against elimination in full.
  @Test(arguments: UInt64(1)...8)
  func `the solution is that of the dense equations`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 60 + seed)
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(cost: 2, upper: 40, stage: -1)
    let fixed = builder.addColumn(lower: 3, upper: 3, stage: 0)
    let free = builder.addColumn(lower: -.infinity, upper: .infinity, stage: 1)
    let output = (0..<24).map { builder.addColumn(cost: 1, upper: 20, stage: $0) }
    for hour in 0..<24 {
      let row = builder.addRow(lower: -.infinity, upper: 8, stage: hour)
      builder.add(0.5 + random.unit(), column: output[hour], row: row)
      builder.add(-random.unit(), column: size, row: row)
      if hour > 0 { builder.add(3 * random.unit(), column: output[hour - 1], row: row) }
      if hour < 2 { builder.add(7, column: hour == 0 ? fixed : free, row: row) }
    }
    let sum = builder.addRow(lower: -.infinity, upper: 100, stage: -1)
    for column in output { builder.add(0.1 + random.unit(), column: column, row: sum) }
    var chained = ChainedProgram(builder.build())
    let stages = chained.rowStage
    let system = try NormalSystem(chained.takeCopy(), stage: stages)
    let boxed = system.boxed
    let weights = Vector(count: boxed.kinds.count)
    for index in 0..<weights.count where boxed.kinds[index].contains(.moves) {
      weights[index] = 0.1 + random.unit()
    }
    let dense = NormalSystem.matrix(boxed.columns, rows: boxed.rowCount, weights: weights)
    var equations = NormalEquations(boxed, system.order, team: Team(threads: 1))
    let isDone = equations.factorise(weights: weights, stop: StopSignal())
    #expect(isDone, "seed 60 + \(seed)")
    let side = Vector(count: boxed.rowCount)
    for row in 0..<side.count { side[row] = random.unit() - 0.5 }
    let expected = dense.solve(side.array)
    let solution = Vector(count: side.count)
    equations.solve(side, into: solution, refinements: 2)
    let largest = expected.reduce(1) { max($0, abs($1)) }
    #expect(distance(solution.array, expected) < 1e-9 * largest, "seed 60 + \(seed)")
    // What was asked for is left as it was.
    #expect(distance(dense.times(solution.array), side.array) < 1e-9, "seed 60 + \(seed)")
  }
}
