import GridFormulation
import Hourly
import Tables

/// A storage unit with inflow, or a generator where there is no reservoir.
extension Hydro: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard capacity.megawatts > 0 else { return }
    let size = capacity.megawatts
    let inflow = inflowPower(in: mapping.setting)
    if let downstream {
      mapping.leaveOut("downstream", of: name, "In PyPSA its water does not reach \(downstream).")
    }
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(zone), "carrier": mapping.carrier(Technology.hydro.rawValue),
      "p_nom": .number(size),
    ]
    guard storedAtMost > 0 else {
      values["p_max_pu"] = .hourly(inflow.map { min($0 / size, 1) })
      values["marginal_cost"] = .number(variableCost)
      mapping.network.add(.generators, name, values)
      return
    }
    values["p_min_pu"] = .number(0)
    values["inflow"] = .hourly(inflow)
    values["marginal_cost"] = .number(variableCost)
    store.addLevel(to: &values, power: size, in: &mapping)
    mapping.network.add(.storageUnits, name, values)
    mapping.change("spill", of: name, "No more is spilled in an hour than flows in.")
    if leastRelease > 0 {
      mapping.leaveOut("minimum_flow_pu", of: name, "PyPSA asks for no flow below the dam.")
    }
  }
}
