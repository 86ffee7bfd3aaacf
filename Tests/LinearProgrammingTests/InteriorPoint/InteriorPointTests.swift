import LinearProgramming
import Testing

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
}
