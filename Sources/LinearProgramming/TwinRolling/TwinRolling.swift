import Foundation

/// Solves a long program by a primal and a dual rolling pass and certifies the answer.
enum TwinRolling {
  /// Windows tried one after the other while the gap is too wide.
  ///
  /// Where coal rules, 24 + 24 h meets a gap of 1e-3. Where storage rules, 48 + 48 h ends just above it and
  /// 72 + 60 h below it, for half the time more; so the second windows are the longer ones.
  static let ladder = [
    SolveOptions.Window(keep: 24, lookAhead: 24), .init(keep: 72, lookAhead: 60),
    .init(keep: 168, lookAhead: 96), .init(keep: 336, lookAhead: 168),
  ]

  /// Windows of a first schedule without guidance, found while guidance is, for whoever stops early.
  private static let hastyWindow = SolveOptions.Window(keep: 24, lookAhead: 12)

  static func run(
    _ program: LinearProgram,
    options: SolveOptions,
    provesInfeasibility: Bool = true,
    monitor: SolveMonitor,
    stop: StopSignal
  ) throws(SolverError) -> SolveResult {
    let index = StagedIndex(program)
    var result = SolveResult(termination: .failed)
    result.method = .rolling
    monitor.report(.guidance, done: 0, of: index.stages)
    let hasty = PrimalPass(
      context: RollingContext(program, index, guidance: Guidance(none: program)),
      keep: hastyWindow.keep,
      lookAhead: max(hastyWindow.lookAhead, index.span),
      farthestBack: hastyWindow.keep,
      monitor: SolveMonitor(),
      stop: stop
    )
    let (guidance, first) = try Worker.both(
      threads: options.threads,
      { () throws(SolverError) in
        try Guidance.found(for: program, index, gap: options.gap, stop: stop)
      },
      hasty.run
    )
    result.messages += guidance.messages
    var context = RollingContext(program, index, guidance: guidance.guidance)
    var prices = SlowPrices(context)
    var best = Best()
    if first.termination == .optimal {
      best.take(first.vector, in: program)
      best.take(duals: guidance.guidance.rowDuals, in: program)
    }
    var (steering, isFirst) = (1.0, true)
    for window in options.window.map({ [$0] }) ?? ladder {
      if stop.isRaised { break }
      let lookAhead = max(window.lookAhead, index.span)
      defer { isFirst = false }
      let primal = PrimalPass(
        context: context,
        keep: window.keep,
        lookAhead: lookAhead,
        steering: steering,
        farthestBack: isFirst ? 192 : 768,
        monitor: monitor,
        stop: stop
      )
      let dual = DualPass(
        context: context,
        keep: window.keep,
        lookAhead: lookAhead,
        monitor: monitor,
        stop: stop
      )
      let (point, duals) = try Worker.both(threads: options.threads, primal.run, dual.run)
      result.iterations += point.iterations + duals.iterations
      result.messages += point.messages
      result.criticalPathSeconds += max(point.seconds, duals.seconds)
      let seemsInfeasible = point.termination == .infeasible || duals.farkasMultipliers != nil
      if seemsInfeasible, best.values == nil {
        if provesInfeasibility {
          try Infeasibility.prove(program, from: duals.farkasMultipliers, stop: stop, &result)
        }
        if !provesInfeasibility || result.infeasibility != nil || duals.farkasMultipliers != nil {
          result.termination = .infeasible
          return result
        }
      }
      if point.termination == .infeasible { steering *= 8 }
      if point.termination == .optimal { best.take(point.vector, in: program) }
      best.take(duals: duals.vector, in: program)
      best.settle(&result, in: program)
      if result.hasValues, result.gap <= options.gap { break }
      result.messages.append(
        "windows of \(window.keep) + \(lookAhead) stages: cost \(best.cost), bound \(best.bound)"
      )
      // What guided the stores guides them again: duals of short windows are worse at their ends.
      var next = guidance.guidance
      prices.learn(values: duals.windowValues, in: program)
      prices.apply(to: &next.rowDuals)
      context = RollingContext(program, index, guidance: next)
    }
    if !result.hasValues { best.settle(&result, in: program) }
    result.termination = termination(of: result, options: options, stop: stop)
    return result
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

  /// The best point and the best duals of several passes.
  private struct Best {
    private(set) var values: [Double]?
    private(set) var rowDuals: [Double]?
    private(set) var cost = Double.infinity
    private(set) var bound = -Double.infinity

    /// Gives what there is to the result.
    func settle(_ result: inout SolveResult, in program: LinearProgram) {
      guard let values, let rowDuals else { return }
      result.accept(values, rowDuals: rowDuals, in: program)
    }

    mutating func take(_ point: [Double], in program: LinearProgram) {
      let cost = program.cost(of: point)
      if cost < self.cost { (values, self.cost) = (point, cost) }
    }

    mutating func take(duals: [Double], in program: LinearProgram) {
      let bound = Certificate(program, rowDuals: duals).lowerBound
      if rowDuals == nil || bound > self.bound { (rowDuals, self.bound) = (duals, bound) }
    }
  }
}
