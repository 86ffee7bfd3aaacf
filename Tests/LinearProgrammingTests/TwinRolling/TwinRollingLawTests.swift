import LinearProgramming
import Testing

/// What must hold of twin rolling on any staged program.
struct TwinRollingLawTests {
  static let seeds = Array(UInt64(1)...10)

  private func options(
    _ window: SolveOptions.Window,
    gap: Double = 0,
    threads: Int = 2,
    stretch: Int = 1_100
  ) -> SolveOptions {
    var options = SolveOptions(method: .rolling, gap: gap, threads: threads, window: window)
    options.stretch = stretch
    return options
  }

  @Test(arguments: seeds)
  func `the schedule is feasible and the bound below the optimum`(seed: UInt64) throws {
    let program = StagedProgram(seed: seed).program()
    let exact = try Solver.solve(program, options: SolveOptions(method: .exact))
    let scale = program.costScale(of: exact.values)
    for stretch in [1_100, 48] {
      let rolling = try Solver.solve(
        program,
        options: options(.init(keep: 12, lookAhead: 12), gap: 0.5, stretch: stretch)
      )
      try #require(rolling.hasValues)
      #expect(Feasibility(of: rolling.values, in: program).worst < 1e-5)
      #expect(rolling.cost >= exact.cost - 1e-7 * scale)
      #expect(rolling.lowerBound <= exact.cost + 1e-7 * scale)
      #expect(
        abs(rolling.gapByStage.reduce(0, +) - (rolling.cost - rolling.lowerBound)) < 1e-6 * scale
      )
    }
  }

  @Test(arguments: seeds)
  func `both bounds meet the optimum as windows grow`(seed: UInt64) throws {
    let program = StagedProgram(stages: 96, seed: seed).program()
    let exact = try Solver.solve(program, options: SolveOptions(method: .exact))
    let whole = try Solver.solve(program, options: options(.init(keep: 96, lookAhead: 24)))
    let scale = program.costScale(of: exact.values)
    #expect(abs(whole.cost - exact.cost) <= 1e-6 * scale)
    // What the window does not decide is the price of the yearly row, a guess of the coarse program.
    #expect(whole.lowerBound <= exact.cost + 1e-7 * scale)
    let short = try Solver.solve(
      program,
      options: options(.init(keep: 12, lookAhead: 12), gap: 1)
    )
    #expect(whole.cost <= short.cost + 1e-7 * scale)
  }

  @Test(arguments: seeds)
  func `solving again where the gap sits never widens it`(seed: UInt64) throws {
    let program = StagedProgram(seed: seed).program()
    let window = SolveOptions.Window(keep: 12, lookAhead: 12)
    let once = try Solver.solve(program, options: options(window, gap: 1, stretch: 48))
    // Both gaps ask for the same guidance.
    let again = try Solver.solve(program, options: options(window, gap: 3e-3, stretch: 48))
    #expect(Feasibility(of: again.values, in: program).worst < 1e-5)
    #expect(again.cost <= once.cost)
    #expect(again.lowerBound >= once.lowerBound)
    #expect(again.gap < once.gap || once.gap <= 3e-3)
  }

  @Test(arguments: Array(seeds.prefix(4)), [1_100, 72, 48])
  func `the number of threads changes no byte`(seed: UInt64, stretch: Int) throws {
    let program = StagedProgram(seed: seed).program()
    let answers = try [1, 2, 5].map { threads in
      try Solver.solve(
        program,
        options: options(
          .init(keep: 24, lookAhead: 12),
          gap: 3e-3,
          threads: threads,
          stretch: stretch
        )
      )
    }
    for other in answers.dropFirst() {
      #expect(other.values == answers[0].values)
      #expect(other.rowDuals == answers[0].rowDuals)
      #expect(other.messages == answers[0].messages)
    }
  }

  @Test(arguments: Array(seeds.prefix(4)))
  func `a yearly row that no stage can meet is proved infeasible`(seed: UInt64) throws {
    let program = StagedProgram(seed: seed, starved: true).program()
    for stretch in [1_100, 48] {
      let result = try Solver.solve(
        program,
        options: options(.init(keep: 24, lookAhead: 24), stretch: stretch)
      )
      #expect(result.termination == .infeasible)
      #expect(result.infeasibility?.isProof == true)
    }
  }
}
