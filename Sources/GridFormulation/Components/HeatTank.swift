import Hourly

/// A tank of hot water at a heat zone, without loss but what its walls lose.
///
///     e[t] = (1−σ)·e[t−1] − q[t],    −P⁺ ≤ q[t] ≤ P⁻,    0 ≤ e ≤ E
///
/// One column tells both ways: heat given is positive, heat taken in negative.
package struct HeatTank: Sendable {
  package var store: StoredEnergy
  /// Heat it can take in and give in an hour, MW.
  package var charging: Double
  package var discharging: Double
  package var heatZone: String

  /// Writes the tank to the program.
  package func formulate(in desk: inout Desk) {
    let heat = desk.variable(
      "heat",
      from: .constant(-charging),
      to: .constant(discharging)
    )
    _ = store.formulate(
      net: -heat,
      least: .constant(-discharging),
      most: .constant(charging),
      in: &desk
    )
    desk.giveHeat(heat, to: heatZone)
  }
}
