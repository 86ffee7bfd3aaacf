import GridFormulation

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
