/// A line or transformer as the network sees it.
package struct Branch: Sendable {
  package let owner: Owner
  package let from: String
  package let to: String
  /// Radians per MW, tap ratio included.
  package let reactance: Double
  /// Radians.
  package let phaseShift: Double
  /// What flows from `from` to `to`, MW.
  package let flow: HourlySum
}
