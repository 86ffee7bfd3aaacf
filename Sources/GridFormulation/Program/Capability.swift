package import Hourly

/// What an asset can give the grid at the most, for the margin over demand.
///
///     most[t] = min(P, w[t] + E / L)     L hours that what is held must last
///
/// after own use, forced outage and planned maintenance; the heat that units give is not deducted, nor does it
/// matter here what is asked of them. Below 0 is what must be taken, such as an export that is due.
package struct Capability: Sendable {
  /// What it gives in each hour whatever came before, MW.
  package var steady: HourlyValue
  /// What it holds when full, MWh as given to the grid; 0 where it holds nothing.
  package var stored: Double
  /// The power that steady and stored together cannot pass, MW.
  package var power: Double

  /// What can be given in each hour; nothing where left out.
  package init(steady: HourlyValue = 0) {
    self.steady = steady
    stored = 0
    power = .infinity
  }

  /// What can be given of a store and what flows to it by nature, up to a power.
  package init(stored: Double, besides inflow: HourlyValue, power: Double) {
    steady = inflow
    self.stored = stored
    self.power = power
  }

  /// The most it gives in an hour when what it holds must last for some hours, MW.
  package func most(at step: Int, lasting hours: Int) -> Double {
    min(power, steady[step] + stored / Double(max(hours, 1)))
  }
}
