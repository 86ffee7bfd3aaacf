/// Closes a certified gap where it sits: windows around the worst blocks of stages are solved again.
///
/// Cost and bound meet block by block, so a few blocks hold most of the gap: in a year with much
/// storage the worst tenth of the days about nine tenths of it. A block that was solved again in
/// vain gets a longer window.
struct Refinement: ~Copyable {
  /// The stages of a block; the gap is told by these too.
  static let block = 24
  /// Stages before and after a block in its first window, and the most.
  private static let firstMargin = 48
  private static let longestMargin = 168
  /// The part of the asked gap that may stay in blocks that are left alone.
  private static let leftAlone = 0.75
  /// A round that takes less than this part off what is too much gained nothing.
  private static let worthwhile = 0.25

  private let context: RollingContext
  private let threads: Int
  private let stop: StopSignal
  private var margins: [Int]

  init(_ context: RollingContext, threads: Int, stop: StopSignal) {
    (self.context, self.threads, self.stop) = (context, threads, stop)
    let blocks = (context.index.stages + Self.block - 1) / Self.block
    margins = [Int](repeating: Self.firstMargin, count: blocks)
  }

  /// Solves windows until the asked gap is met, the time is over, or two rounds gain nothing.
  mutating func run(
    _ best: inout BestAnswer,
    gap asked: Double,
    monitor: SolveMonitor,
    _ log: inout WorkLog
  ) throws(SolverError) -> Int {
    let closed = ClosedWindows(context: context, threads: threads, stop: stop)
    var (iterations, idle, rounds) = (0, 0, 0)
    while let answer = best.answer, answer.gap > asked, idle < 2, !stop.isRaised {
      let windows = chosen(answer.gapByStage, allowed: asked / answer.gap)
      guard !windows.isEmpty else { break }
      monitor.report(.refinement, done: rounds, of: rounds + 1, gap: answer.gap)
      let round = try closed.solve(
        primal: windows,
        dual: windows,
        values: answer.values,
        duals: answer.rowDuals
      )
      iterations += round.iterations
      log.add(round.seconds)
      best.take(round.values, duals: round.duals)
      rounds += 1
      let gained = answer.gap - (best.answer?.gap ?? answer.gap)
      idle = gained < Self.worthwhile * (answer.gap - asked) ? idle + 1 : 0
    }
    return iterations
  }

  /// Windows around the worst blocks, apart from each other; their blocks get longer ones next time.
  ///
  /// Blocks are taken until what is left of the gap is less than the part that is allowed to stay.
  private mutating func chosen(_ gapByStage: [Double], allowed: Double) -> [Range<Int>] {
    let stages = context.index.stages
    let gaps = Self.byBlock(gapByStage, stages: stages)
    let total = gapByStage.reduce(0, +)
    var left = total
    var taken = [Bool](repeating: false, count: stages)
    var windows: [Range<Int>] = []
    for block in gaps.indices.sorted(by: { (gaps[$1], $0) < (gaps[$0], $1) }) {
      guard left > Self.leftAlone * allowed * total, gaps[block] > 0 else { break }
      left -= gaps[block]
      let margin = margins[block]
      let window =
        max(0, block * Self.block - margin)..<min(stages, (block + 1) * Self.block + margin)
      let apart = context.reachBack(from: window.lowerBound)
      guard !taken[apart..<min(stages, window.upperBound + context.index.span)].contains(true)
      else { continue }
      for stage in window { taken[stage] = true }
      windows.append(window)
      margins[block] = min(2 * margin, Self.longestMargin)
    }
    return windows
  }

  /// The gap of each block of stages.
  static func byBlock(_ gapByStage: [Double], stages: Int) -> [Double] {
    var result = [Double](repeating: 0, count: (stages + block - 1) / block)
    for stage in 0..<stages { result[stage / block] += gapByStage[stage] }
    return result
  }
}
