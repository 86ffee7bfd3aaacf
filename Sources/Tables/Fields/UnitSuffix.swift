/// Reads the unit that a column name carries at its end.
package enum UnitSuffix {
  /// Endings and their units; of those that fit, the longest counts.
  private static let units: [(suffix: String, unit: Unit)] = [
    ("_pu_per_hour", .share.per(.hour)), ("_pu_per_minute", .share.per(.minute)),
    ("_per_mwh", .money(per: .megawattHour)), ("_per_mw_year", .money(per: .megawattYear)),
    ("_per_mw", .money(per: .megawatt)), ("_per_tonne", .money(per: .tonne)),
    ("_per_gj", .money(per: .gigajoule)), ("_per_kg", .money(per: .kilogram)),
    ("_gce_per_kwh", .gramOfCoal.per(.kilowattHour)), ("_g_per_kwh", .gram.per(.kilowattHour)),
    ("_kg_per_mwh", .kilogram.per(.megawattHour)),
    ("_tce_per_mwh", .tonneOfCoal.per(.megawattHour)),
    ("_tonnes_per_mwh", .tonne.per(.megawattHour)), ("_tonnes_per_tce", .tonne.per(.tonneOfCoal)),
    ("_tce", .tonneOfCoal), ("_per_day", .once.per(.day)), ("_per_year", .once.per(.year)),
    ("_per_hour", .once.per(.hour)), ("_mwh", .megawattHour), ("_gwh", .gigawattHour),
    ("_mw", .megawatt), ("_gw", .gigawatt), ("_pu", .share), ("_share", .share), ("_hours", .hour),
    ("_minutes", .minute), ("_years", .year), ("_year", .plain), ("_gj", .gigajoule),
    ("_tonnes", .tonne), ("_m3_per_s", .cubicMetrePerSecond),
    ("_m3_per_hour", .cubicMetrePerHour), ("_degc", .celsius), ("_degrees", .degree),
    ("_per_kw_year", .money(per: .kilowattYear)), ("_per_m3", .money(per: .cubicMetre)),
    ("_tce_per_mw", .tonneOfCoal.per(.megawatt)), ("_mw_per_mw", .megawatt.per(.megawatt)),
    ("_mwh_per_mw", .megawattHour.per(.megawatt)), ("_tce_per_year", .tonneOfCoal.per(.year)),
    ("_mwh_per_year", .megawattHour.per(.year)), ("_mwh_per_day", .megawattHour.per(.day)),
    ("_hours_per_call", .hour), ("_per_t", .money(per: .tonne)),
    ("_mwh_per_t", .megawattHour.per(.tonne)),
  ]

  /// The unit, nil if the name carries none.
  package static func unit(of name: String) -> Unit? {
    units.filter { name.hasSuffix($0.suffix) || name == $0.suffix.dropFirst() }
      .max { $0.suffix.count < $1.suffix.count }?.unit
  }
}
