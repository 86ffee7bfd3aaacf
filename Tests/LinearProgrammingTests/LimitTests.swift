import Synchronization
import Testing

@testable import LinearProgramming

/// Limits of time hold within every engine, told by a clock that moves with each look at it.
struct LimitTests {
  /// A clock that shows a second more at each look.
  private final class TickingClock: Sendable {
    private let ticks = Atomic<Int>(0)

    var looks: Int { ticks.load(ordering: .relaxed) }
    var monitor: SolveMonitor {
      SolveMonitor(clock: { [self] in
        Double(ticks.wrappingAdd(1, ordering: .relaxed).newValue)
      })
    }

    func signal(_ seconds: Double) -> StopSignal {
      StopSignal(monitor: monitor, secondsLeft: seconds)
    }
  }

  @Test func `the interior point stops within a factorisation`() throws {
    let program = StagedYear(hours: 240, clusters: 2).program()
    let whole = TickingClock()
    let solution = try InteriorPoint.solve(program, stop: whole.signal(1e9))
    #expect(solution.termination == .optimal)
    // It looks at every front, so many times in each step.
    let looksPerStep = whole.looks / solution.iterations
    #expect(looksPerStep > 20)
    for share in [0.01, 0.3, 0.8] {
      let clock = TickingClock()
      let limit = Int(share * Double(whole.looks))
      let ended = try InteriorPoint.solve(program, stop: clock.signal(Double(limit)))
      #expect(ended.termination == .limitReached)
      #expect(ended.iterations <= limit / looksPerStep + 1)
      // What is left of the one factorisation is passed over.
      #expect(clock.looks <= limit + 2 * looksPerStep)
    }
  }

  @Test func `simplex stops within so many pivots`() throws {
    let program = FlatProgram(StagedYear(hours: 96, clusters: 2).program())
    let whole = TickingClock()
    let solution = try Simplex.solve(program, stop: whole.signal(1e9))
    #expect(solution.termination == .optimal)
    let clock = TickingClock()
    let ended = try Simplex.solve(program, stop: clock.signal(Double(whole.looks / 2)))
    #expect(ended.termination == .limitReached)
    #expect(clock.looks <= whole.looks / 2 + 10)
  }

  /// On one thread a first schedule may take half of the time; the interior point needs far more than the other.
  @Test func `a schedule is kept where time ends the whole program`() throws {
    let program = StagedYear(hours: 1_000, gasEnergyShare: nil, hasReservoir: false).program()
    #expect(program.rowCount > Simplex.mostRows)
    let alone = TickingClock()
    let first = try FirstSchedule(program, stop: alone.signal(1e9))?.values()
    let values = try #require(first)
    #expect(Feasibility(of: values, in: program).worst < 1e-6)
    // A follower of another signal looks at both.
    let limit = Double(4 * alone.looks + 40)
    let result = try Solver.solve(
      program,
      options: SolveOptions(method: .exact, threads: 1, timeLimit: limit),
      monitor: TickingClock().monitor
    )
    #expect(result.termination == .limitReached)
    #expect(result.values == values)
    #expect(result.cost == program.cost(of: values))
    #expect(result.lowerBound < result.cost)
    #expect(result.gap > 1e-3)
  }

  @Test func `limits of one question hold together`() {
    let clock = TickingClock()
    let outer = clock.monitor.limited(toSeconds: 10)
    let inner = outer.limited(toSeconds: 1000)
    #expect(!StopSignal(monitor: inner).isRaised)
    for _ in 0..<10 { _ = outer.clock() }
    #expect(StopSignal(monitor: inner, secondsLeft: 1000).isRaised)
    #expect(StopSignal(monitor: inner).termination == .limitReached)
    inner.cancel()
    #expect(!outer.isCancelled)
    outer.cancel()
    #expect(outer.limited(toSeconds: nil).isCancelled)
    #expect(StopSignal(monitor: inner).termination == .interrupted)
  }
}
