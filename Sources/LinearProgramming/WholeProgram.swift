/// Solves small programs in which some columns are whole numbers.
package enum WholeProgram {
  /// The best point, or proof that there is none.
  package enum Answer: Sendable {
    /// A point within the gap, and what no point costs less than.
    case found([Double], least: Double)
    /// There is no point.
    case infeasible
    /// The search did not end.
    case undecided
  }

  /// Branch and bound by GLPK, to a gap that is rounding.
  ///
  /// GLPK takes 7.99999 for whole; the other columns follow once more beside what is whole to the last digit. A point
  /// that is off its bounds is no answer: the search is done again without GLPK's presolve, which takes small
  /// coefficients for 0.
  @available(*, noasync)
  package static func solve(
    _ program: FlatProgram,
    whole: [Int],
    seconds: Double = 60,
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> Answer {
    let stop = StopSignal(monitor: monitor)
    for presolve in [true, false] {
      let found = try PromptStop.run(stop) { () throws(SolverError) -> Answer in
        var problem = try GLPKProblem(program)
        let result = try problem.wholeNumbers(
          whole.map(Int32.init),
          gap: 1e-9,
          presolve: presolve,
          milliseconds: Int32(seconds * 1000),
          stop: stop
        )
        switch (result.code, result.status) {
        case (_, .noneFeasible), (.noPrimalFeasible, _): return .infeasible
        case (.done, .feasible):
          return .found(result.values, least: program.cost(of: result.values))
        default: return .undecided
        }
      }
      switch found ?? .undecided {
      case .infeasible: return .infeasible
      case .undecided: continue
      case .found(let values, let least):
        if let settled = try settled(values, whole, of: program, stop) {
          return .found(settled, least: least)
        }
      }
    }
    return .undecided
  }

  /// A point with its whole columns whole to the last digit; nil where it is off its bounds
  /// or leaves the other columns none that they can be.
  private static func settled(
    _ values: [Double],
    _ whole: [Int],
    of program: FlatProgram,
    _ stop: StopSignal
  ) throws(SolverError) -> [Double]? {
    guard program.isWithinBounds(values) else { return nil }
    var values = values
    for column in whole { values[column] = values[column].rounded() }
    guard whole.count < program.columnCount else { return program.isMet(by: values) ? values : nil }
    var beside = program
    for column in whole {
      (beside.columnLower[column], beside.columnUpper[column]) = (values[column], values[column])
    }
    let rest = try Simplex.solve(beside, stop: stop)
    return rest.termination == .optimal ? rest.values : nil
  }
}
