public import GridFormulation

/// What came of a goal.
public struct GoalVerdict: Sendable {
  /// The outcome.
  public enum Verdict: String, Sendable {
    /// The value meets the threshold.
    case pass
    /// The value misses the threshold.
    case fail
    /// No schedule can meet the threshold; proved.
    case unattainable
    /// The model does not say enough, or the goal is not the power system's alone.
    case notJudged = "not judged"
  }

  /// The goal.
  public let goal: Goal
  /// The variant that was used.
  public let variant: String
  /// The metric's value; nil where it cannot be had.
  public var value: Double?
  /// What the value's ratio counts.
  public var numerator: Double?
  /// What it is counted against.
  public var denominator: Double?
  /// The unit of the value.
  public let unit: String
  /// The unit of numerator and denominator.
  public let partsUnit: String
  /// The outcome.
  public var verdict: Verdict
  /// Whether the gap of the solution could carry the value across the threshold.
  public var isWithinGap = false
  /// Whether it was to be held and neither a schedule that does nor a proof that there is none was found.
  public var isUndecided = false
  /// A remark: why it was not judged, or the best value that can be reached.
  public var remark: String?
  /// The year that the target is for.
  public var year = 0

  /// What is said where neither a schedule that holds it nor a proof that there is none was found.
  package static let undecided =
    "not decided: neither a schedule that holds it nor a proof that there is none was found"

  /// The threshold of a whole year where the one judged is that of fewer hours.
  public var yearlyThreshold: Double? { goal.yearlyThreshold }
}
