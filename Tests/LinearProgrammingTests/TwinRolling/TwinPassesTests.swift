import Testing

@testable import LinearProgramming

struct TwinPassesTests {
  private func passes(
    _ program: LinearProgram,
    keep: Int,
    stretch: Int,
    threads: Int = 1,
    level: (Int) -> Double = { _ in .nan }
  ) -> TwinPasses {
    var guidance = Guidance(none: program)
    for column in 0..<program.columnCount { guidance.levels[column] = level(column) }
    let index = StagedIndex(program)
    let context = RollingContext(program, index, guidance: guidance)
    let window = SolveOptions.Window(keep: keep, lookAhead: 2)
    let monitor = SolveMonitor()
    return TwinPasses(
      primal: PrimalPass(
        context: context,
        window: window,
        progress: PassProgress(.primal, of: index.stages, gap: nil, monitor: monitor),
        stop: StopSignal()
      ),
      dual: DualPass(
        context: context,
        window: window,
        progress: PassProgress(.dual, of: index.stages, gap: nil, monitor: monitor),
        stop: StopSignal()
      ),
      stretch: stretch,
      threads: threads
    )
  }

  private func demand(_ hours: Int) -> [Double] { (0..<hours).map { $0 % 4 == 3 ? 9 : 1 } }

  /// 48 hours in stretches of about 12 are four; with windows of 5 they begin at 10, 20 and 35.
  @Test(
    arguments: zip(
      [4, 5],
      [[0..<12, 12..<24, 24..<36, 36..<48], [0..<10, 10..<20, 20..<35, 35..<48]]
    )
  )
  func `stretches follow each other and begin with a window`(keep: Int, stretches: [Range<Int>]) {
    let program = StoreProgram(demand: demand(48)).program()
    let passes = passes(program, keep: keep, stretch: 12) { _ in 1 }
    #expect(passes.stretches() == stretches)
  }

  /// Windows around seams reach as far as one keeps: two of 12 + 12 hours fit 48, of 15 + 15 only one.
  @Test(arguments: zip([6, 12, 15, 24, 60], [4, 2, 1, 1, 1]))
  func `a stretch has room for the windows around its seams`(keep: Int, count: Int) throws {
    let store = StoreProgram(demand: demand(48))
    let passes = passes(store.program(), keep: keep, stretch: 10) { _ in 1 }
    let stretches = passes.stretches()
    #expect(stretches.count == count)
    #expect(stretches.allSatisfy { $0.count >= 2 * keep || stretches.count == 1 })
    #expect(Array(stretches.joined()) == Array(0..<48))
    var log = WorkLog()
    let outcome = try passes.run(&log)
    #expect(Feasibility(of: outcome.values, in: store.program()).worst < 1e-9)
  }

  @Test func `without levels to begin from there is one stretch`() {
    let program = StoreProgram(demand: demand(48), limit: 90).program()
    let unguided = passes(program, keep: 4, stretch: 12)
    #expect(unguided.stretches() == [0..<48])
    let guided = passes(program, keep: 4, stretch: 12) { _ in 1 }
    #expect(guided.stretches().count == 4)
  }

  /// A level in the middle of the store is guessed for every hour: no stretch ends where the next one begins.
  @Test(arguments: [2.5, 0, 5])
  func `where two stretches meet the seam is closed`(level: Double) throws {
    let store = StoreProgram(demand: demand(48), limit: 150)
    let program = store.program()
    var log = WorkLog()
    let outcome = try passes(program, keep: 4, stretch: 12) { column in
      (store.level(0)..<store.into(0)).contains(column) ? level : 1
    }.run(&log)
    #expect(outcome.termination == .optimal)
    #expect(Feasibility(of: outcome.values, in: program).worst < 1e-9)
    let optimum = try Solver.solve(program, options: SolveOptions(method: .exact)).cost
    #expect(program.cost(of: outcome.values) >= optimum - 1e-7)
    #expect(Certificate(program, rowDuals: outcome.duals).lowerBound <= optimum + 1e-7)
  }

  /// Each stretch of the dual pass has the store before it for nothing, as guidance without prices says.
  @Test func `seams of the bound are closed too`() throws {
    let program = StoreProgram(demand: demand(48), capacity: 50, power: 50).program()
    let passes = passes(program, keep: 4, stretch: 12) { _ in 1 }
    let index = StagedIndex(program)
    var open = [Double](repeating: 0, count: program.rowCount)
    for stretch in passes.stretches() {
      let part = try passes.dual.run(stretch)
      for (place, dual) in part.vector.enumerated() {
        open[Int(index.rowOrder[part.firstRank + place])] = dual
      }
    }
    var log = WorkLog()
    let closed = try passes.run(&log).duals
    let bounds = [open, closed].map { Certificate(program, rowDuals: $0).lowerBound }
    #expect(bounds[1] > bounds[0] + 10)
  }

  /// A stretch ends at the level 0 and the next counts on a full store for an hour of 9: nothing may go unserved.
  @Test func `a seam that cannot be closed is rolled over`() throws {
    let hard = StoreProgram(demand: demand(48), unserved: 0)
    let program = hard.program()
    var log = WorkLog()
    let outcome = try passes(program, keep: 4, stretch: 12) { _ in 5 }.run(&log)
    #expect(outcome.termination == .optimal)
    #expect(Feasibility(of: outcome.values, in: program).worst < 1e-9)
  }

  @Test func `threads change nothing of both passes`() throws {
    let program = StoreProgram(demand: demand(48), limit: 150).program()
    var logs = [WorkLog(), WorkLog()]
    let alone = try passes(program, keep: 4, stretch: 12) { _ in 1 }.run(&logs[0])
    let shared = try passes(program, keep: 4, stretch: 12, threads: 3) { _ in 1 }.run(&logs[1])
    #expect(alone.values == shared.values)
    #expect(alone.duals == shared.duals)
    #expect(alone.windowValues == shared.windowValues)
  }
}
