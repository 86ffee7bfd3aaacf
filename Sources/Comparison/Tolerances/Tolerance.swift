/// How far two values may lie apart and still be the same.
public struct Tolerance: Sendable, Equatable {
  /// In the unit of the value.
  public var absolute: Double
  /// As a share of the larger value.
  public var relative: Double

  /// A tolerance from its two parts, of which the larger one counts.
  public init(absolute: Double, relative: Double) {
    (self.absolute, self.relative) = (absolute, relative)
  }

  /// How far values of this size may lie apart.
  func allowed(for size: Double) -> Double { max(absolute, relative * abs(size)) }
}
