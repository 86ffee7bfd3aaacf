package import Hourly
import Tables

/// What pumped hydro, batteries and other stores share: a store that charges and discharges at the grid.
///
///     e[t] = (1−σ)·e[t−1] + η⁺·p⁺[t] − p⁻[t]/η⁻ + w[t] − v[t],    0 ≤ e ≤ E,    0 ≤ v[t] ≤ w[t]
///     p⁺[t]·o[t] = 0,  p⁺[t]·v[t] = 0                  never both in an hour; in the relaxation p⁺[t]/P⁺ + o[t]/P⁻ ≤ 1
///     m·o[t] ≤ p⁻[t] ≤ o[t]                            share o of the turbines runs, at a tie-break; o = p⁻ where m = 0
///     r⁺[t] ≤ P⁻ − p⁻[t] + p⁺[t],  τ·r⁺[t] ≤ η⁻·e[t]       reserve, with the energy to sustain it
///     r⁻[t] ≤ P⁺ − p⁺[t] + p⁻[t],  τ·η⁺·r⁻[t] ≤ E − e[t]
///
/// P⁺ and P⁻ are what of both powers can be used in the hour.
/// A store that took in and gave at once, or spilled what it could hold back while it pumps, would burn surplus and
/// hide curtailment.
package struct StorageUnit: Sendable {
  package var store: StoredEnergy
  /// Charging power P⁺, MW.
  package var chargingCapacity: Double
  /// Discharging power P⁻, MW.
  package var dischargingCapacity: Double
  /// Efficiency η⁺ of charging.
  package var chargingEfficiency: Double
  /// Efficiency η⁻ of discharging.
  package var dischargingEfficiency: Double
  /// Minimum output m of a running turbine.
  package var minimumDischarge: Double
  /// Wear per MWh discharged, currency.
  package var wear: Double
  /// Cost of a MWh charged and of a MWh discharged, currency.
  package var chargingCost: HourlyValue
  package var dischargingCost: HourlyValue
  /// Full cycles a day allowed; nil for no limit.
  package var cyclesPerDay: Double?
  package var providesReserve: Bool
  /// What flows in by nature, MW; it may be spilled.
  package var inflow: HourlyValue = 0
  /// Cost of a MWh spilled, currency.
  package var spillCost: HourlyValue = 0
  /// Shares a⁺ and a⁻ of the charging and the discharging power that can be used.
  package var chargingLimit: HourlyValue = 1
  package var dischargingLimit: HourlyValue = 1
  /// Power at the grid per power at the store: above 1 behind a customer's meter, where it saves network loss.
  package var gridFactor = 1.0

  /// What it can give while what it holds lasts.
  package var capability: Capability {
    Capability(
      stored: dischargingEfficiency * store.capacity,
      besides: dischargingEfficiency * inflow,
      power: dischargingCapacity
    )
  }

  /// Charging and discharging power that can be used, MW.
  package var usableCharging: HourlyValue { chargingCapacity * chargingLimit }
  package var usableDischarging: HourlyValue { dischargingCapacity * dischargingLimit }

  /// Writes the store to the program.
  package func formulate(in model: inout DispatchModel) {
    let owner = store.owner
    let charging =
      chargingCapacity > 0
      ? model.variable("charging", of: owner, to: usableCharging) : HourlySum()
    let discharging = model.variable("discharging", of: owner, to: usableDischarging)
    let spilled = spillage(in: &model)
    let level = store.formulate(
      net: chargingEfficiency * charging - (1 / dischargingEfficiency) * discharging
        + HourlySum(inflow) - spilled,
      least: (-1 / dischargingEfficiency) * usableDischarging,
      most: inflow + chargingEfficiency * usableCharging,
      in: &model
    )
    let running = runningTurbines(discharging: discharging, in: &model)
    if chargingCapacity > 0, dischargingCapacity > 0 {
      model.require(
        "shared hour",
        of: owner,
        (1 / chargingCapacity) * charging + (1 / dischargingCapacity) * running
          <= HourlySum(.constant(1))
      )
      model.exclude(charging, running, of: owner)
    }
    model.exclude(charging, spilled, of: owner)
    if let cyclesPerDay { limitCycles(to: cyclesPerDay, discharging: discharging, in: &model) }
    if providesReserve {
      holdReserve(
        charging: charging,
        discharging: discharging,
        running: running,
        level: level,
        in: &model
      )
    }
    model.record(.charging, of: owner, charging)
    model.record(.discharging, of: owner, discharging)
    model.charge(.storageWear, .constant(wear), for: discharging, of: owner)
    model.charge(.operation, chargingCost, for: charging, of: owner)
    model.charge(.operation, dischargingCost, for: discharging, of: owner)
    model.inject(gridFactor * (discharging - charging), of: owner)
  }

  /// What of the inflow is spilled.
  private func spillage(in model: inout DispatchModel) -> HourlySum {
    guard !inflow.isEverywhere(0) else { return HourlySum() }
    let spilled = model.variable("spilled", of: store.owner, to: inflow)
    model.record(.spilled, of: store.owner, spilled)
    model.charge(.operation, spillCost, for: spilled, of: store.owner)
    return spilled
  }

  private func runningTurbines(
    discharging: HourlySum,
    in model: inout DispatchModel
  ) -> HourlySum {
    guard minimumDischarge > 0 else { return discharging }
    let owner = store.owner
    let running = model.variable("turbines running", of: owner, to: .constant(dischargingCapacity))
    model.require("turbine capacity", of: owner, discharging <= running)
    model.require("turbine minimum", of: owner, discharging >= minimumDischarge * running)
    model.record(.online, of: owner, running)
    model.breakTie(.runningTurbines, for: running, of: owner)
    return running
  }

  private func limitCycles(
    to cycles: Double,
    discharging: HourlySum,
    in model: inout DispatchModel
  ) {
    for (index, day) in model.horizon.dayRanges.enumerated() {
      let share = Double(day.count) / 24
      model.requireTotal(
        "cycles of day \(index + 1)",
        of: store.owner,
        discharging,
        over: day,
        atMost: cycles * store.capacity * dischargingEfficiency * share,
        isGlobal: false
      )
    }
  }

  private func holdReserve(
    charging: HourlySum,
    discharging: HourlySum,
    running: HourlySum,
    level: HourlySum,
    in model: inout DispatchModel
  ) {
    let owner = store.owner
    let policy = model.setting.reserve(in: owner.zone)
    let hours = policy.sustainHours
    if policy.isRequired(.up) {
      let held = model.variable(
        "reserve up",
        of: owner,
        to: .constant(chargingCapacity + dischargingCapacity)
      )
      let room =
        minimumDischarge > 0
        ? running - discharging : HourlySum(usableDischarging) - discharging
      model.require("reserve up room", of: owner, held <= room + charging)
      model.require(
        "reserve up energy",
        of: owner,
        hours * held
          <= dischargingEfficiency * (level - HourlySum(store.capacity * store.lowest))
      )
      model.offer(.up, held, of: owner)
    }
    if policy.isRequired(.down) {
      let held = model.variable(
        "reserve down",
        of: owner,
        to: .constant(chargingCapacity + dischargingCapacity)
      )
      model.require(
        "reserve down room",
        of: owner,
        held <= HourlySum(usableCharging) - charging + discharging
      )
      model.require(
        "reserve down energy",
        of: owner,
        hours * chargingEfficiency * held
          <= HourlySum(store.capacity * store.highest) - level
      )
      model.offer(.down, held, of: owner)
    }
  }
}
