/// Reads the unit that a column name carries at its end.
package enum UnitSuffix {
  /// Endings and their units, longest first where one ends in another.
  private static let units: [(suffix: String, unit: String)] = [
    ("_pu_per_hour", "pu/h"), ("_pu_per_minute", "pu/min"), ("_per_mwh", "currency/MWh"),
    ("_per_mw_year", "currency/(MW·a)"), ("_per_mw", "currency/MW"), ("_per_tonne", "currency/t"),
    ("_per_gj", "currency/GJ"), ("_per_kg", "currency/kg"), ("_gce_per_kwh", "gce/kWh"),
    ("_g_per_kwh", "g/kWh"), ("_kg_per_mwh", "kg/MWh"), ("_tce_per_mwh", "tce/MWh"),
    ("_tonnes_per_mwh", "t/MWh"), ("_tonnes_per_tce", "t/tce"), ("_tce", "tce"),
    ("_per_day", "1/d"), ("_per_year", "1/a"), ("_per_hour", "1/h"), ("_mwh", "MWh"),
    ("_gwh", "GWh"), ("_mw", "MW"), ("_gw", "GW"), ("_pu", "pu"), ("_share", "pu"),
    ("_hours", "h"), ("_minutes", "min"), ("_years", "a"), ("_year", ""), ("_gj", "GJ"),
    ("_tonnes", "t"), ("_m3_per_s", "m³/s"), ("_degc", "°C"),
  ]

  /// The unit's symbol, empty if the name carries none.
  package static func unit(of name: String) -> String {
    units.first { name.hasSuffix($0.suffix) || name == $0.suffix.dropFirst() }?.unit ?? ""
  }
}
