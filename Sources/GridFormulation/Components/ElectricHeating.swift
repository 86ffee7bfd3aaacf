import Hourly

/// Power turned into heat: an electric boiler alone, or as part of a CHP plant.
///
///     q[t] = η·w[t],    0 ≤ w[t] ≤ W,    w[t] ≤ Σ share·p[plant, t]   where plants supply it
package struct ElectricHeating: Sendable {
  /// Power it takes at full load W, MW.
  package var power: Double
  package var efficiency: Double
  /// Cost of a MWh taken, currency.
  package var variableCost: Double
  /// The plants whose output bounds the intake; empty for the grid.
  package var suppliers: [PlantShare] = []
  package var heatZone: String

  /// Writes the boiler to the program; the plants that supply it have formulated before.
  package func formulate(in desk: inout Desk) {
    guard power > 0 else { return }
    let taken = desk.variable("power", to: .constant(power))
    if !suppliers.isEmpty {
      let offered = suppliers.reduce(HourlySum()) { sum, supplier in
        sum + supplier.share * desk.output(of: supplier.plant)
      }
      desk.require("supply", taken <= offered)
    }
    desk.charge(.operation, .constant(variableCost), for: taken)
    desk.inject(-taken)
    desk.giveHeat(efficiency * taken, to: heatZone)
  }
}
