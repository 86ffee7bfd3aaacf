/// A part of a whole, as a number 0…1.
package struct Share: Quantity, Hashable {
  /// The share, 1 being the whole.
  package var value: Double

  /// Makes a share from a number 0…1.
  package init(_ value: Double) { self.value = value }

  /// Per unit.
  package static var unit: Unit? { .share }
}
