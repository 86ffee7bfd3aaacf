import GridFormulation
package import Hourly
import Tables

/// The components of a PyPSA network with their attributes, as a CSV folder holds them.
///
/// An attribute is a number or a text in the component's table, or a series in a file of its own; one
/// that is the same in every hour stands in the table. Attribute names and defaults are PyPSA's
/// (PyPSA 1.4, documentation, *Components*).
package struct PyPSANetwork: Sendable {
  /// A list of components, named as its file is.
  package enum List: String, CaseIterable, Sendable {
    case carriers
    case buses
    case generators
    case loads
    case storageUnits = "storage_units"
    case lines
    case transformers
    case links

    /// The attributes that are written, in the columns' order, with what PyPSA takes without them.
    package var attributes: [(name: String, absent: String)] {
      switch self {
      case .carriers: [("co2_emissions", "0")]
      case .buses: [("carrier", "AC"), ("v_nom", "1")]
      case .loads: [("bus", ""), ("p_set", "0")]
      case .generators: Self.generatorAttributes
      case .storageUnits: Self.storageAttributes
      case .lines: Self.branchAttributes
      case .transformers: Self.branchAttributes + [("tap_ratio", "1"), ("phase_shift", "0")]
      case .links: Self.linkAttributes
      }
    }

    private static let generatorAttributes = [
      ("bus", ""), ("carrier", ""), ("p_nom", "0"), ("p_min_pu", "0"), ("p_max_pu", "1"),
      ("sign", "1"), ("marginal_cost", "0"), ("efficiency", "1"), ("e_sum_min", "-inf"),
      ("e_sum_max", "inf"), ("committable", "False"), ("stand_by_cost", "0"),
      ("start_up_cost", "0"), ("shut_down_cost", "0"), ("min_up_time", "0"),
      ("min_down_time", "0"), ("up_time_before", "1"), ("down_time_before", "0"), ("p_init", ""),
      ("ramp_limit_up", ""), ("ramp_limit_down", ""), ("ramp_limit_start_up", ""),
      ("ramp_limit_shut_down", ""),
    ]
    private static let storageAttributes = [
      ("bus", ""), ("carrier", ""), ("p_nom", "0"), ("p_min_pu", "-1"), ("p_max_pu", "1"),
      ("max_hours", "1"), ("efficiency_store", "1"), ("efficiency_dispatch", "1"),
      ("standing_loss", "0"), ("state_of_charge_initial", "0"), ("state_of_charge_set", ""),
      ("cyclic_state_of_charge", "False"), ("inflow", "0"), ("marginal_cost", "0"),
      ("spill_cost", "0"),
    ]
    private static let branchAttributes = [
      ("bus0", ""), ("bus1", ""), ("x", "0"), ("s_nom", "0"), ("s_max_pu", "1"),
    ]
    private static let linkAttributes = [
      ("bus0", ""), ("bus1", ""), ("carrier", ""), ("efficiency", "1"), ("p_nom", "0"),
      ("p_min_pu", "0"), ("p_max_pu", "1"), ("marginal_cost", "0"), ("ramp_limit_up", ""),
      ("ramp_limit_down", ""), ("bus2", ""), ("efficiency2", "1"), ("bus3", ""),
      ("efficiency3", "1"), ("bus4", ""), ("efficiency4", "1"),
    ]
  }

  /// The value of an attribute.
  package enum Value: Sendable {
    case text(String)
    case number(Double)
    case integer(Int)
    case hourly(HourlyValue)
  }

  /// A component with what differs from the defaults.
  package struct Component: Sendable {
    package let name: String
    package let values: [String: Value]

    /// The attribute's text in the component's table; nil for a series or a default.
    package func cell(_ attribute: String) -> String? {
      switch values[attribute] {
      case .text(let text): text
      case .number(let number): NumberText.shortest(number)
      case .integer(let number): String(number)
      case .hourly(.constant(let number)): NumberText.shortest(number)
      case .hourly(.hourly), nil: nil
      }
    }

    /// The attribute's values in each hour; nil where it is no series.
    package func series(_ attribute: String) -> [Double]? {
      guard case .hourly(.hourly(let values)) = values[attribute] else { return nil }
      return values
    }
  }

  /// The components of each list, in the order in which they were added.
  package private(set) var components: [List: [Component]] = [:]

  package init() {}

  /// Adds a component; a series that is the same in every hour becomes a number.
  package mutating func add(_ list: List, _ name: String, _ values: [String: Value]) {
    let known = list.attributes.map(\.name)
    precondition(values.keys.allSatisfy(known.contains), "an attribute of \(list.rawValue)")
    let settled = values.mapValues { value in
      guard case .hourly(.hourly(let numbers)) = value, let first = numbers.first,
        numbers.allSatisfy({ $0 == first })
      else { return value }
      return .number(first)
    }
    components[list, default: []].append(Component(name: name, values: settled))
  }

  /// The component of a name.
  package func component(_ list: List, _ name: String) -> Component? {
    components[list]?.first { $0.name == name }
  }
}
