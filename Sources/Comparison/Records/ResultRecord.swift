/// What is compared of a result, whether read from its folder or from a stored baseline.
public struct ResultRecord: Sendable, Equatable {
  /// The version of gridflex that wrote it.
  public let version: String
  /// The model's name.
  public let model: String
  /// The first hour.
  public let start: String
  /// How many hours were solved.
  public let hours: Int
  /// The zones' names.
  public let zones: [String]
  /// The unit of money.
  public let currency: String
  /// How the solve ended.
  public let status: String
  /// Between what the least cost of the dispatch lies.
  public let objective: CertifiedInterval
  /// The certified gap of the dispatch, as a share; nil without a bound.
  public let gap: Double?
  /// What the plan certifies; nil for a dispatch.
  public let plan: RecordedPlan?
  /// What came of the goals.
  public let goals: [RecordedGoal]
  /// Everything else that is compared, in the order of a report.
  public let figures: [RecordedFigure]

  /// What was made least and is certified: the plan's where both are plans, else the dispatch.
  func certified(beside other: ResultRecord) -> (interval: CertifiedInterval, gap: Double?) {
    guard let plan, other.plan != nil else { return (objective, gap) }
    return (plan.interval, plan.gap)
  }
}
