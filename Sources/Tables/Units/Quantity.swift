/// A number with a unit.
package protocol Quantity: Sendable {
  /// Makes the quantity from its number in `unit`.
  init(_ value: Double)
  /// The number in `unit`.
  var value: Double { get }
  /// The unit's symbol, empty for a plain number.
  static var unit: String { get }
}

extension Double: Quantity {
  /// The number itself.
  package var value: Double { self }
  /// No unit.
  package static var unit: String { "" }
}
