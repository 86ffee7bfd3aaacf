/// What a plan certifies of itself, beside the dispatch of the planned grid.
public struct RecordedPlan: Sendable, Equatable {
  /// What was made least: `cost` or `outlay`.
  public let aim: String
  /// Between what the least of it lies.
  public let interval: CertifiedInterval
  /// How far the plan can be from the best, as a share.
  public let gap: Double?
}
