import Synchronization
import Testing

@testable import LinearProgramming

struct RefinementTests {
  /// Fifty hours are two days and two hours; what is global belongs to no block.
  @Test func `a gap is told by days`() {
    let gaps = [Double](repeating: 1, count: 24) + [Double](repeating: 2, count: 26) + [99]
    #expect(Refinement.byBlock(gaps, stages: 50) == [24, 48, 4])
    #expect(Refinement.byBlock([5], stages: 0).isEmpty)
  }

  /// Four days by windows of an hour that store nothing, bounded by 0: windows of a day and two before and after it
  /// hold all four days or three of them.
  @Test func `windows around the worst days close the gap`() throws {
    let store = StoreProgram(demand: (0..<96).map { $0 % 3 == 2 ? 9 : 1 })
    let program = store.program()
    let context = RollingContext(program, StagedIndex(program), guidance: Guidance(none: program))
    let schedule = FirstSchedule(program, rows: 2, stop: StopSignal())
    let first = try #require(try schedule?.values())
    var best = BestAnswer(program)
    best.take(first, duals: [Double](repeating: 0, count: program.rowCount))
    let before = try #require(best.answer)
    #expect(before.gap == 1)
    var refinement = Refinement(context, threads: 1, stop: StopSignal())
    var log = WorkLog()
    _ = try refinement.run(&best, gap: 1e-9, monitor: SolveMonitor(), &log)
    let after = try #require(best.answer)
    let optimum = try Solver.solve(program, options: SolveOptions(method: .exact)).cost
    #expect(before.cost > optimum + 100)
    #expect(abs(after.cost - optimum) < 1e-6)
    #expect(after.gap <= 1e-9)
    #expect(Feasibility(of: after.values, in: program).worst < 1e-9)
    #expect(!log.isEmpty)
  }

  /// The last of twelve days asks for 14 an hour of a plant of 4: 240 have to be stored, 3 an hour, so in 80 hours.
  ///
  ///     nothing stored       2,640 + 24·(40 + 1,000) = 27,600
  ///     two days before it   144 less unserved, for 10 and not 100: 14,640
  ///     four days before it  all of 600 from the plant: 6,000
  @Test func `a block that was solved in vain gets a longer window`() throws {
    let demand = [Double](repeating: 1, count: 264) + [Double](repeating: 14, count: 24)
    let program = StoreProgram(demand: demand, capacity: 300, power: 20, intake: 3).program()
    let context = RollingContext(program, StagedIndex(program), guidance: Guidance(none: program))
    let exact = try Solver.solve(program, options: SolveOptions(method: .exact))
    #expect(abs(exact.cost - 6_000) < 1e-6)
    let first = try #require(try FirstSchedule(program, rows: 2, stop: StopSignal())?.values())
    #expect(abs(program.cost(of: first) - 27_600) < 1e-6)
    var best = BestAnswer(program)
    best.take(first, duals: exact.rowDuals)
    let gaps = Mutex<[Double]>([])
    let monitor = SolveMonitor { progress in
      if let gap = progress.gap { gaps.withLock { $0.append(gap) } }
    }
    var refinement = Refinement(context, threads: 1, stop: StopSignal())
    var log = WorkLog()
    _ = try refinement.run(&best, gap: 1e-6, monitor: monitor, &log)
    #expect(abs((best.answer?.cost ?? 0) - 6_000) < 1e-6)
    // What was open before each round.
    let open = gaps.withLock { $0 }
    #expect(distance(open, [21_600.0 / 27_600, 8_640.0 / 14_640]) < 1e-9)
  }

  @Test func `a gap that is met already is left alone`() throws {
    let program = StoreProgram(demand: [1, 1]).program()
    let context = RollingContext(program, StagedIndex(program), guidance: Guidance(none: program))
    let solved = try Solver.solve(program)
    var best = BestAnswer(program)
    best.take(solved.values, duals: solved.rowDuals)
    var refinement = Refinement(context, threads: 1, stop: StopSignal())
    var log = WorkLog()
    let pivots = try refinement.run(&best, gap: 0.01, monitor: SolveMonitor(), &log)
    #expect(pivots == 0)
    #expect(log.isEmpty)
  }
}
