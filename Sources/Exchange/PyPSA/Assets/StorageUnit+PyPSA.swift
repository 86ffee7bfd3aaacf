import GridFormulation
import Hourly
import Tables

/// A battery as a storage unit.
extension Battery: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard power.megawatts > 0 else { return }
    storageUnit.map(carrier: facts.technology.rawValue, in: &mapping)
    if plant != nil {
      mapping.leaveOut(
        "beside",
        of: name,
        "It charges from its bus, and shares no connection with the plant."
      )
    }
    if place == .user {
      mapping.leaveOut("place", of: name, "What it gives saves no loss of the network.")
    }
  }
}

/// Pumped hydro as a storage unit.
extension PumpedHydro: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard turbineCapacity.megawatts > 0 else { return }
    storageUnit.map(carrier: facts.technology.rawValue, in: &mapping)
  }
}

/// A store that charges and discharges, with what PyPSA says of its level.
///
/// PyPSA has no cost of charging. A store that ends where it began charges `1/(η⁺η⁻)` MWh for each MWh it
/// discharges, standing loss aside, so that cost moves to the discharging.
extension StorageUnit {
  func map(carrier: String, in mapping: inout PyPSAMapping) {
    let charged = 1 / (chargingEfficiency * dischargingEfficiency)
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(store.owner.zone), "carrier": mapping.carrier(carrier),
      "p_nom": .number(dischargingCapacity),
      "p_min_pu": .hourly(
        chargingLimit.map {
          -ExactNumber.factor(of: chargingCapacity * $0, by: dischargingCapacity)
        }
      ),
      "p_max_pu": .hourly(dischargingLimit),
      "efficiency_store": .number(chargingEfficiency),
      "efficiency_dispatch": .number(dischargingEfficiency),
      "marginal_cost": .hourly(
        dischargingCost.map { wear + $0 }.combined(with: chargingCost) { $0 + $1 * charged }
      ),
    ]
    if !inflow.isEverywhere(0) {
      values["inflow"] = .hourly(inflow)
      values["spill_cost"] = .hourly(spillCost)
    }
    store.addLevel(to: &values, power: dischargingCapacity, in: &mapping)
    mapping.network.add(.storageUnits, store.owner.label, values)
    noteDifferences(in: &mapping)
  }

  private func noteDifferences(in mapping: inout PyPSAMapping) {
    let name = store.owner.label
    if chargingCapacity > 0 {
      mapping.leaveOut(
        "shared hour",
        of: name,
        "PyPSA lets a store charge and discharge at full power in the same hour."
      )
    }
    if cyclesPerDay != nil {
      mapping.leaveOut("cycles_per_day", of: name, "PyPSA counts no cycles.")
    }
    if minimumDischarge > 0 {
      mapping.leaveOut("minimum_turbine_output_pu", of: name, "Turbines run from 0 MW on.")
    }
    if !chargingCost.isEverywhere(0), store.standingLoss > 0 || store.end == .free {
      mapping.change(
        "variable_cost_per_mwh",
        of: name,
        "The cost of charging is taken when discharging, so what is lost or kept costs nothing."
      )
    }
  }
}

extension StoredEnergy {
  /// Adds the size of a store, its start and its end to the attributes of a storage unit.
  func addLevel(
    to values: inout [String: PyPSANetwork.Value],
    power: Double,
    in mapping: inout PyPSAMapping
  ) {
    let kept = 1 - standingLoss
    values["max_hours"] = .number(ExactNumber.factor(of: capacity, by: power))
    values["standing_loss"] = .number(standingLoss)
    noteBounds(in: &mapping)
    var levels = [Double](repeating: .nan, count: mapping.setting.horizon.hours)
    if let given {
      for step in levels.indices where given[step] >= 0 { levels[step] = given[step] }
    }
    defer {
      if levels.contains(where: { !$0.isNaN }) {
        values["state_of_charge_set"] = .hourly(.hourly(levels))
      }
    }
    if end == .cyclic {
      values["cyclic_state_of_charge"] = .text("True")
      return
    }
    // PyPSA takes no loss from the level before the first hour.
    let first = start * capacity
    values["state_of_charge_initial"] = .number(ExactNumber.dividend(giving: first, by: kept))
    let model = DispatchModel(setting: mapping.setting, detail: .none)
    for step in model.stepsAtEnd(of: end) { levels[step] = first }
    guard end == .atLeastStart else { return }
    mapping.change(
      "end_rule",
      of: owner.label,
      "The level at the end is the start's, not at least the start's."
    )
  }
  private func noteBounds(in mapping: inout PyPSAMapping) {
    if startRange != nil, end != .cyclic {
      mapping.change(
        "start_min_mwh",
        of: owner.label,
        "The level at the start is given: \(start * capacity) MWh."
      )
    }
    if startCost != 0 || endValue != 0 {
      mapping.leaveOut("end_value_per_mwh", of: owner.label, "Stored energy has no price.")
    }
    if !lowest.isEverywhere(0) || !highest.isEverywhere(1) {
      mapping.leaveOut(
        "minimum_level_pu",
        of: owner.label,
        "A storage unit may be emptied and filled in any hour."
      )
    }
  }
}
