import Testing

@testable import LinearProgramming

struct InfeasibilityTests {
  /// Two columns of 0…3 that must give 10, or 5.
  private func program(_ demand: Double) -> LinearProgram {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: demand, upper: .infinity, stage: 0)
    for _ in 0..<2 { builder.add(1, column: builder.addColumn(upper: 3, stage: 0), row: row) }
    return builder.build()
  }

  private func proved(_ program: LinearProgram, from multipliers: [Double]?) throws -> SolveResult {
    var result = SolveResult(termination: .infeasible)
    try Infeasibility.prove(program, from: multipliers, stop: StopSignal(), &result)
    return result
  }

  /// 10 − 3 − 3 = 4 are missing; a solver's multiplier of 2 proves it twice as far.
  @Test func `multipliers that prove it are taken as they are`() throws {
    let result = try proved(program(10), from: [2])
    #expect(result.infeasibility?.multipliers == [2])
    #expect(result.infeasibility?.margin == 8)
  }

  /// None, or 0, prove nothing: the least slack, 4 of one unit each, has a dual of 1.
  @Test(arguments: [nil, [0], [.nan]] as [[Double]?])
  func `where they prove nothing the least slack is asked`(multipliers: [Double]?) throws {
    let result = try proved(program(10), from: multipliers)
    #expect(result.infeasibility?.isProof == true)
    #expect(abs((result.infeasibility?.margin ?? 0) - 4) < 1e-9)
    #expect(result.messages.isEmpty)
  }

  @Test func `of a feasible program there is no proof and it is said`() throws {
    let result = try proved(program(5), from: [1])
    #expect(result.infeasibility == nil)
    #expect(result.messages.count == 1)
  }

  /// A plant of 5 MW and a store that starts empty, 48 hours of 4 MW and one of 30: at most 5 + 47·1 MWh could be there in
  /// the last hour, were the store larger than 20.
  @Test func `where no point is feasible the interior point's duals run away along a proof`() throws
  {
    let hours = 48
    var builder = LinearProgramBuilder()
    builder.beginColumns("output")
    let output = (0..<hours).map { builder.addColumn(cost: 10, upper: 5, stage: $0) }
    builder.beginColumns("level")
    let level = (0..<hours).map { builder.addColumn(upper: 20, stage: $0) }
    builder.beginRows("balance")
    for hour in 0..<hours {
      let demand = hour == hours - 1 ? 30.0 : 4
      let row = builder.addRow(lower: demand, upper: demand, stage: hour)
      builder.add(1, column: output[hour], row: row)
      builder.add(-1, column: level[hour], row: row)
      if hour > 0 { builder.add(1, column: level[hour - 1], row: row) }
    }
    var options = SolveOptions(method: .exact)
    (options.interiorRows, options.fallsBack, options.provesInfeasibility) = (1, false, false)
    let program = builder.build()
    #expect(try Solver.solve(program, options: options).infeasibility == nil)
    options.triesRay = true
    let result = try Solver.solve(program, options: options)
    #expect(result.termination == .infeasible)
    #expect(result.infeasibility?.isProof == true)
  }
}
