/// Solves staged linear programs and certifies the answers.
public enum Solver {
  /// Programs of at most this many stages are solved whole unless told otherwise.
  static let exactStages = 336

  /// Asked for a gap below this, the whole program by interior point is sooner done than windows.
  static let exactGap = 3e-5

  /// Rows from which a first schedule is found beside the whole program, should it be stopped.
  private static let firstRows = 200_000

  /// Solves a program within one synchronous call, which ends soon after its time or the caller's stop.
  @available(*, noasync)
  public static func solve(
    _ program: LinearProgram,
    options: SolveOptions = SolveOptions(),
    monitor: SolveMonitor = SolveMonitor()
  ) throws(SolverError) -> SolveResult {
    let stop = StopSignal(monitor: monitor, secondsLeft: options.timeLimit)
    guard !stop.isRaised else { return SolveResult(termination: stop.termination) }
    try program.validate()
    let incumbent = Incumbent()
    let found = try PromptStop.run(stop) { () throws(SolverError) in
      try relaxed(program, options: options, monitor: monitor, stop: stop, incumbent)
    }
    return try settled(
      program,
      options: options,
      stop: stop,
      rescued(found, incumbent, stop: stop)
    ) { (program: LinearProgram) throws(SolverError) in
      try relaxed(program, options: options, monitor: monitor, stop: stop, Incumbent())
    }
  }

  /// Solves a program until a signal.
  static func solve(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor = SolveMonitor(),
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    try program.validate()
    let solve = { @Sendable (program: LinearProgram) throws(SolverError) -> SolveResult in
      try relaxed(program, options: options, monitor: monitor, stop: stop, Incumbent())
    }
    var result = try solve(program)
    try ExclusiveSchedule.settle(program, options: options, stop: stop, &result, solve: solve)
    return result
  }

  /// Solves a program without its exclusions, by the method that fits it.
  private static func relaxed(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal,
    _ incumbent: Incumbent
  ) throws(SolverError) -> SolveResult {
    let method = method(for: program, options: options)
    var result =
      method.choice == .rolling
      ? try TwinRolling.run(
        program,
        options: options,
        proof: { multipliers, result throws(SolverError) in
          try Infeasibility.prove(program, from: multipliers, stop: stop, &result)
        },
        incumbent: incumbent,
        monitor: monitor,
        stop: stop
      )
      : try exact(program, options: options, monitor: monitor, stop: stop, incumbent)
    result.reason = method.reason
    return result
  }

  /// The answer of a solve, or where a stop left it none the best that it had met until then.
  private static func rescued(
    _ found: SolveResult?,
    _ incumbent: Incumbent,
    stop: StopSignal
  ) -> SolveResult {
    var result = found ?? SolveResult(termination: stop.termination)
    guard !result.hasValues, result.termination == stop.termination, stop.isRaised,
      let answer = incumbent.answer
    else { return result }
    result.take(answer)
    result.messages.append("it was stopped: this is the best schedule that was whole by then")
    return result
  }

  /// The answer with its exclusions kept; where a stop comes between, by what a moment suffices for.
  @available(*, noasync)
  private static func settled(
    _ program: LinearProgram,
    options: SolveOptions,
    stop: StopSignal,
    _ result: SolveResult,
    solve: @escaping @Sendable (LinearProgram) throws(SolverError) -> SolveResult
  ) throws(SolverError) -> SolveResult {
    guard ExclusiveSchedule.applies(to: result, of: program, options: options)
    else { return result }
    func settled(_ stop: StopSignal) throws(SolverError) -> SolveResult? {
      try PromptStop.run(stop) { () throws(SolverError) in
        var settled = result
        try ExclusiveSchedule.settle(program, options: options, stop: stop, &settled, solve: solve)
        return settled
      }
    }
    if !stop.isRaised, let found = try settled(stop), found.hasValues || !stop.isRaised {
      return found
    }
    // What is left is a moment: windows alone are solved again.
    let moment = ProcessorClock.signal(ExclusiveSchedule.grace)
    let last = try PromptStop.run(moment, patience: ExclusiveSchedule.grace) {
      () throws(SolverError) in
      var settled = result
      try ExclusiveSchedule.settleInTime(program, options: options, stop: moment, &settled)
      return settled
    }
    var answer = last ?? result
    if last == nil { answer.dropValues(ExclusiveSchedule.noneFound) }
    answer.termination = stop.termination
    return answer
  }

  /// The whole program at once; where time is limited or will be long, beside a first schedule that is kept if it is
  /// stopped.
  private static func exact(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal,
    _ incumbent: Incumbent
  ) throws(SolverError) -> SolveResult {
    let (hastyStop, hastyMonitor) = stop.follower()
    // Alone on its thread it may take half of the time, and leaves the rest.
    let share = options.threads > 1 ? nil : stop.secondsLeft.map { $0 / 2 }
    guard options.seeksFirst, stop.secondsLeft != nil || program.rowCount > firstRows,
      FirstSchedule.needsWindows(program),
      let hasty = FirstSchedule(
        program,
        stop: share.map { hastyStop.limited(toSeconds: $0) } ?? hastyStop
      )
    else { return try ExactSolve.run(program, options: options, monitor: monitor, stop: stop) }
    let (_, whole) = try Worker.both(
      threads: options.threads,
      { () throws(SolverError) in try hasty.offer(to: incumbent) },
      { () throws(SolverError) in
        defer { hastyMonitor.cancel() }
        return try ExactSolve.run(program, options: options, monitor: monitor, stop: stop)
      }
    )
    return whole
  }

  private static func method(
    for program: LinearProgram,
    options: SolveOptions
  ) -> (choice: SolveOptions.Method, reason: String) {
    let stages = program.stageCount
    // Windows hold what belongs to no hour as it was guessed, and a guess that fails proves nothing.
    let isTimeless = program.columnStage.contains(LinearProgram.global)
    switch options.method {
    case .exact: return (.exact, "exact was asked for")
    case .rolling where isTimeless, .auto where isTimeless && stages > exactStages:
      return (.exact, "what belongs to no hour is decided by all \(stages) hours at once")
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
