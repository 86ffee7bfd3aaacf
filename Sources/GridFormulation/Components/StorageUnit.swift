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
  package func formulate(in desk: inout Desk) {
    let charging =
      chargingCapacity > 0
      ? desk.variable("charging", to: usableCharging) : HourlySum()
    let discharging = desk.variable("discharging", to: usableDischarging)
    let spilled = spillage(in: &desk)
    let level = store.formulate(
      net: chargingEfficiency * charging - (1 / dischargingEfficiency) * discharging
        + HourlySum(inflow) - spilled,
      least: (-1 / dischargingEfficiency) * usableDischarging,
      most: inflow + chargingEfficiency * usableCharging,
      in: &desk
    )
    let running = runningTurbines(discharging: discharging, in: &desk)
    if chargingCapacity > 0, dischargingCapacity > 0 {
      desk.require(
        "shared hour",
        (1 / chargingCapacity) * charging + (1 / dischargingCapacity) * running
          <= HourlySum(.constant(1))
      )
      desk.exclude(charging, running)
    }
    desk.exclude(charging, spilled)
    if let cyclesPerDay { limitCycles(to: cyclesPerDay, discharging: discharging, in: &desk) }
    if providesReserve {
      holdReserve(
        charging: charging,
        discharging: discharging,
        running: running,
        level: level,
        in: &desk
      )
    }
    desk.record(.charging, charging)
    desk.record(.discharging, discharging)
    desk.charge(.storageWear, .constant(wear), for: discharging)
    desk.charge(.operation, chargingCost, for: charging)
    desk.charge(.operation, dischargingCost, for: discharging)
    desk.inject(gridFactor * (discharging - charging))
  }

  /// What of the inflow is spilled.
  private func spillage(in desk: inout Desk) -> HourlySum {
    guard !inflow.isEverywhere(0) else { return HourlySum() }
    let spilled = desk.variable("spilled", to: inflow)
    desk.record(.spilled, spilled)
    desk.charge(.operation, spillCost, for: spilled)
    return spilled
  }

  private func runningTurbines(
    discharging: HourlySum,
    in desk: inout Desk
  ) -> HourlySum {
    guard minimumDischarge > 0 else { return discharging }
    let running = desk.variable("turbines running", to: .constant(dischargingCapacity))
    desk.require("turbine capacity", discharging <= running)
    desk.require("turbine minimum", discharging >= minimumDischarge * running)
    desk.record(.online, running)
    desk.breakTie(.runningTurbines, for: running)
    return running
  }

  private func limitCycles(
    to cycles: Double,
    discharging: HourlySum,
    in desk: inout Desk
  ) {
    for (index, day) in desk.horizon.dayRanges.enumerated() {
      let share = Double(day.count) / 24
      desk.requireTotal(
        "cycles of day \(index + 1)",
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
    in desk: inout Desk
  ) {
    let policy = desk.reserve
    let hours = policy.sustainHours
    if policy.isRequired(.up) {
      let held = desk.variable(
        "reserve up",
        to: .constant(chargingCapacity + dischargingCapacity)
      )
      let room =
        minimumDischarge > 0
        ? running - discharging : HourlySum(usableDischarging) - discharging
      desk.require("reserve up room", held <= room + charging)
      desk.require(
        "reserve up energy",
        hours * held
          <= dischargingEfficiency * (level - HourlySum(store.capacity * store.lowest))
      )
      desk.offer(.up, held)
    }
    if policy.isRequired(.down) {
      let held = desk.variable(
        "reserve down",
        to: .constant(chargingCapacity + dischargingCapacity)
      )
      desk.require(
        "reserve down room",
        held <= HourlySum(usableCharging) - charging + discharging
      )
      desk.require(
        "reserve down energy",
        hours * chargingEfficiency * held
          <= HourlySum(store.capacity * store.highest) - level
      )
      desk.offer(.down, held)
    }
  }
}
