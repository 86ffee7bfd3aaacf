/// A number with a unit.
package protocol Quantity: Sendable {
  /// Makes the quantity from its number in `unit`.
  init(_ value: Double)
  /// The number in `unit`.
  var value: Double { get }
  /// The unit, nil for a number whose field tells it.
  static var unit: Unit? { get }
}

extension Double: Quantity {
  /// The number itself.
  package var value: Double { self }
  /// None of its own.
  package static var unit: Unit? { nil }
}
