/// Finds a schedule in which nothing does two opposite things in one stage.
///
/// The relaxation is solved first, and where both sides of an exclusion are used the smaller one is held at rest.
/// Long programs are then solved again in windows around those places, between a past and a future that stay; where
/// that has no answer, where the windows would be a large part of all hours, and in short programs at once, the whole
/// program is solved again. So on until no place is
/// left. The bound stays that of the relaxation, so the gap tells what the law costs; where it is wider than asked,
/// short programs are searched by ``ExclusiveTree``.
struct ExclusiveSchedule {
  /// What both sides may be off rest and still count as rounding, in units of the columns (MW).
  static let trace = 1e-6
  /// What an interior point may leave on a side and is taken away, a tenth of what a row may be off.
  static let residue = 5e-5
  /// Programs of at most this many rows are solved again whole.
  private static let wholeRows = 2_500
  /// Hours on both sides of a place in its first window.
  private static let margin = 2
  /// Windows that are at most one of so many parts of all hours are solved, else the whole: 7,374 places of
  /// `northeast-2030`, spread over the year, take minutes by simplex and one solution of a minute.
  private static let mostOfWindows = 8
  /// The most times that the whole program is solved again.
  private static let rounds = 12
  /// Seconds of the process's work that are left for it where the time was over before.
  static let grace = 0.8
  /// What is said where there is none.
  static let noneFound = "no schedule was found in which nothing works both ways at once"

  let program: LinearProgram
  let options: SolveOptions
  let stop: StopSignal
  /// Solves a program like this one, by the method that solved it.
  let solve: (LinearProgram) throws(SolverError) -> SolveResult

  /// Whether an answer is to be settled at all.
  static func applies(
    to result: SolveResult,
    of program: LinearProgram,
    options: SolveOptions
  ) -> Bool {
    !program.exclusions.isEmpty && result.hasValues
      && (options.seeksSchedule || ExclusiveTree.isSmall(program))
  }

  /// Settles by windows alone, where time was over before.
  @available(*, noasync)
  static func settleInTime(
    _ program: LinearProgram,
    options: SolveOptions,
    stop: StopSignal,
    _ result: inout SolveResult
  ) throws(SolverError) {
    let search = ExclusiveSchedule(program: program, options: options, stop: stop) {
      (_: LinearProgram) throws(SolverError) in SolveResult(termination: .limitReached)
    }
    try search.settle(&result, mayRepeat: false)
  }

  /// Replaces the answer to the relaxation by one that keeps the exclusions, where there are any.
  ///
  /// The result has no values where none was found.
  @available(*, noasync)
  static func settle(
    _ program: LinearProgram,
    options: SolveOptions,
    stop: StopSignal,
    _ result: inout SolveResult,
    solve: @escaping (LinearProgram) throws(SolverError) -> SolveResult
  ) throws(SolverError) {
    guard applies(to: result, of: program, options: options) else { return }
    guard !stop.isRaised else {
      let moment = ProcessorClock.signal(grace)
      return try settleInTime(program, options: options, stop: moment, &result)
    }
    let search = ExclusiveSchedule(program: program, options: options, stop: stop, solve: solve)
    let relaxed = result
    try search.settle(&result, mayRepeat: true)
    if !result.hasValues, let directions = options.directions {
      try search.follow(directions, &result)
    }
    if !result.hasValues || result.gap > options.gap, ExclusiveTree.isSmall(program) {
      try ExclusiveTree(program, options: options, stop: stop).improve(&result, relaxed: relaxed)
    }
    if result.hasValues, result.gap > options.gap, relaxed.gap <= options.gap {
      result.termination = stop.isRaised ? stop.termination : .feasible
      result.messages.append(
        "doing one thing at a time costs up to \(Self.perCent(result.gap)) % beyond the bound,"
          + " which allows both ways at once in an hour"
      )
    }
  }

  private func settle(_ result: inout SolveResult, mayRepeat: Bool) throws(SolverError) {
    var resting: [RestingSide] = []
    var values = program.withoutTraces(result.values, below: Self.residue)
    var rounds = 0
    var places = 0
    while true {
      let both = program.bothUsed(in: values, above: Self.trace)
      if both.isEmpty { break }
      places += both.count
      resting += both
      if !mayRepeat || program.rowCount > Self.wholeRows && isLocal(both), !stop.isRaised,
        let repaired = try repair(both, &resting, values, &result)
      {
        values = repaired
        continue
      }
      guard mayRepeat, rounds < Self.rounds, !stop.isRaised else {
        result.dropValues(Self.noneFound)
        return
      }
      // Sides that rest in many places make others work both ways: from the second time on all that is used one way
      // keeps it, where that has an answer.
      let kept = rounds == 0 ? [] : program.oneUsed(in: values, above: Self.trace)
      rounds += 1
      var found = try again(holding: resting + kept, &result)
      if found == nil, !kept.isEmpty { found = try again(holding: resting, &result) }
      guard let next = found else {
        result.dropValues(Self.noneFound)
        return
      }
      values = program.withoutTraces(next.values, below: Self.residue)
      result.scheduleDuals = next.rowDuals
    }
    guard places > 0 || values != result.values else { return }
    result.accept(values, rowDuals: result.rowDuals, in: program)
    guard places > 0 else { return }
    result.messages.append(
      "the bound's program used both of two ways that exclude each other at \(places)"
        + " \(places == 1 ? "place" : "places"); those were decided and solved again"
    )
  }

  /// Solves the whole program with some sides at rest; nil where that has no answer.
  private func again(
    holding resting: [RestingSide],
    _ result: inout SolveResult
  ) throws(SolverError) -> SolveResult? {
    guard let held = program.holding(resting) else { return nil }
    let next = try solve(held)
    result.iterations += next.iterations
    return next.hasValues ? next : nil
  }

  /// Whether places are so few that windows around them are sooner solved than the whole program.
  private func isLocal(_ places: [RestingSide]) -> Bool {
    let count = program.stageCount
    let stages = places.map { program.stage(of: $0) }
    let windows = ExclusiveWindows.windows(around: stages, margin: Self.margin, of: count)
    return Self.mostOfWindows * windows.reduce(0) { $0 + $1.count } <= count
  }

  /// Solves with the choices of a point that keeps the exclusions.
  private func follow(_ point: [Double], _ result: inout SolveResult) throws(SolverError) {
    guard point.count == program.columnCount else { return }
    var resting: [RestingSide] = []
    for (number, exclusion) in program.exclusions.enumerated() {
      for place in 0..<exclusion.count {
        let used = exclusion.sides.map { program.departure(of: $0, at: place, in: point) }
        resting.append(
          RestingSide(exclusion: number, place: place, side: used[0] < used[1] ? 0 : 1)
        )
      }
    }
    guard let held = program.holding(resting) else { return }
    let next = try solve(held)
    result.iterations += next.iterations
    guard next.hasValues else { return }
    let values = program.withoutTraces(next.values, below: Self.trace)
    guard program.bothUsed(in: values, above: Self.trace).isEmpty else { return }
    let duals = result.rowDuals
    result.accept(values, rowDuals: duals, in: program)
    result.scheduleDuals = next.rowDuals
    result.termination = result.gap <= options.gap ? .optimal : .feasible
    result.messages.append("which of two ways is used was taken from another schedule")
  }

  /// Solves windows around the places again; nil where one of them has no answer.
  private func repair(
    _ places: [RestingSide],
    _ resting: inout [RestingSide],
    _ values: [Double],
    _ result: inout SolveResult
  ) throws(SolverError) -> [Double]? {
    var values = values
    var open = places
    for attempt in 0..<8 where !open.isEmpty {
      guard let held = program.holding(resting) else { return nil }
      let windows = ExclusiveWindows(program: held, options: options, stop: stop)
      guard
        let round = try windows.solve(
          around: open.map { program.stage(of: $0) },
          margin: Self.margin << min(attempt, 3),
          values: values
        )
      else { return nil }
      values = program.withoutTraces(round.values, below: Self.trace)
      result.iterations += round.iterations
      open = program.bothUsed(in: values, above: Self.trace)
      resting += open
    }
    return open.isEmpty ? values : nil
  }

  private static func perCent(_ share: Double) -> String {
    share.isFinite ? "\((share * 1e5).rounded() / 1e3)" : "an unknown number of"
  }
}
