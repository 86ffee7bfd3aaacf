import GridFormulation
import Tables

/// Attributes that no import asked for: results, descriptions, and rules that a dispatch does not know.
extension NetworkImport {
  /// What PyPSA takes without the attribute, and why it is not carried over.
  private static let rules: [String: (absent: String, note: String)] = [
    "p_nom_mod": ("0", "Sizes of modules count in planning only."),
    "s_nom_mod": ("0", "Sizes of modules count in planning only."),
    "e_nom_mod": ("0", "Sizes of modules count in planning only."),
    "p_nom_set": ("", "It counts in planning only."),
    "s_nom_set": ("", "It counts in planning only."),
    "e_nom_set": ("", "It counts in planning only."),
    "overnight_cost": ("", "Investment is taken from capital_cost."),
    "discount_rate": ("", "Investment is taken from capital_cost."),
    "fom_cost": ("0", "Investment is taken from capital_cost."),
    "build_year": ("0", "It counts in planning over several periods only."),
    "lifetime": ("inf", "It counts in planning over several periods only."),
    "max_growth": ("inf", "It counts in planning over several periods only."),
    "max_relative_growth": ("0", "It counts in planning over several periods only."),
    "investment_period": ("", "It counts in planning over several periods only."),
    "terrain_factor": ("1", "It counts in planning only."),
    "maintainable": ("False", "Maintenance is not chosen by the dispatch."),
    "maintenance_duration": ("0", "Maintenance is not chosen by the dispatch."),
    "maintenance_events": ("1", "Maintenance is not chosen by the dispatch."),
    "maintenance_pu": ("1", "Maintenance is not chosen by the dispatch."),
    "p_dispatch_set": ("", "Power is decided, not given."),
    "p_store_set": ("", "Power is decided, not given."),
    "marginal_cost_quadratic": ("0", "Costs are linear."),
    "v_ang_min": ("-inf", "Voltage angles have no limits."),
    "v_ang_max": ("inf", "Voltage angles have no limits."),
    "phase_shift_min": ("0", "Phase shifts are given, not chosen."),
    "phase_shift_max": ("0", "Phase shifts are given, not chosen."),
    "state_of_charge_initial_per_period": ("False", "There is one period."),
    "cyclic_state_of_charge_per_period": ("True", "There is one period."),
    "e_initial_per_period": ("False", "There is one period."),
    "e_cyclic_per_period": ("True", "There is one period."),
    "start_up_cost": ("0", "A link is not started."),
    "shut_down_cost": ("0", "A link is not started."),
    "p_set": ("", "The power of a store is decided, not given."),
    "bus": ("", "It counts for the whole network."),
  ]

  private static let results: Set<String> = [
    "p", "q", "e", "p0", "p1", "p2", "p3", "q0", "q1", "p_nom_opt", "s_nom_opt", "e_nom_opt", "mu",
    "mu_upper", "mu_lower", "status", "start_up", "shut_down", "state_of_charge", "spill",
    "p_dispatch", "p_store", "v_ang", "v_mag_pu", "marginal_price", "x_pu", "r_pu", "g_pu",
    "b_pu", "x_pu_eff", "r_pu_eff", "sub_network", "generator", "phase_shift_opt",
  ]

  /// Of voltage and reactive power, which the linear flow does not know.
  private static let voltage: Set<String> = [
    "q_set", "v_mag_pu_set", "v_mag_pu_min", "v_mag_pu_max", "g", "b", "r", "x", "control",
  ]

  /// Lists every attribute, list and file that nothing was taken from.
  mutating func noteTheRest() {
    for component in source.components("shunt_impedances") {
      draft.note(
        .leftOut,
        "shunt_impedances",
        "list",
        "The linear flow has no shunts.",
        of: component.name
      )
    }
    for (list, attribute, isSeries) in source.unasked where list != "shunt_impedances" {
      if list.hasSuffix("_types") { continue }
      note(attribute, of: list, isSeries: isSeries)
    }
    for fact in source.facts where fact.name != "name" {
      draft.note(.descriptive, "network", fact.name, "It describes and binds nothing.")
    }
    for (list, attribute, name) in source.strangers {
      draft.note(
        .leftOut,
        list,
        attribute,
        "A series of it has a column of no component of the list.",
        of: name
      )
    }
    for file in source.otherFiles {
      let isTable = file.hasSuffix(".csv")
      draft.note(
        isTable ? .leftOut : .descriptive,
        "network",
        file,
        isTable ? "It is no list that an import knows." : "It is no table."
      )
    }
  }

  private mutating func note(_ attribute: String, of list: String, isSeries: Bool) {
    if Self.results.contains(attribute) || attribute.hasPrefix("mu_") {
      draft.note(.descriptive, list, attribute, "It is a result of an earlier solve.")
    } else if Self.voltage.contains(attribute), !(list == "buses" && attribute == "x") {
      draft.note(.descriptive, list, attribute, "The linear flow does not use it.")
    } else if let rule = Self.rules[attribute], list != "buses" || attribute != "bus" {
      if isSeries {
        draft.note(.leftOut, list, attribute, rule.note)
        return
      }
      for component in source.components(list) {
        guard let text = source.text(component, attribute), !Self.isSame(text, rule.absent) else {
          continue
        }
        draft.note(.leftOut, list, attribute, rule.note, of: component.name)
      }
    } else if isSeries {
      draft.note(.leftOut, list, attribute, "The series of it is not known to the import.")
    } else {
      draft.note(.descriptive, list, attribute, "It describes and binds nothing.")
    }
  }

  private static func isSame(_ text: String, _ absent: String) -> Bool {
    if text.lowercased() == absent.lowercased() { return true }
    guard let left = NetworkSource.number(text), let right = NetworkSource.number(absent) else {
      return false
    }
    return left == right
  }
}
