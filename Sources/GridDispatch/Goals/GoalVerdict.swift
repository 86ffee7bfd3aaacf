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

  /// The threshold of a whole year where the one judged is that of fewer hours.
  public var yearlyThreshold: Double? { goal.yearlyThreshold }
}

/// A metric's value with what it was made of.
package struct MetricValue: Sendable {
  package var value: Double?
  package var numerator: Double?
  package var denominator: Double?
  /// Why it is not to be judged, if so.
  package var reasonNotJudged: String?
  package var remark: String?

  package init(
    value: Double? = nil,
    numerator: Double? = nil,
    denominator: Double? = nil,
    reasonNotJudged: String? = nil,
    remark: String? = nil
  ) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.reasonNotJudged = reasonNotJudged
    self.remark = remark
  }

  /// A ratio; not judged where there is nothing to divide by.
  package static func ratio(_ numerator: Double, _ denominator: Double) -> MetricValue {
    guard denominator > 0, (numerator / denominator).isFinite else {
      return MetricValue(
        numerator: numerator,
        denominator: denominator,
        reasonNotJudged: "there is nothing to divide by"
      )
    }
    return MetricValue(
      value: numerator / denominator,
      numerator: numerator,
      denominator: denominator
    )
  }
}
