/// Solves a whole staged program by GLPK's interior-point method.
enum InteriorPoint {
  /// The best point the method ended on; the certificate has to judge it.
  @available(*, noasync)
  static func solve(_ program: LinearProgram, stop: StopSignal) throws(SolverError) -> Solution {
    try program.validate()
    guard program.rowCount > 0, program.columnCount > 0 else {
      return try Simplex.solve(FlatProgram(program), stop: stop)
    }
    let chained = ChainedProgram(program)
    do throws(SolverError) {
      var problem = try GLPKProblem(chained.flat)
      let code = try problem.interior(stop: stop)
      guard code == .done || code == .unstable || code == .iterationLimit else {
        return Solution.ended(.failed)
      }
      var point = try problem.readInterior()
      point.values = chained.values(of: point.values)
      point.rowDuals = chained.rowDuals(of: point.rowDuals)
      guard point.values.allSatisfy({ $0.isFinite }), point.rowDuals.allSatisfy({ $0.isFinite })
      else { return Solution.ended(.failed) }
      return Solution(
        point,
        termination: point.primalStatus == .feasible ? .optimal : .failed,
        basis: nil
      )
    } catch .stopped {
      return Solution.ended(stop.termination)
    }
  }
}
