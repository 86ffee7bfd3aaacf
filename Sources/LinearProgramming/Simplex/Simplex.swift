/// Solves a flat program by GLPK's simplex, dual first.
package enum Simplex {
  /// Programs of at most this many rows are solved by it.
  static let mostRows = 25_000

  /// How a simplex solve begins and ends.
  package struct Options: Sendable {
    /// A basis to start from; where it does not fit the start is cold.
    package var basis: Basis?
    /// Whether GLPK reduces the program first; a proof of infeasibility is then found without.
    package var presolve = false
    /// Whether GLPK scales the program.
    package var scaled = false
    /// Whether to try the primal method first.
    package var primalFirst = false

    package init(basis: Basis? = nil, presolve: Bool = false, scaled: Bool = false) {
      self.basis = basis
      self.presolve = presolve
      self.scaled = scaled
    }
  }

  /// Solves within one synchronous call.
  @available(*, noasync)
  package static func solve(
    _ program: FlatProgram,
    options: Options = Options(),
    stop: StopSignal = StopSignal()
  ) throws(SolverError) -> Solution {
    guard program.rowCount > 0 else { return try Self.solveWithoutRows(program) }
    do throws(SolverError) {
      var problem = try GLPKProblem(program, scaled: options.scaled)
      var solution = try Self.run(&problem, options: options, stop: stop)
      // Now and then GLPK says optimal of a point that is not even feasible: then anew, from nothing.
      if solution.termination == .optimal, !program.isMet(by: solution.values) {
        try problem.startFromRows()
        solution = try finish(&problem, stop: stop)
        if !program.isMet(by: solution.values) { solution.termination = .failed }
      }
      try prefer(&problem, program, &solution, stop: stop)
      return solution
    } catch .stopped {
      return Solution.ended(stop.termination)
    }
  }

  /// Solves a problem that is loaded already, from its present basis where none is given.
  static func run(
    _ problem: inout GLPKProblem,
    options: Options,
    stop: StopSignal
  ) throws(SolverError) -> Solution {
    var warm = false
    if let basis = options.basis { warm = try problem.start(from: basis) }
    if !warm { try problem.startFromRows() }
    if options.presolve {
      let code = try problem.simplex(.dual, longStep: true, presolve: true, stop: stop)
      if code == .done, let solution = try optimum(of: problem) { return solution }
      try problem.startFromRows()
    }
    if !options.primalFirst {
      for attempt in DualAttempt.ladder(warm: warm) {
        if attempt.isCold { try problem.startFromRows() }
        let code = try problem.simplex(
          .dual,
          longStep: attempt.longStep,
          iterationLimit: attempt.pivots(rows: problem.rowCount),
          stop: stop
        )
        if code == .done {
          if let solution = try optimum(of: problem) { return solution }
          if let solution = try infeasibility(of: problem) { return solution }
          break
        }
        if code == .iterationLimit { continue }
        if code == .unusableBasis { try problem.startFromRows() }
        break
      }
    }
    return try finish(&problem, stop: stop)
  }

  /// One try of the dual method.
  ///
  /// On degenerate programs GLPK's dual simplex may cycle for ever, so each try but the last has
  /// a limit of pivots far above what a sound run needs.
  private struct DualAttempt {
    let isCold: Bool
    let longStep: Bool
    let pivotsPerRow: Int

    func pivots(rows: Int) -> Int { pivotsPerRow * (rows + 500) }

    /// From the basis at hand, on from where that stopped by the other ratio test, and anew.
    static func ladder(warm: Bool) -> [DualAttempt] {
      let first = [
        DualAttempt(isCold: false, longStep: !warm, pivotsPerRow: warm ? 3 : 10),
        DualAttempt(isCold: false, longStep: warm, pivotsPerRow: warm ? 3 : 10),
      ]
      return warm ? first + [DualAttempt(isCold: true, longStep: true, pivotsPerRow: 10)] : first
    }
  }

  private static func finish(
    _ problem: inout GLPKProblem,
    stop: StopSignal
  ) throws(SolverError) -> Solution {
    var code = try problem.simplex(.primal, longStep: false, stop: stop)
    if code != .done {
      try problem.startFromTriangle()
      code = try problem.simplex(.primal, longStep: false, stop: stop)
    }
    if let solution = try optimum(of: problem) { return solution }
    let point = try problem.readSimplex()
    if point.primalStatus == .noneFeasible {
      try problem.startFromRows()
      _ = try problem.simplex(.dualThenPrimal, longStep: true, stop: stop)
      if let solution = try infeasibility(of: problem) { return solution }
      var solution = Solution.ended(.infeasible)
      solution.primalStatus = .noneFeasible
      return solution
    }
    if point.primalStatus == .feasible, point.dualStatus == .noneFeasible {
      return Solution(point, termination: .unbounded, basis: nil)
    }
    return Solution(point, termination: .failed, basis: nil)
  }

  private static func optimum(
    of problem: borrowing GLPKProblem
  ) throws(SolverError) -> Solution? {
    let point = try problem.readSimplex()
    guard point.primalStatus == .feasible, point.dualStatus == .feasible else { return nil }
    return Solution(point, termination: .optimal, basis: try problem.basis())
  }

  private static func infeasibility(
    of problem: borrowing GLPKProblem
  ) throws(SolverError) -> Solution? {
    let point = try problem.readSimplex()
    guard point.primalStatus == .noneFeasible, let ray = try problem.ray() else { return nil }
    var solution = Solution(point, termination: .infeasible, basis: nil)
    solution.farkasMultipliers = ray
    return solution
  }

  private static func solveWithoutRows(_ program: FlatProgram) throws(SolverError) -> Solution {
    try program.validate()
    var solution = Solution.ended(.optimal)
    for column in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let paid = program.cost[column]
      let cost = paid == 0 && !program.preference.isEmpty ? program.preference[column] : paid
      let rest = lower.isFinite ? lower : upper.isFinite ? upper : 0
      let value = cost > 0 ? lower : cost < 0 ? upper : rest
      if !value.isFinite { solution.termination = .unbounded }
      solution.values.append(value.isFinite ? value : rest)
    }
    solution.primalStatus = .feasible
    solution.dualStatus = solution.termination == .optimal ? .feasible : .noneFeasible
    return solution
  }
}

extension Solution {
  /// An answer without a point.
  static func ended(_ termination: Termination) -> Solution {
    Solution(
      termination: termination,
      primalStatus: .undefined,
      dualStatus: .undefined,
      iterations: 0,
      values: [],
      rowDuals: [],
      basis: nil,
      farkasMultipliers: nil
    )
  }

  init(_ point: GLPKPoint, termination: Termination, basis: Basis?) {
    self.init(
      termination: termination,
      primalStatus: point.primalStatus,
      dualStatus: point.dualStatus,
      iterations: point.iterations,
      values: point.values,
      rowDuals: point.rowDuals,
      basis: basis,
      farkasMultipliers: nil
    )
  }
}
