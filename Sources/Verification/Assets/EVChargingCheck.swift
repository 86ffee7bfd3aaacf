import GridFormulation
import Hourly
import Tables

/// Vehicles charge within their window, every day what they drive, and batteries never run out of energy.
extension EVCharging: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    guard chargers.megawatts > 0 else { return 0 }
    let drawn = unmanagedDay(
      setting,
      setting.horizon.steps.map { setting.value(of: pluggedIn)[$0] }
    )
    let plugged = isOpen(setting.horizon, step) ? setting.value(of: pluggedIn)[step] : 0
    return managedShare * drawn[step] + givingCapacity * plugged
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    let power = examination.seriesIfPresent(.power, of: owner) ?? []
    guard !isInLoad else { return power }
    let drawn = unmanagedDay(examination.setting, examination.values(of: pluggedIn))
    return power.indices.map { power[$0] + drawn[$0] }
  }

  func check(in examination: inout Examination) {
    let size = 1 + chargers.megawatts
    guard chargers.megawatts > 0 else { return }
    let horizon = examination.setting.horizon
    let plugged = examination.values(of: pluggedIn)
    let open = horizon.steps.map { isOpen(horizon, $0) ? plugged[$0] : 0 }
    let unmanaged = unmanagedDay(examination.setting, plugged)
    let charging = examination.series(.charging, of: owner)
    let givesBack = givingCapacity > 0 && managedShare > 0
    let given =
      givesBack
      ? examination.series(.discharging, of: owner)
      : [Double](repeating: 0, count: examination.hours)
    let power = examination.injection(of: owner)
    let held = isInLoad ? 1.0 : 0
    examination.identify("power", of: owner, size: size) {
      power[$0] - (given[$0] - charging[$0] + held * unmanaged[$0])
    }
    let left = 1 - managedShare
    examination.requireRange(
      "charging range",
      of: owner,
      size: size,
      charging,
      from: unmanaged.map { left * $0 },
      to: horizon.steps.map {
        left * unmanaged[$0] + managedShare * chargers.megawatts * open[$0]
      }
    )
    if givesBack {
      examination.requireRange(
        "giving range",
        of: owner,
        size: size,
        given,
        from: open.map { _ in 0 },
        to: open.map { givingCapacity * $0 }
      )
      examination.requireOneWay(
        "charging or giving back",
        of: owner,
        size: size,
        horizon.steps.map { charging[$0] - left * unmanaged[$0] },
        given
      )
      examination.ledger.charge(.storageWear, of: name, price: wear, for: given)
    }
    let managed = horizon.steps.map { charging[$0] - left * unmanaged[$0] }
    checkDays(managed: managed, given: given, unmanaged: unmanaged, in: &examination)
  }

  /// Follows the managed vehicles through each day, from what they came home with to what they leave with.
  private func checkDays(
    managed: [Double],
    given: [Double],
    unmanaged: [Double],
    in examination: inout Examination
  ) {
    let size = 1 + chargers.megawatts
    for day in examination.setting.horizon.dayRanges(from: dayStart ?? windowStart) {
      let driven = managedShare * unmanaged[day].reduce(0, +)
      let onArrival = givingCapacity > 0 ? max(fleetBattery - driven, 0) : 0
      var level = onArrival
      var lowest = 0.0
      var highest = 0.0
      for step in day {
        level += managed[step] - given[step] / roundTrip
        lowest = larger(lowest, -level)
        highest = larger(highest, level - onArrival - driven)
      }
      let last = day.upperBound - 1
      examination.requireTotal("batteries", of: owner, size: size, at: last, excess: lowest)
      examination.requireTotal("full batteries", of: owner, size: size, at: last, excess: highest)
      examination.requireTotal(
        "energy of the day",
        of: owner,
        size: size,
        at: last,
        excess: abs(level - onArrival - driven)
      )
    }
  }

  private func isOpen(_ horizon: Horizon, _ step: Int) -> Bool {
    let sinceStart = (horizon.hourOfDay(step) - windowStart + 24) % 24
    let length = (windowEnd - windowStart + 23) % 24 + 1
    return sinceStart < length
  }

  /// What vehicles draw that nobody manages, MW.
  private func unmanagedDay(_ setting: Setting, _ plugged: [Double]) -> [Double] {
    let horizon = setting.horizon
    var drawn = plugged.map { _ in 0.0 }
    let length = Double((windowEnd - windowStart + 23) % 24 + 1)
    for day in horizon.dayRanges(from: dayStart ?? windowStart) {
      let steps = day.filter { isOpen(horizon, $0) }
      let mean = day.reduce(0) { $0 + setting.value(of: dailyEnergy)[$1] } / Double(day.count)
      let offered = steps.reduce(0) { $0 + chargers.megawatts * plugged[$1] }
      let energy = min(mean * Double(steps.count) / length, offered)
      var missing = energy
      for step in steps {
        let most = chargers.megawatts * plugged[step]
        drawn[step] = unmanaged == .even ? energy * most / max(offered, 1e-300) : min(most, missing)
        missing = max(0, missing - drawn[step])
      }
    }
    return drawn
  }
}
