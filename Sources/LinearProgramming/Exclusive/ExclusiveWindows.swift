/// Solves short windows around some stages again, each between a past and a future that stay as they are.
struct ExclusiveWindows {
  /// Windows that reach this many stages are not made longer.
  private static let longest = 168
  /// How often a window without an answer is widened.
  private static let widenings = 5

  let program: LinearProgram
  let options: SolveOptions
  let stop: StopSignal

  /// What the windows found.
  struct Round {
    var values: [Double]
    var iterations = 0
  }

  /// The windows one after the other, so that each sees what the last one left; nil where one has no answer.
  @available(*, noasync)
  func solve(around stages: [Int], margin: Int, values: [Double]) throws(SolverError) -> Round? {
    let index = StagedIndex(program)
    let context = RollingContext(program, index, guidance: Guidance(none: program))
    let closed = ClosedWindows(context: context, threads: 1, stop: stop)
    var round = Round(values: values)
    for window in Self.windows(around: stages, margin: margin, of: index.stages) {
      var (window, isSolved) = (window, false)
      for _ in 0...Self.widenings {
        let answer = try closed.solve(primal: [window], dual: [], values: round.values, duals: [])
        round.iterations += answer.iterations
        isSolved = answer.unsolved.isEmpty
        if isSolved { round.values = answer.values }
        if isSolved || window.count > Self.longest || stop.isRaised { break }
        let more = window.count
        window = max(0, window.lowerBound - more)..<min(index.stages, window.upperBound + more)
      }
      guard isSolved else { return nil }
    }
    return round
  }

  /// Runs of stages with a margin on both sides; those that meet are one, up to a length.
  static func windows(around stages: [Int], margin: Int, of count: Int) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    for stage in Set(stages.filter { $0 >= 0 }).sorted() {
      let range = max(0, stage - margin)..<min(count, stage + margin + 1)
      if let last = windows.last, last.upperBound >= range.lowerBound, last.count < longest {
        windows[windows.count - 1] = last.lowerBound..<range.upperBound
      } else {
        windows.append(max(range.lowerBound, 0)..<range.upperBound)
      }
    }
    return windows
  }
}
