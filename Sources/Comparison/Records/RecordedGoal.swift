/// What came of a goal in a result.
public struct RecordedGoal: Sendable, Equatable {
  /// The goal's name.
  public let id: String
  /// `pass`, `fail`, `unattainable` or `not judged`.
  public let verdict: String
  /// The value that was reached; nil where it cannot be had.
  public let value: Double?
  /// The unit of value and threshold; `pu` for a share.
  public let unit: String
  /// How the value is held against the threshold; nil without one.
  public let comparison: String?
  /// What is asked for; nil where the goal only asks to be told.
  public let threshold: Double?
  /// Whether the gap of the solution could carry the value across the threshold.
  public let isWithinGap: Bool
}
