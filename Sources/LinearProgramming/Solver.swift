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
        : try exact(program, options: options, monitor: monitor, stop: stop)
    }
    var result = try relaxed(program)
    try ExclusiveSchedule.settle(program, options: options, stop: stop, &result, solve: relaxed)
    result.reason = method.reason
    return result
  }

  /// The whole program at once; where time is limited, beside a first schedule that is kept if it runs out.
  private static func exact(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    let (hastyStop, hastyMonitor) = stop.follower()
    guard let left = stop.secondsLeft, FirstSchedule.needsWindows(program),
      let hasty = FirstSchedule(
        program,
        // Alone on its thread it may take half of the time, and leaves the rest.
        stop: options.threads > 1 ? hastyStop : hastyStop.limited(toSeconds: left / 2)
      )
    else { return try ExactSolve.run(program, options: options, monitor: monitor, stop: stop) }
    let (first, whole) = try Worker.both(
      threads: options.threads,
      { () throws(SolverError) in try hasty.values() },
      { () throws(SolverError) in
        defer { hastyMonitor.cancel() }
        return try ExactSolve.run(program, options: options, monitor: monitor, stop: stop)
      }
    )
    var result = whole
    if !result.hasValues, stop.isRaised, result.termination == stop.termination, let first {
      result.accept(first, rowDuals: [], in: program)
      result.messages.append("time ran out: this is a first schedule, by short windows alone")
    }
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
