import LinearProgramming
import Testing

struct TwinRollingTests {
  private func year(hours: Int, seed: UInt64) -> StagedYear {
    var year = StagedYear()
    year.hours = hours
    year.clusters = 2
    year.seed = seed
    return year
  }

  @Test func `rolling keeps every row and its bound lies below the optimum`() throws {
    for seed in UInt64(1)...3 {
      let program = year(hours: 240, seed: seed).program()
      let exact = try Solver.solve(program, options: SolveOptions(method: .exact))
      let rolling = try Solver.solve(
        program,
        options: SolveOptions(method: .rolling, gap: 0.02, window: .init(keep: 24, lookAhead: 48))
      )
      #expect(rolling.hasValues, "seed \(seed)")
      #expect(Feasibility(of: rolling.values, in: program).worst < 1e-5, "seed \(seed)")
      #expect(rolling.lowerBound <= exact.cost * (1 + 1e-9), "seed \(seed)")
      #expect(rolling.cost >= exact.lowerBound * (1 - 1e-9), "seed \(seed)")
      #expect(rolling.gap < 0.05, "seed \(seed)")
    }
  }

  @Test func `one thread and two give the same bytes`() throws {
    let program = year(hours: 168, seed: 9).program()
    var options = SolveOptions(method: .rolling, gap: 0.05, threads: 1)
    options.window = .init(keep: 24, lookAhead: 24)
    let one = try Solver.solve(program, options: options)
    options.threads = 2
    let two = try Solver.solve(program, options: options)
    #expect(one.values == two.values)
    #expect(one.rowDuals == two.rowDuals)
  }

  @Test func `a window over the whole horizon is exact`() throws {
    let program = year(hours: 72, seed: 4).program()
    let exact = try Solver.solve(program, options: SolveOptions(method: .exact))
    let rolling = try Solver.solve(
      program,
      options: SolveOptions(method: .rolling, window: .init(keep: 72, lookAhead: 24))
    )
    #expect(abs(rolling.cost - exact.cost) <= 1e-7 * abs(exact.cost))
  }

  @Test func `a solve that is cancelled says so and keeps the process`() throws {
    let monitor = SolveMonitor()
    monitor.cancel()
    let program = year(hours: 72, seed: 4).program()
    let result = try Solver.solve(program, monitor: monitor)
    #expect(result.termination == .interrupted)
    #expect(!result.hasValues)
  }

  /// A store of 1,000 begins with 100, gains 1 an hour and must give 2: it is empty after 100 hours.
  ///
  /// No window of two days is infeasible of itself, so the proof has to come from all hours together.
  @Test func `what no window shows is proved of the whole`() throws {
    var builder = LinearProgramBuilder()
    let hours = 500
    builder.beginColumns("level")
    let level = (0..<hours).map { builder.addColumn(upper: 1_000, stage: $0) }
    builder.beginColumns("output")
    let output = (0..<hours).map { builder.addColumn(cost: 1, lower: 2, upper: 9, stage: $0) }
    builder.beginRows("balance")
    for hour in 0..<hours {
      let start = hour == 0 ? 100.0 : 0
      let row = builder.addRow(lower: 1 + start, upper: 1 + start, stage: hour)
      builder.add(1, column: level[hour], row: row)
      builder.add(1, column: output[hour], row: row)
      if hour > 0 { builder.add(-1, column: level[hour - 1], row: row) }
    }
    let result = try Solver.solve(builder.build(), options: SolveOptions(method: .rolling))
    #expect(result.termination == .infeasible)
    #expect(result.infeasibility?.isProof == true)
  }
}
