/// Reads the unit that a column name carries at its end.
package enum UnitSuffix {
  /// Endings and their units; of those that fit, the longest counts.
  private static let units: [(suffix: String, unit: String)] = [
    ("_pu_per_hour", "pu/h"), ("_pu_per_minute", "pu/min"), ("_per_mwh", "currency/MWh"),
    ("_per_mw_year", "currency/(MW·a)"), ("_per_mw", "currency/MW"), ("_per_tonne", "currency/t"),
    ("_per_gj", "currency/GJ"), ("_per_kg", "currency/kg"), ("_gce_per_kwh", "gce/kWh"),
    ("_g_per_kwh", "g/kWh"), ("_kg_per_mwh", "kg/MWh"), ("_tce_per_mwh", "tce/MWh"),
    ("_tonnes_per_mwh", "t/MWh"), ("_tonnes_per_tce", "t/tce"), ("_tce", "tce"),
    ("_per_day", "1/d"), ("_per_year", "1/a"), ("_per_hour", "1/h"), ("_mwh", "MWh"),
    ("_gwh", "GWh"), ("_mw", "MW"), ("_gw", "GW"), ("_pu", "pu"), ("_share", "pu"),
    ("_hours", "h"), ("_minutes", "min"), ("_years", "a"), ("_year", ""), ("_gj", "GJ"),
    ("_tonnes", "t"), ("_m3_per_s", "m³/s"), ("_m3_per_hour", "m³/h"), ("_degc", "°C"),
    ("_degrees", "°"), ("_per_kw_year", "currency/(kW·a)"), ("_per_m3", "currency/m³"),
    ("_tce_per_mw", "tce/MW"), ("_mw_per_mw", "MW/MW"), ("_mwh_per_mw", "MWh/MW"),
    ("_tce_per_year", "tce/a"), ("_mwh_per_year", "MWh/a"), ("_mwh_per_day", "MWh/d"),
    ("_hours_per_call", "h"), ("_per_t", "currency/t"), ("_mwh_per_t", "MWh/t"),
  ]

  /// The unit's symbol, empty if the name carries none.
  package static func unit(of name: String) -> String {
    units.filter { name.hasSuffix($0.suffix) || name == $0.suffix.dropFirst() }
      .max { $0.suffix.count < $1.suffix.count }?.unit ?? ""
  }
}
