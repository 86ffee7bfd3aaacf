/// Solves small programs in which some columns are whole numbers.
package enum WholeProgram {
  /// The best point, or proof that there is none.
  package enum Answer: Sendable {
    /// A point within the gap.
    case found([Double])
    /// There is no point.
    case infeasible
    /// The search did not end.
    case undecided
  }

  /// Branch and bound by GLPK, to a gap that is rounding.
  ///
  /// GLPK takes 7.99999 for whole; the other columns follow once more beside what is whole to the last digit.
  @available(*, noasync)
  package static func solve(
    _ program: FlatProgram,
    whole: [Int],
    seconds: Double = 60,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> Answer {
    let stop = StopSignal(monitor: monitor)
    let found = try PromptStop.run(stop) { () throws(SolverError) -> Answer in
      var problem = try GLPKProblem(program)
      let result = try problem.wholeNumbers(
        whole.map(Int32.init),
        gap: 1e-9,
        milliseconds: Int32(seconds * 1000),
        stop: stop
      )
      switch (result.code, result.status) {
      case (_, .noneFeasible), (.noPrimalFeasible, _): return .infeasible
      case (.done, .feasible):
        var values = result.values
        for column in whole { values[column] = values[column].rounded() }
        return .found(values)
      default: return .undecided
      }
    }
    guard case .found(let values) = found, whole.count < program.columnCount else {
      return found ?? .undecided
    }
    var beside = program
    for column in whole {
      (beside.columnLower[column], beside.columnUpper[column]) = (values[column], values[column])
    }
    let rest = try Simplex.solve(beside, stop: stop)
    return .found(rest.termination == .optimal ? rest.values : values)
  }
}
