/// Where the least cost of a program lies for certain: between a certified bound and the cost of a schedule.
public struct CertifiedInterval: Sendable, Equatable {
  /// The cost of the schedule that was found.
  public let cost: Double
  /// What no schedule costs less than; nil where nothing is certified.
  public let lowerBound: Double?

  /// An interval from its ends.
  public init(cost: Double, lowerBound: Double?) {
    (self.cost, self.lowerBound) = (cost, lowerBound)
  }

  /// How wide it is; nil without a bound.
  var width: Double? { lowerBound.map { max(cost - $0, 0) } }

  /// How far two intervals are apart; 0 or less where they meet.
  ///
  /// One without a bound reaches down without end.
  func distance(to other: CertifiedInterval) -> Double {
    let low = lowerBound ?? -.infinity
    let otherLow = other.lowerBound ?? -.infinity
    return max(low - other.cost, otherLow - cost)
  }
}
