/// Tells an engine when to stop: the caller's wish or a moment in time.
///
/// A class because GLPK's hook takes it by address. It has no mutable state.
package final class StopSignal: Sendable {
  private let monitor: SolveMonitor
  private let deadline: ContinuousClock.Instant?

  /// A signal that stops at the caller's wish, or when the given seconds are over.
  package init(monitor: SolveMonitor = SolveMonitor(), secondsLeft: Double? = nil) {
    self.monitor = monitor
    deadline = secondsLeft.map { ContinuousClock.now.advanced(by: .seconds(max(0, $0))) }
  }

  private init(monitor: SolveMonitor, deadline: ContinuousClock.Instant?) {
    self.monitor = monitor
    self.deadline = deadline
  }

  /// The same signal with a deadline no later than the given seconds from now.
  package func limited(toSeconds seconds: Double) -> StopSignal {
    let limit = ContinuousClock.now.advanced(by: .seconds(max(0, seconds)))
    return StopSignal(monitor: monitor, deadline: deadline.map { min($0, limit) } ?? limit)
  }

  /// Whether work is to end now.
  package var isRaised: Bool { monitor.isCancelled || isOverdue }

  /// Whether the moment has passed.
  package var isOverdue: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// The seconds that are left; nil where there is no limit.
  package var secondsLeft: Double? {
    deadline.map { deadline in
      let left = ContinuousClock.now.duration(to: deadline).components
      return Double(left.seconds) + Double(left.attoseconds) * 1e-18
    }
  }

  /// How a solve that this signal stopped has ended.
  package var termination: Termination { monitor.isCancelled ? .interrupted : .limitReached }
}
