/// Electrical or thermal power, positive where it is injected into a bus.
public struct Power: Sendable, Hashable, Comparable {
  /// The power in MW.
  public var megawatts: Double

  /// A power of so many MW.
  public init(megawatts: Double) {
    self.megawatts = megawatts
  }

  /// Orders by size.
  public static func < (left: Power, right: Power) -> Bool { left.megawatts < right.megawatts }

  /// The sum of two powers.
  public static func + (left: Power, right: Power) -> Power {
    Power(megawatts: left.megawatts + right.megawatts)
  }

  /// The energy that a power gives in a duration.
  package static func * (power: Power, duration: Hours) -> Energy {
    Energy(megawattHours: power.megawatts * duration.value)
  }
}

extension Power: Quantity {
  /// A power of so many MW.
  package init(_ value: Double) { self.init(megawatts: value) }
  /// The power in MW.
  package var value: Double { megawatts }
  /// MW.
  package static var unit: Unit? { .megawatt }
}
