import Hourly
import Tables

extension EVCharging {
  /// What all vehicles draw unmanaged, and what they could draw.
  struct Plan {
    /// The hours of each charging day.
    var days: [Range<Int>]
    /// Share of the chargers that can be used in each hour: plugged in and within the window.
    var share: [Double]
    /// Energy of the day that each hour lies in, MWh.
    var energy: [Double]
    /// Power drawn unmanaged, MW.
    var baseline: [Double]
    /// Energy drawn unmanaged since the day began, MWh.
    var charged: [Double]
    /// Days whose energy the window cannot charge, with what it can, MWh.
    var excess: [(day: Range<Int>, wanted: Double, possible: Double)] = []
  }

  /// The hours of the clock in which vehicles may charge; they may run over midnight.
  func isInWindow(_ hour: Int) -> Bool {
    windowStart < windowEnd
      ? (windowStart..<windowEnd).contains(hour) : hour >= windowStart || hour < windowEnd
  }

  /// The baseline over the hours that are solved.
  func plan(in setting: Setting) -> Plan {
    let horizon = setting.horizon
    let plugged = setting.value(of: pluggedIn)
    let daily = setting.value(of: dailyEnergy)
    let days = horizon.dayRanges(from: dayStart ?? windowStart)
    let none = [Double](repeating: 0, count: horizon.hours)
    let isOpen = horizon.steps.map { isInWindow(horizon.hourOfDay($0)) }
    let openHours = (0..<24).reduce(0) { $0 + (isInWindow($1) ? 1 : 0) }
    let share = horizon.steps.map { isOpen[$0] ? plugged[$0] : 0 }
    var plan = Plan(days: days, share: share, energy: none, baseline: none, charged: none)
    for day in days {
      let open = day.reduce(0) { $0 + (isOpen[$1] ? 1 : 0) }
      let mean = day.reduce(0) { $0 + daily[$1] } / Double(day.count)
      let wanted = mean * Double(open) / Double(openHours)
      let possible = day.reduce(0) { $0 + chargers.megawatts * share[$1] }
      let energy = min(wanted, possible)
      if wanted > possible * (1 + 1e-9) { plan.excess.append((day, wanted, possible)) }
      var charged = 0.0
      for step in day {
        let offered = chargers.megawatts * share[step]
        let drawn =
          switch unmanaged {
          case .onArrival: min(offered, energy - charged)
          case .even: possible > 0 ? energy * offered / possible : 0
          }
        charged = min(charged + drawn, energy)
        plan.baseline[step] = max(drawn, 0)
        plan.charged[step] = charged
        plan.energy[step] = energy
      }
    }
    return plan
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    var found: [Complaint] = []
    if let excess = plan(in: setting).excess.first {
      let date = setting.horizon.time(of: excess.day.lowerBound).date
      found.append(
        Complaint(
          "energy_mwh_per_day",
          "wants \(shown(excess.wanted)) MWh on the day from \(date); the chargers can give"
            + " \(shown(excess.possible)) MWh within the window",
          fix: "Raise charger_mw or plugged_in_pu, widen the window, or lower the energy."
        )
      )
    }
    let most = managedShare * setting.value(of: dailyEnergy).maximum(over: setting.horizon.steps)
    if givingCapacity > 0, fleetBattery < most {
      found.append(
        Complaint(
          "battery_mwh",
          "is less than the \(shown(most)) MWh that the managed vehicles drive in a day",
          fix: "Write the energy that the batteries of the managed vehicles hold together."
        )
      )
    }
    if givingCapacity > 0, managedShare == 0 {
      found.append(
        Complaint(
          "managed_pu",
          "is 0, so no vehicle can give back",
          fix: "Write the share of the vehicles that is managed, or 0 for v2g_mw."
        )
      )
    }
    return found
  }

  private func shown(_ energy: Double) -> String {
    NumberText.shortest((energy * 100).rounded() / 100)
  }
}
