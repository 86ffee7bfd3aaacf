import Foundation
import Synchronization
import Testing

@testable import LinearProgramming

/// What is kept of a solve that is told to end.
struct StoppedSolveTests {
  /// A monitor that is cancelled by what it is told.
  private final class Canceller: Sendable {
    private let inner = Mutex<SolveMonitor?>(nil)

    func monitor(when isTime: @escaping @Sendable (SolveProgress) -> Bool) -> SolveMonitor {
      let monitor = SolveMonitor { [self] progress in
        if isTime(progress) { inner.withLock { $0 }?.cancel() }
      }
      inner.withLock { $0 = monitor }
      return monitor
    }
  }

  private let options = {
    var options = SolveOptions(
      method: .rolling,
      gap: 1e-9,
      threads: 1,
      window: .init(keep: 24, lookAhead: 24)
    )
    options.stretch = 120
    return options
  }()

  @Test func `a schedule is kept from the moment its primal pass is through`() throws {
    let program = StagedYear(hours: 600, clusters: 2).program()
    let monitor = Canceller().monitor { $0.phase == .dual && $0.done > 0 }
    let result = try Solver.solve(program, options: options, monitor: monitor)
    #expect(result.termination == .interrupted)
    #expect(result.hasValues)
    #expect(Feasibility(of: result.values, in: program).worst < 1e-5)
    #expect(result.lowerBound <= result.cost)
    #expect(result.gap.isFinite)
  }

  @Test func `before the primal pass is through there is none to keep`() throws {
    let program = StagedYear(hours: 600, clusters: 2).program()
    let monitor = Canceller().monitor { $0.phase == .primal && $0.done > 0 }
    let result = try Solver.solve(program, options: options, monitor: monitor)
    #expect(result.termination == .interrupted)
    #expect(!result.hasValues)
  }

  @Test func `work that does not look at its signal is left behind`() throws {
    let ended = Atomic<Bool>(false)
    let stop = StopSignal(secondsLeft: 0.05)
    let answer = try PromptStop.run(stop, patience: 0.05) { () throws(SolverError) in
      Thread.sleep(forTimeInterval: 5)
      ended.store(true, ordering: .relaxed)
      return 1
    }
    #expect(answer == nil)
    let hasEnded = ended.load(ordering: .relaxed)
    #expect(!hasEnded)
    while !ended.load(ordering: .relaxed) { Thread.sleep(forTimeInterval: 0.05) }
  }

  @Test func `work that ends in time gives its answer, or its error`() throws {
    let stop = StopSignal(secondsLeft: 1000)
    #expect(try PromptStop.run(stop) { () throws(SolverError) in 7 } == 7)
    #expect(throws: SolverError.staleProblem) {
      try PromptStop.run(stop) { () throws(SolverError) -> Int in throw .staleProblem }
    }
  }

  @Test func `a solve that is stopped before it begins does nothing`() throws {
    let monitor = SolveMonitor()
    monitor.cancel()
    let program = StagedYear(hours: 48, clusters: 1).program()
    let result = try Solver.solve(program, monitor: monitor)
    #expect(result.termination == .interrupted)
    #expect(result.iterations == 0)
    let elastic = try ElasticRelaxation.solve(program, rows: [0], monitor: monitor)
    #expect(elastic.slack.isEmpty)
  }

  @Test func `an incumbent is the cheapest of what was offered`() {
    let incumbent = Incumbent()
    #expect(incumbent.answer == nil)
    for cost in [3.0, 1, 2] {
      var answer = SolveResult(termination: .feasible)
      (answer.values, answer.cost) = ([cost], cost)
      incumbent.offer(answer)
    }
    #expect(incumbent.answer?.values == [1])
  }

  @Test func `the interior point tells how far it is`() throws {
    let shares = Mutex<[Double]>([])
    _ = try InteriorPoint.solve(
      StagedYear(hours: 120, clusters: 1).program(),
      progress: { share in shares.withLock { $0.append(share) } },
      stop: StopSignal()
    )
    let told = shares.withLock { $0 }
    #expect(told.count > 3)
    #expect(told.allSatisfy { (0...1).contains($0) })
    #expect((told.last ?? 0) > (told.first ?? 1))
  }
}
