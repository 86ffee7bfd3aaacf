/// Finds the proof that a program has no feasible point.
enum Infeasibility {
  /// Checks a solver's multipliers; where they prove nothing, takes those of an elastic solve.
  static func prove(
    _ program: LinearProgram,
    from multipliers: [Double]?,
    stop: StopSignal,
    _ result: inout SolveResult
  ) throws(SolverError) {
    if let multipliers {
      let proof = FarkasCertificate(program, multipliers: multipliers)
      if proof.isProof {
        result.infeasibility = proof
        return
      }
    }
    let elastic = try ElasticRelaxation.solve(
      program.withoutExclusions,
      rows: Array(0..<program.rowCount),
      stop: stop
    )
    let proof = FarkasCertificate(program, multipliers: elastic.rowDuals)
    if proof.isProof {
      result.infeasibility = proof
    } else {
      result.messages.append("the solver found no feasible point, but no proof that none exists")
    }
  }
}
