/// Tells an engine when to stop: the caller's wish or a moment in time.
///
/// A class because GLPK's hook takes it by address. It has no mutable state.
package final class StopSignal: Sendable {
  private let monitor: SolveMonitor
  private let deadline: Double?

  /// A signal that stops at the caller's wish, when its time or the given seconds are over.
  package init(monitor: SolveMonitor = SolveMonitor(), secondsLeft: Double? = nil) {
    self.monitor = monitor
    let limit = secondsLeft.map { monitor.clock() + max(0, $0) }
    deadline = [limit, monitor.deadline].compactMap { $0 }.min()
  }

  private init(monitor: SolveMonitor, deadline: Double?) {
    (self.monitor, self.deadline) = (monitor, deadline)
  }

  /// The same signal with a deadline no later than the given seconds from now.
  package func limited(toSeconds seconds: Double) -> StopSignal {
    let limit = monitor.clock() + max(0, seconds)
    return StopSignal(monitor: monitor, deadline: deadline.map { min($0, limit) } ?? limit)
  }

  /// The same signal, which also stops when another monitor is told to.
  func follower() -> (stop: StopSignal, monitor: SolveMonitor) {
    let own = monitor.limited(toSeconds: nil)
    return (StopSignal(monitor: own, deadline: deadline), own)
  }

  /// Whether work is to end now.
  package var isRaised: Bool { isCancelled || isOverdue }

  /// Whether the caller asked for the end.
  package var isCancelled: Bool { monitor.isCancelled }

  /// Whether the moment has passed.
  package var isOverdue: Bool { deadline.map { monitor.clock() >= $0 } ?? false }

  /// The seconds that are left; nil where there is no limit.
  package var secondsLeft: Double? { deadline.map { $0 - monitor.clock() } }

  /// How a solve that this signal stopped has ended.
  package var termination: Termination { monitor.isCancelled ? .interrupted : .limitReached }
}
