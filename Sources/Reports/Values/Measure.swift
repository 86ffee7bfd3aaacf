/// What a number of a report measures; each is kept in one unit until it is shown.
package enum Measure: Sendable, Hashable, CaseIterable {
  /// Power, MW.
  case power
  /// Energy, MWh.
  case energy
  /// Money, in the model's currency.
  case money
  /// Money per energy, in the model's currency per MWh.
  case price
  /// Fuel, tce.
  case coal
  /// Fuel per energy supplied, gce/kWh.
  case coalRate
  /// CO2, t.
  case carbon
  /// SO2 and nitrogen oxides, t.
  case pollutant
  /// A share of 0…1.
  case share
  /// Hours, counted or as full-load hours.
  case hours
  /// A number without a unit.
  case count
}
