import Synchronization
import Testing

@testable import LinearProgramming

struct PrimalPassTests {
  private func pass(
    _ program: LinearProgram,
    keep: Int,
    lookAhead: Int,
    monitor: SolveMonitor = SolveMonitor(),
    _ change: (inout Guidance) -> Void = { _ in }
  ) -> PrimalPass {
    var guidance = Guidance(none: program)
    change(&guidance)
    let index = StagedIndex(program)
    return PrimalPass(
      context: RollingContext(program, index, guidance: guidance),
      window: .init(keep: keep, lookAhead: lookAhead),
      progress: PassProgress(.primal, of: index.stages, gap: nil, monitor: monitor),
      stop: StopSignal()
    )
  }

  private func run(_ pass: PrimalPass) throws -> PassOutcome {
    try pass.run(PrimalStretch(from: 0, earliest: 0, values: [], pass))
  }

  /// The values of a whole pass, by column.
  private func values(_ outcome: PassOutcome, _ pass: PrimalPass) -> [Double] {
    var values = [Double](repeating: .nan, count: pass.context.program.columnCount)
    for place in outcome.vector.indices {
      values[Int(pass.context.index.columnOrder[place])] = outcome.vector[place]
    }
    return values
  }

  /// Ten hours: 0–4, 3–7 and 6–9 by windows of 3 + 2, the last of which reaches the end and is kept whole.
  @Test(arguments: [(3, 2, [3, 6, 10]), (3, 0, [3, 6, 9, 10]), (10, 0, [10]), (4, 6, [10])])
  func `windows cover every hour once`(keep: Int, lookAhead: Int, ends: [Int]) throws {
    let program = StoreProgram(demand: [Double](repeating: 2, count: 10)).program()
    let done = Mutex<[Int]>([])
    let monitor = SolveMonitor { progress in done.withLock { $0.append(progress.done) } }
    let pass = pass(program, keep: keep, lookAhead: lookAhead, monitor: monitor)
    let outcome = try run(pass)
    #expect(outcome.termination == .optimal)
    #expect(outcome.windows == ends.count)
    #expect(done.withLock { $0 } == ends)
    #expect(outcome.firstRank == 0)
    #expect(outcome.vector.count == program.columnCount)
    #expect(Feasibility(of: values(outcome, pass), in: program).worst < 1e-9)
  }

  /// Demands of 1, 0 and 9 with a plant of 4: what is stored beforehand depends on how far a window sees.
  ///
  ///     0 hours  nothing is stored, 5 unserved             10·(1 + 0 + 4) + 500 = 550
  ///     1 hour   hour 1 stores 4, 1 unserved               10·(1 + 4 + 4) + 100 = 190
  ///     2 hours  5 are stored by hour 2, nothing unserved  10·(1 + 5 + 4) = 100
  @Test(arguments: zip([0, 1, 2], [550.0, 190, 100]))
  func `a window stores for the hours it sees`(lookAhead: Int, cost: Double) throws {
    let program = StoreProgram(demand: [1, 0, 9]).program()
    let pass = pass(program, keep: 1, lookAhead: lookAhead)
    let values = values(try run(pass), pass)
    #expect(abs(program.cost(of: values) - cost) < 1e-9)
    #expect(Feasibility(of: values, in: program).worst < 1e-9)
  }

  /// Stored energy that saves 50 beyond every window is worth a plant's 10.
  @Test func `guidance makes a window store for what it does not see`() throws {
    let store = StoreProgram(demand: [1, 1, 9])
    let program = store.program()
    let pass = pass(program, keep: 1, lookAhead: 0) { guidance in
      for hour in 0..<3 { guidance.rowDuals[store.store(hour)] = -50 }
    }
    let values = values(try run(pass), pass)
    #expect(abs(program.cost(of: values) - 110) < 1e-9)
  }

  /// Nothing may go unserved: hour 2 has no point after two hours without foresight, so all are decided anew.
  @Test func `what leaves no way on is decided again`() throws {
    let program = StoreProgram(demand: [1, 1, 9], unserved: 0).program()
    let pass = pass(program, keep: 1, lookAhead: 0)
    let outcome = try run(pass)
    #expect(outcome.termination == .optimal)
    #expect(outcome.messages == ["stages 0..<3 were solved together"])
    #expect(abs(program.cost(of: values(outcome, pass)) - 110) < 1e-9)
  }

  @Test func `a program without a point ends as infeasible`() throws {
    let program = StoreProgram(demand: [1, 1, 19], unserved: 0).program()
    let outcome = try run(pass(program, keep: 1, lookAhead: 0))
    #expect(outcome.termination == .infeasible)
    #expect(outcome.vector.isEmpty)
  }

  /// A limit of 8 over hours of 3 each: 3 + 3 + 2, what is missing in the last hour is unserved.
  @Test func `windows use a limit over all hours up`() throws {
    let store = StoreProgram(demand: [3, 3, 3], capacity: 0, limit: 8)
    let program = store.program()
    let pass = pass(program, keep: 1, lookAhead: 0)
    let values = values(try run(pass), pass)
    #expect((0..<3).map { values[store.plant($0)] } == [3, 3, 2])
    #expect(values[store.unserved(2)] == 1)
  }
}
