package import Hourly
package import Tables

/// Charging of electric vehicles: a share of it follows the dispatch within each day, and may give back.
///
///     c[t] = B[t] + v[t],    −μ·B[t] ≤ v[t] ≤ μ·(A[t] − B[t]),    A[t] = P·plugged-in[t] within the window
///     x[t] = x[t−1] + v[t] − g[t]/η,    x = 0 at each day's end
///     0 ≤ K[t] + x[t] ≤ μ·E,    with V2G from −(M − μ·E) on;    K: baseline of the managed share so far
///     (v + μ·B)[t]/(μ·P) + g[t]/V ≤ plugged-in[t]       an hour is shared by charging and giving back
///
/// B is the baseline: what vehicles draw unmanaged, at full power from the window's start on until the day's
/// energy E is charged, or evenly over the window. The managed share μ draws v more (or less), and the day's
/// energy is met in full within the day. Batteries of M MWh leave each day full; V2G gives g. Of a day that
/// the horizon cuts, the energy counts by the hours of its window that are left.
///
/// Off the grid are μ·B − c_managed + g, measured against the baseline B: at the most μ·B + V·plugged-in.
/// Where the load of the zone holds the baseline, only the difference is injected.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// E | `dailyEnergy` | MWh/d | – | plans, fleet times km
/// P, V | `chargers`, `givingCapacity` | MW | –, 0 | plans
/// μ | `managedShare` | pu | 0.5 | assumed
/// η | `roundTrip` | – | 0.85 | assumed
package struct EVCharging: Asset {
  /// How vehicles charge that nobody manages.
  package enum Unmanaged: String, FieldWord {
    /// At full power as soon as they may.
    case onArrival = "on-arrival"
    /// By the same share of the plugged-in chargers in every hour of the window.
    case even
  }

  package static let type = AssetType(
    name: "ev-charging",
    summary: "Charging of electric vehicles that can be moved within the day, with or without V2G."
  )

  package var name = ""
  package var zone = ""
  package var dailyEnergy = Profile.constant(0)
  package var chargers = Power(megawatts: 0)
  package var pluggedIn = Profile.constant(1)
  package var windowStart = 0
  package var windowEnd = 24
  package var dayStart: Int?
  package var unmanaged = Unmanaged.onArrival
  package var managedShare = 0.5
  package var givingCapacity = 0.0
  package var fleetBattery = 0.0
  package var roundTrip = 0.85
  package var wear = 300.0
  package var isInLoad = true
  package var fixedCost = 0.0

  package init() {}

  package var facts: AssetFacts {
    AssetFacts(
      technology: .evCharging,
      capacity: chargers.megawatts,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: managedShare * chargers.megawatts + givingCapacity
    )
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    .constant((isInLoad ? managedShare * chargers.megawatts : 0) + givingCapacity)
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    guard chargers.megawatts > 0 else { return 0 }
    let plan = plan(in: setting)
    return managedShare * plan.baseline[step] + givingCapacity * plan.share[step]
  }

  package func addedLoad(in setting: Setting) -> HourlyValue {
    isInLoad || chargers.megawatts <= 0 ? 0 : .hourly(plan(in: setting).baseline)
  }

  package func formulate(in desk: inout Desk) {
    guard chargers.megawatts > 0 else { return }
    let plan = plan(in: desk.setting)
    let baseline = HourlyValue.hourly(plan.baseline)
    let share = HourlyValue.hourly(plan.share)
    let least = -managedShare * baseline
    let most = managedShare * (chargers.megawatts * share - baseline)
    var shifted = HourlySum()
    var given = HourlySum()
    if managedShare > 0 {
      shifted = desk.variable("shifted", from: least, to: most)
      if givingCapacity > 0 {
        given = desk.variable("given back", to: givingCapacity * share)
        desk.require(
          "shared hour",
          (1 / (managedShare * chargers.megawatts))
            * (shifted + HourlySum(managedShare * baseline))
            + (1 / givingCapacity) * given <= HourlySum(share)
        )
        desk.exclude(shifted, given)
        desk.record(.discharging, given)
        desk.charge(.storageWear, .constant(wear), for: given)
      }
      let shift = shift(by: plan, least: least, most: most)
      shift.formulate(net: shifted - (1 / roundTrip) * given, in: &desk)
    }
    desk.record(.charging, HourlySum(baseline) + shifted)
    desk.takeOffGrid(given - shifted)
    desk.inject(given - shifted - (isInLoad ? HourlySum() : HourlySum(baseline)))
  }

  private func shift(by plan: Plan, least: HourlyValue, most: HourlyValue) -> DayShift {
    let lowest = givingCapacity > 0 ? least - .constant(givingCapacity / roundTrip) : least
    var shift = DayShift(days: plan.days, least: lowest, most: most)
    let charged = managedShare * HourlyValue.hourly(plan.charged)
    let wanted = managedShare * HourlyValue.hourly(plan.energy)
    let kept = givingCapacity > 0 ? wanted - .constant(fleetBattery) : 0
    shift.floor = kept.map { min($0, 0) } - charged
    shift.ceiling = wanted - charged
    return shift
  }
}
