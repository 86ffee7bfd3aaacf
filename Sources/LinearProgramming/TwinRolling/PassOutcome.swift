import Synchronization

/// What a pass over a stretch of stages found.
struct PassOutcome: Sendable {
  var termination = Termination.optimal
  /// Values of columns for a primal pass, duals of rows for a dual one, by rank from `firstRank` on.
  var vector: [Double] = []
  /// The rank of the first of them.
  var firstRank = 0
  /// The values that the windows of a dual pass had, by rank from `firstColumnRank` on.
  var windowValues: [Double] = []
  /// The rank of the first of them.
  var firstColumnRank = 0
  var windows = 0
  var iterations = 0
  var messages: [String] = []
  /// For a dual pass whose window is infeasible: the proof, spread over all rows.
  var farkasMultipliers: [Double]?
}

/// Counts the stages that a pass has done, on however many threads.
///
/// A class because threads share it; its state is one atomic number.
final class PassProgress: Sendable {
  private let monitor: SolveMonitor
  private let phase: SolveProgress.Phase
  private let total: Int
  private let gap: Double?
  private let done = Atomic<Int>(0)

  init(_ phase: SolveProgress.Phase, of total: Int, gap: Double?, monitor: SolveMonitor) {
    (self.phase, self.total, self.gap, self.monitor) = (phase, total, gap, monitor)
  }

  func add(_ stages: Int) {
    let (_, now) = done.add(stages, ordering: .relaxed)
    monitor.report(phase, done: min(now, total), of: total, gap: gap)
  }
}
