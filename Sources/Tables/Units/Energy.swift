/// An amount of energy.
public struct Energy: Sendable, Hashable, Comparable {
  /// The energy in MWh.
  public var megawattHours: Double

  /// An energy of so many MWh.
  public init(megawattHours: Double) {
    self.megawattHours = megawattHours
  }

  /// Orders by size.
  public static func < (left: Energy, right: Energy) -> Bool {
    left.megawattHours < right.megawattHours
  }

  /// The sum of two energies.
  public static func + (left: Energy, right: Energy) -> Energy {
    Energy(megawattHours: left.megawattHours + right.megawattHours)
  }
}

extension Energy: Quantity {
  /// An energy of so many MWh.
  package init(_ value: Double) { self.init(megawattHours: value) }
  /// The energy in MWh.
  package var value: Double { megawattHours }
  /// MWh.
  package static var unit: Unit? { .megawattHour }
}
