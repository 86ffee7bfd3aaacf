/// A duration in hours.
package struct Hours: Quantity, Hashable {
  /// The number of hours.
  package var value: Double

  /// Makes a duration of so many hours.
  package init(_ value: Double) { self.value = value }

  /// h.
  package static var unit: Unit? { .hour }
}
