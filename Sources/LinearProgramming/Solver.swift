/// Solves staged linear programs and certifies the answers.
public enum Solver {
  /// Solves a program within one synchronous call.
  ///
  /// `lean` is a smaller program of the same horizon whose families bear the same names where they
  /// mean the same; its duals and levels price what outlives a window of twin rolling.
  @available(*, noasync)
  public static func solve(
    _ program: LinearProgram,
    lean: LinearProgram? = nil,
    options: SolveOptions = SolveOptions(),
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> SolveResult {
    try program.validate()
    let stop = StopSignal(monitor: monitor, secondsLeft: options.timeLimit)
    return try ExactSolve.run(program, options: options, monitor: monitor, stop: stop)
  }
}
