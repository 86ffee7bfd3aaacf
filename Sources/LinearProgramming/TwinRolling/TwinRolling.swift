/// Solves a long program by a primal and a dual rolling pass and certifies the answer.
enum TwinRolling {
  /// Windows of the passes, tried one after the other where re-solving the worst hours is not enough.
  static let ladder = [
    SolveOptions.Window(keep: 24, lookAhead: 24), .init(keep: 72, lookAhead: 60),
    .init(keep: 168, lookAhead: 96), .init(keep: 336, lookAhead: 168),
  ]

  /// Rows a stage from which the first windows look ahead half as far.
  ///
  /// The time of simplex grows with the square of a window's rows: four zones take 15 % less for the same gap.
  private static let wideRows = 80

  /// The ladder of a program.
  private static func ladder(for program: LinearProgram) -> [SolveOptions.Window] {
    guard program.rowCount > wideRows * max(1, program.stageCount) else { return ladder }
    return [SolveOptions.Window(keep: 24, lookAhead: 12)] + ladder.dropFirst()
  }

  /// Programs of at most this many rows go to the interior point whole where the first windows leave
  /// a gap: some three years, in a few gigabytes.
  private static let wholeRows = 1_500_000

  /// Seeks the proof that there is no feasible point, from multipliers where a pass gave some.
  typealias Proof = (_ multipliers: [Double]?, _ result: inout SolveResult) throws(SolverError)
    -> Void

  static func run(
    _ program: LinearProgram,
    options: SolveOptions,
    proof: Proof? = nil,
    incumbent: Incumbent = Incumbent(),
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    var result = SolveResult(termination: .failed)
    var best = BestAnswer(program, incumbent: incumbent)
    monitor.report(.guidance, done: 0, of: program.stageCount)
    let guidance = try found(
      for: program,
      options: options,
      incumbent,
      monitor: monitor,
      stop: stop,
      &best,
      &result
    )
    let index = StagedIndex(program)
    var context = RollingContext(program, index, guidance: guidance)
    var prices = SlowPrices(context)
    var (steering, isFirst) = (1.0, true)
    for window in options.window.map({ [$0] }) ?? ladder(for: program) {
      if stop.isRaised { break }
      if options.window == nil, !isFirst, window.keep + window.lookAhead >= index.stages {
        // One window holds all stages: the vertex of the whole is no dearer than its pass, and exact.
        _ = try takeVertex(program, monitor: monitor, stop: stop, &best, &result)
        break
      }
      let passes = twins(
        context,
        SolveOptions.Window(keep: window.keep, lookAhead: max(window.lookAhead, index.span)),
        steering: steering,
        farthestBack: isFirst ? 192 : 768,
        options: options,
        gap: best.answer?.gap,
        monitor: monitor,
        stop: stop
      )
      let outcome = try passes.run(&result.work, incumbent)
      let isFirstRung = isFirst
      isFirst = false
      result.iterations += outcome.iterations
      result.messages += outcome.messages
      let seemsInfeasible = outcome.termination == .infeasible || outcome.farkasMultipliers != nil
      if seemsInfeasible, !best.hasValues {
        let multipliers = outcome.farkasMultipliers
        try proof?(multipliers, &result)
        if proof == nil || result.infeasibility != nil || multipliers != nil {
          result.termination = .infeasible
          return result
        }
      }
      if outcome.termination == .infeasible { steering *= 8 }
      // What a stop leaves of the dual pass may bound less than what guided it.
      if stop.isRaised { best.take(nil, duals: context.rowDuals) }
      best.take(outcome.termination == .optimal ? outcome.values : nil, duals: outcome.duals)
      var refinement = Refinement(context, threads: options.threads, stop: stop)
      result.iterations += try refinement.run(
        &best,
        gap: options.gap,
        monitor: monitor,
        &result.work
      )
      if let answer = best.answer, answer.gap <= options.gap { break }
      result.messages.append(
        "windows of \(window.keep) + \(window.lookAhead) stages left a gap of "
          + "\(best.answer?.gap ?? .infinity)"
      )
      if options.window == nil, isFirstRung, program.rowCount <= wholeRows, !stop.isRaised {
        try takeWhole(program, options: options, monitor: monitor, stop: stop, &best, &result)
        if best.answer.map({ $0.gap > options.gap }) ?? true,
          program.rowCount <= Simplex.mostRows, !stop.isRaised,
          try takeVertex(program, monitor: monitor, stop: stop, &best, &result)
        {
          break
        }
        if let answer = best.answer, answer.gap <= options.gap { break }
      }
      // What guided the stores guides them again: duals of short windows are worse at their ends.
      var next = guidance
      prices.learn(values: outcome.windowValues, in: program)
      prices.apply(to: &next.rowDuals)
      context = RollingContext(program, index, guidance: next)
    }
    if let answer = best.answer { result.take(answer) }
    result.termination = termination(of: result, options: options, stop: stop)
    result.method = .rolling
    return result
  }

  /// Takes what the interior point finds of the whole program, where that is better.
  private static func takeWhole(
    _ program: LinearProgram,
    options: SolveOptions,
    monitor: SolveMonitor,
    stop: StopSignal,
    _ best: inout BestAnswer,
    _ result: inout SolveResult
  ) throws(SolverError) {
    let (stages, gap) = (program.stageCount, best.answer?.gap)
    monitor.report(.exact, done: 0, of: stages, gap: gap)
    let start = ContinuousClock.now
    let solution = try InteriorPoint.solve(
      program,
      rowTolerance: options.rowTolerance,
      threads: options.threads,
      progress: { monitor.report(.exact, share: $0, of: stages, gap: gap) },
      stop: stop
    )
    result.work.add([start.duration(to: .now) / .seconds(1)])
    result.iterations += solution.iterations
    guard !solution.values.isEmpty else {
      result.messages.append("the interior point found no point of the whole program")
      return
    }
    result.messages.append("the whole program was given to the interior point")
    let isMet =
      Feasibility(of: solution.values, in: program).worst <= options.rowTolerance
    best.take(isMet ? solution.values : nil, duals: solution.rowDuals)
  }

  /// Takes the vertex that simplex finds of the whole program; whether it found one, which nothing betters.
  private static func takeVertex(
    _ program: LinearProgram,
    monitor: SolveMonitor,
    stop: StopSignal,
    _ best: inout BestAnswer,
    _ result: inout SolveResult
  ) throws(SolverError) -> Bool {
    monitor.report(.exact, done: 0, of: program.stageCount, gap: best.answer?.gap)
    let start = ContinuousClock.now
    let solution = try Simplex.solve(FlatProgram(program), stop: stop)
    result.work.add([start.duration(to: .now) / .seconds(1)])
    result.iterations += solution.iterations
    guard solution.termination == .optimal else { return false }
    result.messages.append("the whole program was given to simplex")
    best.take(solution.values, duals: solution.rowDuals)
    return true
  }

  /// Rows from which a first schedule is found before all else: it takes a small part of what follows.
  private static let firstRows = 700_000

  /// Guidance, and beside it a first schedule where time is limited or will be long.
  private static func found(
    for program: LinearProgram,
    options: SolveOptions,
    _ incumbent: Incumbent,
    monitor: SolveMonitor,
    stop: StopSignal,
    _ best: inout BestAnswer,
    _ result: inout SolveResult
  ) throws(SolverError) -> Guidance {
    let start = ContinuousClock.now
    defer { result.work.add([start.duration(to: .now) / .seconds(1)]) }
    let find = { @Sendable (threads: Int) throws(SolverError) in
      try Guidance.found(
        for: program,
        gap: options.gap,
        threads: threads,
        monitor: monitor,
        stop: stop
      )
    }
    guard options.seeksFirst, stop.secondsLeft != nil || program.rowCount > firstRows,
      let hasty = FirstSchedule(program, stop: stop)
    else {
      let (guidance, messages) = try find(options.threads)
      result.messages += messages
      return guidance
    }
    // Alone on its thread the schedule comes first.
    let (first, (guidance, messages)) = try Worker.both(
      threads: options.threads,
      { () throws(SolverError) in try hasty.offer(to: incumbent) },
      { () throws(SolverError) in try find(1) }
    )
    result.messages += messages
    if let first { best.take(first, duals: guidance.rowDuals) }
    return guidance
  }

  private static func twins(
    _ context: RollingContext,
    _ window: SolveOptions.Window,
    steering: Double,
    farthestBack: Int,
    options: SolveOptions,
    gap: Double?,
    monitor: SolveMonitor,
    stop: StopSignal
  ) -> TwinPasses {
    let stages = context.index.stages
    return TwinPasses(
      primal: PrimalPass(
        context: context,
        window: window,
        steering: steering,
        farthestBack: farthestBack,
        progress: PassProgress(.primal, of: stages, gap: gap, monitor: monitor),
        stop: stop
      ),
      dual: DualPass(
        context: context,
        window: window,
        progress: PassProgress(.dual, of: stages, gap: gap, monitor: monitor),
        stop: stop
      ),
      stretch: options.stretch,
      threads: options.threads
    )
  }

  private static func termination(
    of result: SolveResult,
    options: SolveOptions,
    stop: StopSignal
  ) -> Termination {
    if result.hasValues, result.gap <= options.gap { return .optimal }
    if stop.isRaised { return stop.termination }
    return result.hasValues ? .feasible : .failed
  }
}
