/// Zones that hold reserve together; most often one.
package struct Area: Sendable {
  package let name: String
  package let reserve: ReservePolicy
  /// The positions of its zones among the model's.
  package var zones: [Int]

  /// The area as the owner of its reserve.
  package var owner: Owner { .zone(name) }
}
