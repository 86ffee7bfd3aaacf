import Grid
import GridDispatch

/// A battery as a storage unit.
extension Battery: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard power.megawatts > 0 else { return }
    storageUnit.map(carrier: facts.technology, in: &mapping)
  }
}

/// Pumped hydro as a storage unit.
extension PumpedHydro: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard turbineCapacity.megawatts > 0 else { return }
    storageUnit.map(carrier: facts.technology, in: &mapping)
  }
}

/// A store that charges and discharges, with what PyPSA says of its level.
///
/// PyPSA has no cost of charging. A store that ends where it began charges `1/(η⁺η⁻)` MWh for each MWh it
/// discharges, standing loss aside, so that cost moves to the discharging.
extension StorageUnit {
  fileprivate func map(carrier technology: Technology, in mapping: inout PyPSAMapping) {
    let charged = 1 / (chargingEfficiency * dischargingEfficiency)
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(store.owner.zone), "carrier": mapping.carrier(technology.rawValue),
      "p_nom": .number(dischargingCapacity),
      "p_min_pu": .number(-chargingCapacity / dischargingCapacity),
      "efficiency_store": .number(chargingEfficiency),
      "efficiency_dispatch": .number(dischargingEfficiency),
      "marginal_cost": .number(wear + dischargingCost + chargingCost * charged),
    ]
    store.addLevel(to: &values, power: dischargingCapacity, in: &mapping)
    mapping.network.add(.storageUnits, store.owner.label, values)
    noteDifferences(in: &mapping)
  }

  private func noteDifferences(in mapping: inout PyPSAMapping) {
    let name = store.owner.label
    mapping.leaveOut(
      "shared hour",
      of: name,
      "PyPSA lets a store charge and discharge at full power in the same hour."
    )
    if cyclesPerDay != nil {
      mapping.leaveOut("cycles_per_day", of: name, "PyPSA counts no cycles.")
    }
    if minimumDischarge > 0 {
      mapping.leaveOut("minimum_turbine_output_pu", of: name, "Turbines run from 0 MW on.")
    }
    if chargingCost > 0, store.standingLoss > 0 || store.end == .free {
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
    values["max_hours"] = .number(capacity / power)
    values["standing_loss"] = .number(standingLoss)
    // PyPSA takes no loss from the level before the first hour.
    values["state_of_charge_initial"] = .number(kept * start * capacity)
    let model = DispatchModel(setting: mapping.setting, detail: .none)
    let ends = model.stepsAtEnd(of: end)
    guard !ends.isEmpty else { return }
    var levels = [Double](repeating: .nan, count: mapping.setting.horizon.hours)
    for step in ends { levels[step] = start * capacity }
    values["state_of_charge_set"] = .hourly(.hourly(levels))
    guard end == .atLeastStart else { return }
    mapping.change(
      "end_rule",
      of: owner.label,
      "The level at the end is the start's, not at least the start's."
    )
  }
}
