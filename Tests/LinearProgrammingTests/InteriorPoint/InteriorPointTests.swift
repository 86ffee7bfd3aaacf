import Testing

@testable import LinearProgramming

struct InteriorPointTests {
  @Test func `over random programs the interior point ends where simplex does`() throws {
    let seed: UInt64 = 41_000
    for number in 0..<1_000 {
      var generator = RandomProgram(seed: seed &+ UInt64(number))
      let program = generator.make()
      let vertex = try Solver.solve(program, options: SolveOptions(gap: 1e-9))
      let inner = try InteriorPoint.solve(program, stop: StopSignal())
      #expect(inner.termination == .optimal, "seed \(seed) + \(number)")
      let size = abs(vertex.cost) + 10
      let cost = program.cost(of: inner.values)
      #expect(abs(cost - vertex.cost) <= 1e-6 * size, "seed \(seed) + \(number)")
      #expect(Feasibility(of: inner.values, in: program).worst <= 1e-6, "seed \(seed) + \(number)")
      let bound = Certificate(program, rowDuals: inner.rowDuals).lowerBound
      #expect(bound >= vertex.cost - 1e-6 * size, "seed \(seed) + \(number)")
      #expect(bound <= vertex.cost + 1e-7 * size, "seed \(seed) + \(number)")
    }
  }

  /// A limit over all hours becomes a running sum; its one dual must still price every hour.
  @Test func `a yearly limit is priced as simplex prices it`() throws {
    let program = StagedYear(hours: 96).program()
    let vertex = try Solver.solve(program, options: SolveOptions(method: .exact, gap: 1e-9))
    let inner = try InteriorPoint.solve(program, stop: StopSignal())
    let bound = Certificate(program, rowDuals: inner.rowDuals).lowerBound
    #expect(abs(program.cost(of: inner.values) - vertex.cost) <= 1e-6 * vertex.cost)
    #expect(abs(bound - vertex.cost) <= 1e-6 * vertex.cost)
  }

  @Test(arguments: [2, 3])
  func `threads change no byte of an answer`(threads: Int) throws {
    let program = StagedYear(hours: 240, clusters: 2).program()
    let alone = try InteriorPoint.solve(program, stop: StopSignal())
    let shared = try InteriorPoint.solve(program, threads: threads, stop: StopSignal())
    #expect(alone.termination == .optimal)
    #expect(shared.values == alone.values)
    #expect(shared.rowDuals == alone.rowDuals)
  }

  @Test func `a program no point satisfies does not end as optimal`() throws {
    var builder = LinearProgramBuilder()
    let column = builder.addColumn(cost: 1, upper: 9, stage: 0)
    let row = builder.addRow(lower: 12, upper: .infinity, stage: 0)
    builder.add(1, column: column, row: row)
    let ended = try InteriorPoint.solve(builder.build(), stop: StopSignal())
    #expect(ended.termination == .failed)
  }

  /// A size of 6 for 60 hours of 2, 4 and 6: 600 + 4·60 = 840, and the duals of all copies make a bound of it.
  @Test func `a size is priced as all hours need it`() throws {
    let program = SizedProgram(hours: 60).program()
    let solution = try InteriorPoint.solve(program, stop: StopSignal())
    #expect(solution.termination == .optimal)
    #expect(abs(solution.values[0] - 6) < 1e-4)
    #expect(abs(program.cost(of: solution.values) - 840) < 1e-3)
    let bound = Certificate(program, rowDuals: solution.rowDuals).lowerBound
    #expect(bound <= 840 + 1e-9 && bound > 840 - 1e-3)
  }

  /// Two plants of 100 at 10 and 30 for 150: (100, 50) at a price of 30.
  @Test func `the dear plant sets the price of a demand that both must meet`() throws {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: 150, upper: 150, stage: 0)
    for cost in [10.0, 30] {
      builder.add(1, column: builder.addColumn(cost: cost, upper: 100, stage: 0), row: row)
    }
    let solution = try InteriorPoint.solve(builder.build(), stop: StopSignal())
    #expect(solution.termination == .optimal)
    #expect(abs(solution.values[0] - 100) < 1e-4)
    #expect(abs(solution.values[1] - 50) < 1e-4)
    #expect(abs(solution.rowDuals[0] - 30) < 1e-4)
  }

  /// Two alike of 0…10 share 10 as 5 and 5, which is as far from every bound as can be.
  @Test func `what is tied is shared out`() throws {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: 10, upper: 10, stage: 0)
    for _ in 0..<2 {
      builder.add(1, column: builder.addColumn(cost: 7, upper: 10, stage: 0), row: row)
    }
    let solution = try InteriorPoint.solve(builder.build(), stop: StopSignal())
    #expect(abs(solution.values[0] - 5) < 1e-6)
    #expect(abs(solution.values[1] - 5) < 1e-6)
  }

  /// 3 + 4 = 7 leaves nothing to decide, 3 + 4 = 8 cannot be.
  @Test(arguments: zip([7.0, 8], [Termination.optimal, .failed]))
  func `columns that are all fixed meet the rows or not`(side: Double, ended: Termination) throws {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: side, upper: side, stage: 0)
    for value in [3.0, 4] {
      let column = builder.addColumn(cost: 1, lower: value, upper: value, stage: 0)
      builder.add(1, column: column, row: row)
    }
    let solution = try InteriorPoint.solve(builder.build(), stop: StopSignal())
    #expect(solution.termination == ended)
    if ended == .optimal { #expect(solution.values == [3, 4]) }
  }

  @Test func `duals that prove enough end the way, and prove it`() throws {
    var program = StagedYear(hours: 96).program()
    program.objectiveConstant -= 7e6
    let whole = try InteriorPoint.solve(program, stop: StopSignal())
    let cost = program.cost(of: whole.values)
    for share in [0.3, 0.05, 0.001] {
      let enough = cost - share * program.costScale(of: whole.values)
      let bounding = try InteriorPoint.solve(program, enough: enough, stop: StopSignal())
      #expect(bounding.values.isEmpty)
      #expect(bounding.iterations < whole.iterations)
      let bound = Certificate(program, rowDuals: bounding.rowDuals).lowerBound
      #expect(bound >= enough - 1e-6 * abs(enough), "\(share)")
      #expect(bound <= cost + 1e-6 * abs(cost), "\(share)")
    }
  }
}
