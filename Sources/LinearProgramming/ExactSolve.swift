/// Solves a whole program at once and certifies the answer.
enum ExactSolve {
  /// A network of hundreds of buses has more rows an hour than this; past so many rows in all, its days go
  /// to the interior point too: 585 buses over 24 hours take 40 s by simplex and 3 s by it.
  static let simplexRowsAnHour = 400
  static let simplexRowsOfNetworks = 5_000

  static func run(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    monitor.report(.exact, done: 0, of: program.stageCount)
    let mostRows = options.interiorRows ?? Simplex.mostRows
    if program.rowCount > mostRows || isWide(program) {
      let result = try interior(program, options: options, monitor: monitor, stop: stop)
      if let enough = options.enough, result.lowerBound >= enough { return result }
      guard result.termination == .feasible, program.rowCount <= mostRows else {
        return result.termination == .failed && options.fallsBack
          ? try simplex(program, options: options, stop: stop) : result
      }
      // It ended short of the gap on a program that simplex can finish.
      let vertex = try simplex(program, options: options, stop: stop)
      return vertex.gap < result.gap ? vertex : result
    }
    return try simplex(program, options: options, stop: stop)
  }

  private static func isWide(_ program: LinearProgram) -> Bool {
    program.rowCount > simplexRowsOfNetworks
      && program.rowCount > simplexRowsAnHour * max(program.stageCount, 1)
  }

  private static func simplex(
    _ program: LinearProgram,
    options: SolveOptions,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    let solution = try Simplex.solve(
      FlatProgram(program),
      options: Simplex.Options(presolve: options.presolve),
      stop: stop
    )
    var result = SolveResult(termination: solution.termination)
    result.method = .exact
    result.iterations = solution.iterations
    if solution.termination == .infeasible {
      try Infeasibility.prove(program, from: solution.farkasMultipliers, stop: stop, &result)
    }
    guard solution.termination == .optimal else { return result }
    result.accept(solution.values, rowDuals: solution.rowDuals, in: program)
    result.termination = result.gap <= options.gap ? .optimal : .feasible
    return result
  }

  private static func interior(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    let stages = program.stageCount
    let solution = try InteriorPoint.solve(
      program,
      // Traces of both of two ways at once are to be too small to be taken for a use.
      tolerance: options.interiorTolerance / (program.exclusions.isEmpty ? 1 : 10),
      rowTolerance: options.rowTolerance,
      threads: options.threads,
      enough: options.enough,
      progress: { monitor.report(.exact, share: $0, of: stages) },
      stop: stop
    )
    var result = SolveResult(termination: solution.termination)
    result.method = .exact
    result.iterations = solution.iterations
    if solution.values.isEmpty, !solution.rowDuals.isEmpty {
      let certificate = Certificate(program, rowDuals: solution.rowDuals)
      (result.rowDuals, result.lowerBound) = (certificate.rowDuals, certificate.lowerBound)
      if let enough = options.enough, result.lowerBound >= enough { return result }
    }
    guard solution.termination == .optimal || solution.termination == .failed else { return result }
    if !solution.values.isEmpty,
      Feasibility(of: solution.values, in: program).worst
        <= options.rowTolerance
    {
      result.accept(solution.values, rowDuals: solution.rowDuals, in: program)
      let settled = try StagePreference.settled(
        result.values,
        rowDuals: result.rowDuals,
        in: program,
        stop: stop
      )
      result.accept(settled, rowDuals: result.rowDuals, in: program)
      result.termination = result.gap <= options.gap ? .optimal : .feasible
      return result
    }
    if solution.termination == .optimal { result.messages.append("interior point left rows unmet") }
    if options.provesInfeasibility {
      try Infeasibility.prove(program, from: nil, stop: stop, &result)
    } else if options.triesRay, let ray = solution.farkasMultipliers {
      let proof = FarkasCertificate(program, multipliers: ray)
      if proof.isProof { result.infeasibility = proof }
    }
    result.termination = result.infeasibility == nil ? .failed : .infeasible
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
    lowerBound = certificate.lowerBound
    measure(against: certificate, in: program)
  }

  /// Takes another point beside the same duals: cost and gap follow.
  package mutating func take(_ point: [Double], in program: LinearProgram) {
    let bound = lowerBound
    values = point
    measure(against: Certificate(program, rowDuals: rowDuals), in: program)
    // The bound may be better than that of the duals, where choices were searched.
    guard bound.isFinite else { return }
    gap = max(0, (cost - bound) / program.costScale(of: values))
  }

  private mutating func measure(against certificate: Certificate, in program: LinearProgram) {
    cost = program.cost(of: values)
    gap = certificate.gap(of: values, in: program)
    gapByStage = certificate.gapByStage(of: values, in: program)
  }
}
