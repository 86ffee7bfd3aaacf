/// Solves staged linear programs and certifies the answers.
public enum Solver {
  /// Programs of at most this many stages are solved whole unless told otherwise.
  static let exactStages = 336

  /// Asked for a gap below this, the whole program by interior point is sooner done than windows.
  static let exactGap = 3e-5

  /// Solves a program within one synchronous call.
  @available(*, noasync)
  public static func solve(
    _ program: LinearProgram,
    options: SolveOptions = SolveOptions(),
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> SolveResult {
    let stop = StopSignal(monitor: monitor, secondsLeft: options.timeLimit)
    return try solve(program, options: options, monitor: monitor, stop: stop)
  }

  /// Solves a program until a signal.
  static func solve(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor = SolveMonitor(),
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    try program.validate()
    let method = method(for: program, options: options)
    let relaxed = { (program: LinearProgram) throws(SolverError) -> SolveResult in
      method.choice == .rolling
        ? try TwinRolling.run(program, options: options, monitor: monitor, stop: stop)
        : try ExactSolve.run(program, options: options, monitor: monitor, stop: stop)
    }
    var result = try relaxed(program)
    try ExclusiveSchedule.settle(program, options: options, stop: stop, &result, solve: relaxed)
    result.reason = method.reason
    return result
  }

  private static func method(
    for program: LinearProgram,
    options: SolveOptions
  ) -> (choice: SolveOptions.Method, reason: String) {
    let stages = program.stageCount
    switch options.method {
    case .exact: return (.exact, "exact was asked for")
    case .rolling where stages > 0: return (.rolling, "rolling was asked for")
    case .rolling: return (.exact, "the program has no stages to roll through")
    case .auto where stages <= exactStages:
      return (.exact, "\(stages) hours are solved whole")
    case .auto where options.gap < exactGap:
      return (.exact, "a gap of \(options.gap) is met sooner by all \(stages) hours at once")
    case .auto: return (.rolling, "\(stages) hours are solved in windows")
    }
  }
}
