/// Solves a whole program at once and certifies the answer.
enum ExactSolve {
  static func run(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    let flat = FlatProgram(program)
    let solution = try Simplex.solve(
      flat,
      options: Simplex.Options(presolve: options.presolve),
      stop: stop
    )
    var result = SolveResult(termination: solution.termination)
    result.method = .exact
    result.reason = "simplex on the whole program"
    result.iterations = solution.iterations
    if solution.termination == .infeasible {
      try Infeasibility.prove(program, from: solution.farkasMultipliers, stop: stop, &result)
    }
    guard solution.termination == .optimal else { return result }
    result.accept(solution.values, rowDuals: solution.rowDuals, in: program)
    result.termination = result.gap <= options.gap ? .optimal : .feasible
    return result
  }
}

extension SolveResult {
  /// Takes a point and duals and computes cost, bound and gap from them.
  mutating func accept(_ point: [Double], rowDuals duals: [Double], in program: LinearProgram) {
    values = point
    for column in values.indices {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      values[column] = min(max(values[column], lower), upper)
    }
    let certificate = Certificate(program, rowDuals: duals)
    rowDuals = certificate.rowDuals
    cost = program.cost(of: values)
    lowerBound = certificate.lowerBound
    gap = certificate.gap(of: values, in: program)
    gapByStage = certificate.gapByStage(of: values, in: program)
  }
}
