/// The certified intervals of two results, judged: they decide whether the least costs can be the same.
public struct JudgedObjective: Sendable {
  /// The interval of the base.
  public let base: CertifiedInterval
  /// The interval of the other.
  public let other: CertifiedInterval
  /// How far they may lie apart.
  public let allowed: Double
  /// What was made least, with both ends of each interval: the dispatch, or the plan of two plans.
  public let name: String
  /// What came of it: different means by proof.
  public let outcome: Outcome

  init(_ base: ResultRecord, _ other: ResultRecord, _ tolerance: Tolerance) {
    let left = base.certified(beside: other).interval
    let right = other.certified(beside: base).interval
    (self.base, self.other) = (left, right)
    let isPlan = base.plan != nil && other.plan != nil
    name = isPlan ? "\(base.plan?.aim ?? "cost") of the plan" : "cost"
    allowed = tolerance.allowed(for: max(abs(left.cost), abs(right.cost)))
    if left.distance(to: right) > allowed {
      outcome = .different
    } else {
      outcome = abs(left.cost - right.cost) <= allowed ? .same : .withinGap
    }
  }

  /// How far the intervals are apart; 0 where they meet.
  public var apart: Double { max(base.distance(to: other), 0) }

  /// Whether nothing is certified of one of them, so that less than all can be proved.
  public var lacksBound: Bool { base.lowerBound == nil || other.lowerBound == nil }
}
