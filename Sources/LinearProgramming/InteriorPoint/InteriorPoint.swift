/// Solves a whole staged program by a primal-dual interior-point method.
///
/// The normal equations of a program that couples only neighbouring stages have a factor that grows
/// linearly with the stages, and one that threads can share. `glp_interior` does the same on one
/// thread, but makes a row of every two-sided bound and factorises slower.
package enum InteriorPoint {
  /// The relative gap of an exact answer.
  package static let exactTolerance = 1e-7

  /// Solves a program, which is given up where the caller does not keep it.
  ///
  /// The best point the method ended on, also where it was stopped; the certificate has to judge it. Where it ended on
  /// none, or its duals prove on the way that no point costs less than `enough`, those that prove most come back alone.
  @available(*, noasync)
  package static func solve(
    _ program: consuming LinearProgram,
    tolerance: Double = exactTolerance,
    rowTolerance: Double = .infinity,
    threads: Int = 1,
    enough: Double? = nil,
    progress: ((_ share: Double) -> Void)? = nil,
    stop: StopSignal
  ) throws(SolverError) -> Solution {
    try program.validate()
    guard program.rowCount > 0, program.columnCount > 0 else {
      return try Simplex.solve(FlatProgram(program), stop: stop)
    }
    let constant = program.objectiveConstant
    var chained = ChainedProgram(consume program)
    guard !stop.isRaised else { return Solution.ended(stop.termination) }
    let (boxed, order) = try boxed(&chained)
    guard !stop.isRaised else { return Solution.ended(stop.termination) }
    var path = PrimalDualPath(boxed, order, team: Team(threads: threads))
    let most = enough.map { boxed.scaled(cost: $0 - constant) } ?? .infinity
    let (distance, steps) = path.run(
      tolerance: tolerance,
      enough: most,
      progress: progress,
      stop: stop
    )
    if distance.meets(tolerance) { path.closeRows(to: rowTolerance / 2, stop: stop) }
    let (values, duals) = path.end
    guard distance.isFinite, values.allSatisfy({ $0.isFinite }), duals.allSatisfy({ $0.isFinite })
    else { return Solution.ended(stop.isRaised ? stop.termination : .failed) }
    let isOptimal = distance.meets(tolerance)
    let early = stop.isRaised ? stop.termination : .failed
    func restored(_ duals: [Double]) -> [Double] {
      chained.rowDuals(of: order.rowOrder.restored(boxed.rowDuals(of: duals)))
    }
    let rowDuals = restored(duals)
    guard isOptimal || early != .failed || distance.isUsable && distance.lowerBound < most else {
      var failed = Solution.ended(.failed)
      failed.farkasMultipliers = rowDuals
      failed.rowDuals = path.proving.map(restored) ?? []
      failed.iterations = steps
      return failed
    }
    var solution = Solution.ended(isOptimal ? .optimal : early)
    solution.primalStatus = isOptimal ? .feasible : .undefined
    solution.dualStatus = solution.primalStatus
    solution.iterations = steps
    solution.values = chained.values(
      of: order.columnOrder.restored(boxed.columnValues(of: values))
    )
    solution.rowDuals = rowDuals
    return solution
  }

  /// The chained copy in the order of its elimination; the copy itself is given up.
  private static func boxed(
    _ chained: inout ChainedProgram
  ) throws(SolverError) -> (BoxedProgram, EliminationOrder) {
    let copy = chained.takeCopy()
    let order = try EliminationOrder(copy, stage: chained.rowStage)
    let ordered = copy.reordered(rows: order.rowOrder, columns: order.columnOrder)
    return (BoxedProgram(ordered), order)
  }
}
