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
  /// What the solve is for, where a question takes several; its gap is then that of the question.
  public var task: String?
}

/// Follows a solve from outside and can stop it.
///
/// All solves of one question share a monitor, and so its time. A class because the solver and whoever
/// stops it share it; its state is one atomic flag.
public final class SolveMonitor: Sendable {
  private let cancelled = Atomic<Bool>(false)
  private let progress: (@Sendable (SolveProgress) -> Void)?
  private let parent: SolveMonitor?
  /// The seconds that the clock shows.
  let clock: @Sendable () -> Double
  /// What the clock shows when time is over; nil where there is no limit.
  let deadline: Double?

  /// A monitor; `progress` is called from the solver's threads, a few times a second at most.
  public convenience init(progress: (@Sendable (SolveProgress) -> Void)? = nil) {
    let start = ContinuousClock.now
    self.init(progress: progress) { start.duration(to: .now) / .seconds(1) }
  }

  /// A monitor whose time is what a clock shows, in seconds.
  package init(
    progress: (@Sendable (SolveProgress) -> Void)? = nil,
    clock: @escaping @Sendable () -> Double
  ) {
    (self.progress, self.clock, parent, deadline) = (progress, clock, nil, nil)
  }

  private init(
    child parent: SolveMonitor,
    deadline: Double?,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) {
    (self.progress, clock, self.parent) = (progress, parent.clock, parent)
    self.deadline = deadline
  }

  /// A monitor that follows this one and ends its solves when so many seconds from now are over.
  public func limited(toSeconds seconds: Double?) -> SolveMonitor {
    let limit = seconds.map { clock() + max(0, $0) }
    return SolveMonitor(
      child: self,
      deadline: [limit, deadline].compactMap { $0 }.min(),
      progress: progress
    )
  }

  /// A monitor of solves that are one of several things to do for a question, told by name with the question's gap.
  package func named(_ task: String, gap: Double? = nil) -> SolveMonitor {
    SolveMonitor(child: self, deadline: deadline) { [progress] told in
      var told = told
      (told.task, told.gap) = (task, gap)
      progress?(told)
    }
  }

  /// Asks the solve to end with the best it has; safe in a signal handler.
  public func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// Whether the solve was asked to end.
  public var isCancelled: Bool {
    cancelled.load(ordering: .relaxed) || parent?.isCancelled ?? false
  }

  /// Whether its solves are over: asked to end, or out of time.
  public var isStopped: Bool { isCancelled || deadline.map { clock() >= $0 } ?? false }

  /// Reports a share of the stages as done, which a method that works on all of them at once estimates.
  func report(_ phase: SolveProgress.Phase, share: Double, of total: Int, gap: Double? = nil) {
    report(phase, done: Int(share * Double(total)), of: total, gap: gap)
  }

  func report(_ phase: SolveProgress.Phase, done: Int, of total: Int, gap: Double? = nil) {
    progress?(SolveProgress(phase: phase, done: done, total: total, gap: gap))
  }
}
