import GridFormulation
import Tables

/// Which columns of a table of resources are read, which only describe, and which hold rules that are left out.
struct GenXColumns {
  /// Columns that are read, or that another column or setting that is told makes idle.
  var read: Set<String>
  /// Columns whose rule is left out, with what is done in its stead.
  var leftOut: [String: String] = [:]

  /// What every table of resources has.
  private static let common: Set<String> = [
    "resource", "zone", "new_build", "can_retire", "cap_retire", "existing_cap_mw", "max_cap_mw",
    "min_cap_mw", "inv_cost_per_mwyr", "fixed_om_cost_per_mwyr", "var_om_cost_per_mwh", "model",
    "resource_type", "region", "cluster", "mga", "cap_size", "reg_max", "rsv_max", "reg_cost",
    "rsv_cost", "r_id", "technology", "retrofit", "can_retrofit", "retrofit_id",
    "retrofit_efficiency", "heat_rate_mmbtu_per_mwh", "fuel", "wacc", "capital_recovery_period",
    "lifetime", "min_retired_cap_mw",
  ]

  static let thermal = GenXColumns(
    read: common.union([
      "start_cost_per_mw", "start_fuel_mmbtu_per_mw", "up_time", "down_time", "ramp_up_percentage",
      "ramp_dn_percentage", "min_power", "co2_capture_fraction", "biomass",
      "ccs_disposal_cost_per_metric_ton",
    ]),
    leftOut: [
      "co2_capture_fraction_startup": "CO2 of starts is not counted.",
      "maint": "Maintenance is not chosen: the plant is there all year.",
      "multi_fuels": "Only the column Fuel is burnt: blends are left out.",
    ]
  )
  static let renewable = GenXColumns(
    read: common.union(["num_vre_bins"]),
    leftOut: [
      "min_power": "It may be curtailed to 0.", "co2_capture_fraction": "It burns nothing.",
    ]
  )
  static let mustRun = GenXColumns(read: common)
  static let hydro = GenXColumns(
    read: common.union([
      "hydro_energy_to_power_ratio", "eff_down", "eff_up", "lds", "self_disch",
    ]),
    leftOut: [
      "min_power": "Reservoir hydro has no least output.",
      "ramp_up_percentage": "Reservoir hydro has no ramps.",
      "ramp_dn_percentage": "Reservoir hydro has no ramps.",
    ]
  )
  static let storage = GenXColumns(
    read: common.union([
      "existing_cap_mwh", "max_cap_mwh", "min_cap_mwh", "inv_cost_per_mwhyr",
      "fixed_om_cost_per_mwhyr", "var_om_cost_per_mwh_in", "var_om_cost_per_mwhin", "self_disch",
      "eff_up", "eff_down", "min_duration", "max_duration", "existing_charge_cap_mw",
      "max_charge_cap_mw", "min_charge_cap_mw", "inv_cost_charge_per_mwyr",
      "fixed_om_cost_charge_per_mwyr", "lds", "start_cost_per_mw", "ramp_up_percentage",
      "ramp_dn_percentage", "min_power",
    ])
  )
}

extension GenXCase {
  /// Lists the columns whose rules are left out, and those that nothing is known of.
  mutating func note(_ table: GenXTable, _ columns: GenXColumns) {
    var filled: [String: String] = [:]
    for row in table.rows {
      for column in row.filled where filled[column] == nil {
        filled[column] = row.text("resource") ?? ""
      }
    }
    for cell in table.header {
      let column = cell.text.lowercased()
      guard let first = filled[column], !columns.read.contains(column) else { continue }
      draft.note(
        .leftOut,
        table.name,
        cell.text,
        columns.leftOut[column] ?? "The column is not read.",
        of: first
      )
    }
  }
}
