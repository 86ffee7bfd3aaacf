/// Rules of the commitment of thermal units.
extension ThermalUnits {
  /// The ramp of what stays online, no more than its output can ever change.
  private var usedRamp: Double { min(ramp, span) }

  /// Whether starting and stopping more than is needed lets the rest ramp further.
  private var areRampsEasedByStarts: Bool {
    (ramp < span && startOutput - minimumOutput > ramp)
      || (limitsFall && shutdownOutput - minimumOutput > usedRamp)
  }

  private var limitsFall: Bool { ramp < span || shutdownOutput < 1 }

  /// States when capacity starts, and the least times of being online and off.
  func requireTimes(
    online: HourlySum,
    started: HourlySum,
    in model: inout DispatchModel
  ) {
    model.require("start", of: owner, started >= online - online.before, from: 1)
    // Where starting more than is needed lets nothing do more, an hour online follows by itself.
    if minimumUpHours > 1 || areRampsEasedByStarts {
      model.require(
        "minimum up time",
        of: owner,
        started.summed(over: max(1, minimumUpHours)) <= online
      )
    }
    // A horizon of no more hours than that still counts them from its first.
    let down = max(min(minimumDownHours, model.steps.count - 1), 1)
    let offBefore = HourlySum(model.largest(of: available, overLast: down))
    model.require(
      "minimum down time",
      of: owner,
      started.summed(over: down) <= offBefore - online.lagged(by: down),
      from: down
    )
  }

  /// States the ramps; `held` is the reserve that shares them.
  func requireRamps(
    online: HourlySum,
    above: HourlySum,
    started: HourlySum,
    held: (up: HourlySum, down: HourlySum) = (HourlySum(), HourlySum()),
    in model: inout DispatchModel
  ) {
    if ramp < span {
      model.require(
        "ramp up",
        of: owner,
        above + held.up - above.before
          <= ramp * online + (startOutput - minimumOutput - ramp) * started,
        from: 1
      )
    }
    if limitsFall {
      model.require(
        "ramp down",
        of: owner,
        above.before - above + held.down
          <= usedRamp * (online - started)
          + (shutdownOutput - minimumOutput) * (online.before - online + started),
        from: 1
      )
    }
  }

  /// Offers reserve; returns it before own use, and what of it takes room in rows of its own.
  ///
  /// Where the units are fast enough for their whole span and heat limits nothing that way, all of the room is
  /// reserve and no variable is needed.
  func holdReserve(
    online: HourlySum,
    above: HourlySum,
    started: HourlySum,
    in model: inout DispatchModel
  ) -> (held: (up: HourlySum, down: HourlySum), taken: (up: HourlySum, down: HourlySum)) {
    let policy = model.setting.reserve(in: owner.zone)
    var held = (up: HourlySum(), down: HourlySum())
    var taken = held
    guard providesReserve else { return (held, taken) }
    let reach = min(ramp * policy.responseMinutes / 60, heat == nil ? .infinity : span)
    if policy.isRequired(.down) {
      if reach >= span, heat == nil, !(policy.sharesRamp && limitsFall) {
        held.down = above
      } else {
        held.down = model.variable("reserve down", of: owner, to: min(1, reach) * available)
        // The room itself keeps fast units within their speed.
        if reach < span {
          model.require("reserve down speed", of: owner, held.down <= reach * online)
        }
        model.require("reserve down room", of: owner, held.down <= above)
        taken.down = held.down
      }
      model.offer(.down, (1 - ownUse) * held.down, of: owner)
    }
    guard policy.isRequired(.up) else { return (held, taken) }
    if reach < span || heat?.limitsUpward == true {
      held.up = model.variable("reserve up", of: owner, to: min(1, reach) * available)
      model.require("reserve up speed", of: owner, held.up <= reach * online)
      taken.up = held.up
    } else {
      held.up = span * online - (1 - startOutput) * started - above
    }
    model.offer(.up, (1 - ownUse) * held.up, of: owner)
    return (held, taken)
  }
}
