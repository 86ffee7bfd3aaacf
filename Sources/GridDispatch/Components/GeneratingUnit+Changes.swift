import Grid

/// Rules that join an hour with those before it: ramps, and times of being on and off.
extension GeneratingUnit {
  /// States the ramps of what is on, and the limits of output in the hour of a start and before a stop.
  func requireRamps(
    above: HourlySum,
    base: Double,
    _ states: UnitStates,
    held: HeldReserve,
    in model: inout DispatchModel
  ) {
    let ramps = RampLimits(self, over: model.steps)
    var before = above.before
    var first = 1
    if let isInitiallyOnline, let initial = isInitiallyOnline ? initialOutput : 0 {
      let online = isInitiallyOnline ? capacity : 0
      before += HourlySum(model.onlyAtFirstStep(max(0, initial - base * online)))
      first = 0
    }
    if ramps.limitsRise {
      model.require(
        "ramp up",
        of: owner,
        above + held.climbing - before
          <= rampUp * states.online + (ramps.start - rampUp) * states.started,
        from: first
      )
    }
    if ramps.limitsFall {
      model.require(
        "ramp down",
        of: owner,
        before - above + held.falling
          <= ramps.down * (states.online - states.started) + ramps.stop * states.stopped,
        from: first
      )
    }
  }

  /// States the least times of being on and off; `initial` is the capacity online before the first hour.
  func requireTimes(
    _ states: UnitStates,
    initial: Double?,
    in model: inout DispatchModel
  ) {
    // Where starting more than is needed lets nothing do more, an hour on follows by itself, and an hour off
    // too where it costs something: else starts that nobody needs would be told.
    let isEased = RampLimits(self, over: model.steps).areEasedByStarts
    if minimumUpHours > 1 || isEased {
      model.require(
        "minimum up time",
        of: owner,
        states.started.summed(over: max(1, minimumUpHours)) <= states.online
      )
    }
    if minimumDownHours <= 1, !isEased, startCost + stopCost > 0 { return }
    // A horizon of no more hours than that still counts them from the first that is known.
    let known = model.steps.count - (initial == nil ? 1 : 0)
    let down = max(min(minimumDownHours, known), 1)
    var offBefore = HourlySum(.constant(capacity)) - states.online.lagged(by: down)
    if let initial {
      let first = model.steps.map { $0 == down - 1 ? initial : 0 }
      offBefore = offBefore - HourlySum(.hourly(first))
    }
    model.require(
      "minimum down time",
      of: owner,
      states.started.summed(over: down) <= offBefore,
      from: initial == nil ? down : down - 1
    )
  }
}

/// The ramps of a unit with states as shares of its capacity, and which of them can bind.
private struct RampLimits {
  /// Output above the least that a MW may have in the hour of its start, and in the hour before its stop.
  let start: Double
  let stop: Double
  /// The fall of what stays on, no more than it can ever fall.
  let down: Double
  /// Whether each ramp can bind.
  let limitsRise: Bool
  let limitsFall: Bool
  private let up: Double

  init(_ unit: GeneratingUnit, over steps: Range<Int>) {
    let (least, most) = (unit.least(over: steps), unit.most(over: steps))
    let fall = unit.fall(over: steps)
    start = min(unit.startOutput, most) - least
    stop = min(unit.shutdownOutput - least, fall)
    (up, down) = (unit.rampUp, min(unit.rampDown, fall))
    limitsRise = up < unit.climb(over: steps)
    limitsFall = unit.rampDown < fall || stop < fall
  }

  /// Whether starting and stopping more than is needed lets the rest ramp further.
  var areEasedByStarts: Bool {
    (limitsRise && start > up) || (limitsFall && stop > down)
  }
}
