import Synchronization

/// Where a solve stands.
public struct SolveProgress: Sendable, Equatable {
  /// A part of the work.
  public enum Phase: String, Sendable {
    /// Simplex or interior point on the whole program.
    case exact
    /// A smaller program that prices what outlives a window.
    case guidance
    /// Rolling for a schedule.
    case primal
    /// Rolling for a bound.
    case dual
    /// Solving again where the gap sits.
    case refinement
  }

  /// The part of the work under way.
  public var phase: Phase
  /// The stages done of this part.
  public var done: Int
  /// The stages of this part in all.
  public var total: Int
  /// The best certified gap so far, if any.
  public var gap: Double?
}

/// Follows a solve from outside and can stop it.
///
/// A class because the solver and whoever stops it share it; its state is one atomic flag.
public final class SolveMonitor: Sendable {
  private let cancelled = Atomic<Bool>(false)
  private let progress: (@Sendable (SolveProgress) -> Void)?

  /// A monitor; `progress` is called from the solver's threads, a few times a second at most.
  public init(progress: (@Sendable (SolveProgress) -> Void)? = nil) {
    self.progress = progress
  }

  /// Asks the solve to end with the best it has; safe in a signal handler.
  public func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// Whether the solve was asked to end.
  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func report(_ phase: SolveProgress.Phase, done: Int, of total: Int, gap: Double? = nil) {
    progress?(SolveProgress(phase: phase, done: done, total: total, gap: gap))
  }
}
