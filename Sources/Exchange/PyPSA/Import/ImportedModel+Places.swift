import GridFormulation
import Tables

/// Says of a written model's issues where their cause stands in what was imported.
extension ImportedModel {
  /// The issues with the places and names of the network in the stead of those of the model's own files.
  func told(_ issues: [Issue], of folder: String) -> [Issue] {
    issues.map { issue in
      var told = issue
      let file = issue.file.hasPrefix(folder + "/") ? issue.file.dropFirst(folder.count + 1) : ""
      (told.file, told.line, told.column) = (origin.path, nil, nil)
      let parts = (issue.field ?? "").split(separator: "/", maxSplits: 2).map(String.init)
      if let name = assetName(inFile: String(file), line: issue.line) {
        move(&told, to: name)
      } else if parts.count > 1, ["zones", "goals", "option-limits"].contains(parts[0]),
        draft.components[parts[1]] != nil
      {
        told.field = parts.count > 2 ? "\(parts[1]), \(parts[2])" : parts[1]
        moveToPlace(&told, of: parts[1], nil)
      } else if let owner = issue.field.flatMap({ draft.seriesOwners[$0.removing("series/")] }) {
        moveToPlace(&told, of: owner.name, owner.attribute)
      }
      told.rule = told.rule.withoutPlaces(in: folder)
      return told
    }
  }

  /// The asset of a line in one of the tables that were written.
  private func assetName(inFile file: String, line: Int?) -> String? {
    let names: [(String, [String])] = [
      (Generator.type.file, draft.generators.map(\.name)),
      (Storage.type.file, draft.stores.map(\.name)),
      (Corridor.type.file, draft.corridors.map(\.name)),
      (Line.type.file, draft.lines.map(\.name)),
      (Converter.type.file, draft.converters.map(\.name)),
      (OptionsTable.file, draft.options.map(\.asset)),
    ]
    guard let row = line.map({ $0 - 2 }), row >= 0,
      let (_, assets) = names.first(where: { $0.0 == file }), assets.indices.contains(row)
    else { return nil }
    return assets[row]
  }

  private func move(_ issue: inout Issue, to name: String) {
    let attribute = issue.field.flatMap { field in
      draft.components[name].flatMap { Self.attribute(field, in: $0.list) }
    }
    if let field = issue.field {
      issue.field =
        attribute.map { "\(name), \($0) (\(field) of the model)" } ?? "\(name), \(field)"
    }
    moveToPlace(&issue, of: name, attribute)
  }

  private func moveToPlace(_ issue: inout Issue, of name: String, _ attribute: String?) {
    guard let component = draft.components[name] else { return }
    let place = attribute.map { origin.place(component, $0) } ?? component.place
    (issue.file, issue.line, issue.column) = (place.file, place.line, place.column)
  }

  /// The attribute of a network that a column of a model comes from.
  private static func attribute(_ column: String, in list: String) -> String? {
    if list.contains("/") { return caseColumns[column] }
    if list == "stores", let own = storeColumns[column] { return own }
    if list == "lines" || list == "transformers", let own = lineColumns[column] { return own }
    return columns[column]
  }

  /// The columns of a GenX case, whose lists are tables in folders.
  private static let caseColumns = [
    "name": "Resource", "zone": "Zone", "capacity_mw": "Existing_Cap_MW",
    "minimum_output_pu": "Min_Power", "marginal_cost_per_mwh": "Var_OM_Cost_per_MWh",
    "start_cost_per_mw": "Start_Cost_per_MW", "minimum_up_hours": "Up_Time",
    "minimum_down_hours": "Down_Time", "ramp_up_mw_per_hour": "Ramp_Up_Percentage",
    "ramp_down_mw_per_hour": "Ramp_Dn_Percentage", "co2_t_per_mwh": "Fuel",
    "discharging_capacity_mw": "Existing_Cap_MW", "charging_capacity_mw": "Existing_Cap_MW",
    "energy_mwh": "Existing_Cap_MWh", "charging_efficiency": "Eff_Up",
    "discharging_efficiency": "Eff_Down", "standing_loss_pu_per_hour": "Self_Disch",
    "forward_limit_mw": "Line_Max_Flow_MW", "loss_pu": "Line_Loss_Percentage",
    "fixed_cost_per_kw_year": "Fixed_OM_Cost_per_MWyr", "most": "Max_Cap_MW", "least": "Min_Cap_MW",
    "upkeep_per_mw": "Inv_Cost_per_MWyr", "cost_per_year": "Line_Reinforcement_Cost_per_MWyr",
  ]

  private static let storeColumns = [
    "energy_mwh": "e_nom", "start_mwh": "e_initial", "minimum_level_pu": "e_min_pu",
    "maximum_level_pu": "e_max_pu", "level_mwh": "e_set", "end_rule": "e_cyclic",
    "most": "e_nom_max", "least": "e_nom_min", "unit_size": "e_nom_mod",
    "charging_capacity_mw": "e_nom", "discharging_capacity_mw": "e_nom",
  ]

  private static let lineColumns = [
    "reactance_pu": "x", "limit_mw": "s_nom", "limit_pu": "s_max_pu", "from": "bus0", "to": "bus1",
    "tap_ratio": "tap_ratio", "phase_shift_degrees": "phase_shift",
    "capacity_min_mw": "s_nom_min", "capacity_max_mw": "s_nom_max",
    "most": "s_nom_max", "least": "s_nom_min", "unit_size": "s_nom_mod",
    "upkeep_per_mw": "capital_cost",
  ]

  private static let columns = [
    "name": "name", "zone": "bus", "from": "bus0", "to": "bus1", "to_2": "bus2", "to_3": "bus3",
    "to_4": "bus4", "capacity_mw": "p_nom", "minimum_output_pu": "p_min_pu",
    "maximum_output_pu": "p_max_pu", "minimum_input_pu": "p_min_pu", "maximum_input_pu": "p_max_pu",
    "marginal_cost_per_mwh": "marginal_cost", "cost_per_mwh": "marginal_cost",
    "wheeling_cost_per_mwh": "marginal_cost", "discharging_cost_per_mwh": "marginal_cost",
    "charging_cost_per_mwh": "marginal_cost", "co2_t_per_mwh": "carrier",
    "commitment": "committable", "start_cost": "start_up_cost", "stop_cost": "shut_down_cost",
    "no_load_cost_per_hour": "stand_by_cost", "minimum_up_hours": "min_up_time",
    "minimum_down_hours": "min_down_time", "ramp_up_mw_per_hour": "ramp_limit_up",
    "ramp_down_mw_per_hour": "ramp_limit_down", "ramp_pu_per_hour": "ramp_limit_up",
    "ramp_up_pu_per_hour": "ramp_limit_up", "ramp_down_pu_per_hour": "ramp_limit_down",
    "start_output_mw": "ramp_limit_start_up", "shutdown_output_mw": "ramp_limit_shut_down",
    "initially_online": "up_time_before", "remaining_up_hours": "up_time_before",
    "remaining_down_hours": "down_time_before", "initial_output_mw": "p_init",
    "energy_limit_mwh_per_year": "e_sum_max", "energy_minimum_mwh_per_year": "e_sum_min",
    "charging_capacity_mw": "p_nom", "discharging_capacity_mw": "p_nom", "energy_mwh": "max_hours",
    "charging_efficiency": "efficiency_store", "discharging_efficiency": "efficiency_dispatch",
    "standing_loss_pu_per_hour": "standing_loss", "inflow_mw": "inflow",
    "spill_cost_per_mwh": "spill_cost", "start_mwh": "state_of_charge_initial",
    "level_mwh": "state_of_charge_set", "end_rule": "cyclic_state_of_charge",
    "charging_limit_pu": "p_min_pu", "discharging_limit_pu": "p_max_pu",
    "forward_limit_mw": "p_nom", "backward_limit_mw": "p_nom", "forward_limit_pu": "p_max_pu",
    "backward_limit_pu": "p_min_pu", "loss_pu": "efficiency", "efficiency_pu": "efficiency",
    "efficiency_2_pu": "efficiency2", "efficiency_3_pu": "efficiency3",
    "efficiency_4_pu": "efficiency4", "capital_cost_per_mw_year": "capital_cost",
    "capacity_min_mw": "p_nom_min", "capacity_max_mw": "p_nom_max",
    "most": "p_nom_max", "least": "p_nom_min", "unit_size": "p_nom_mod",
    "upkeep_per_mw": "capital_cost", "upkeep_per_mwh": "capital_cost",
  ]
}

extension String {
  /// The text without a beginning, where it has that.
  fileprivate func removing(_ start: String) -> String {
    hasPrefix(start) ? String(dropFirst(start.count)) : self
  }

  /// The text without places in the files of a folder, which nobody will find.
  fileprivate func withoutPlaces(in folder: String) -> String {
    var text = self
    while let found = text.firstRange(of: ", " + folder + "/") {
      let end = text[found.upperBound...].firstIndex { ";),".contains($0) } ?? text.endIndex
      text.removeSubrange(found.lowerBound..<end)
    }
    return text
  }
}
