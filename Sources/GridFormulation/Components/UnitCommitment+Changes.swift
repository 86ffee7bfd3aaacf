import Hourly
import Tables

/// Rules that join an hour with those before it: ramps, and times of being on and off.
extension UnitCommitment {
  /// States the ramps of what is on, and the limits of output in the hour of a start and before a stop.
  ///
  /// - Parameters:
  ///   - above: The output above some least of what is on.
  ///   - base: That least, MW of what was on before the first hour.
  ///   - states: What is on.
  ///   - held: The reserve, which may share the ramps.
  ///   - desk: Where it writes.
  func requireRamps(
    of above: HourlySum,
    base: Double = 0,
    _ states: UnitStates,
    held: HeldReserve,
    in desk: inout Desk
  ) {
    let ramps = RampLimits(self)
    var before = above.before
    if let outputBefore {
      let rest = outputBefore - base
      before += HourlySum(desk.onlyAtFirstStep(onlineBefore == nil ? rest : max(0, rest)))
    }
    let first = outputBefore == nil ? 1 : 0
    if ramps.limitsRise {
      desk.require(
        "ramp up",
        above + held.climbing - before
          <= rampUp * states.online + (ramps.start - rampUp) * states.started,
        from: first
      )
    }
    if ramps.limitsFall {
      desk.require(
        "ramp down",
        before - above + held.falling
          <= ramps.down * (states.online - states.started) + ramps.stop * states.stopped,
        from: first
      )
    }
  }

  /// States the least times of being on and off; an hour of each where the program leaves longer ones out.
  func requireTimes(_ states: UnitStates, in desk: inout Desk) {
    let longest = desk.statesTimes ? Int.max : 1
    let minimumUpHours = min(minimumUpHours, longest)
    let minimumDownHours = min(minimumDownHours, longest)
    // Where starting more than is needed lets nothing do more, an hour on follows by itself, and an hour off
    // too where it costs something: else starts that nobody needs would be told.
    let isEased = RampLimits(self).areEasedByStarts
    if minimumUpHours > 1 || isEased {
      desk.require(
        "minimum up time",
        states.started.summed(over: max(1, minimumUpHours)) <= states.online
      )
    }
    if minimumDownHours <= 1, !isEased, !tellsStarts, startCost + stopCost > 0 { return }
    // A horizon of no more hours than that still counts them from the first that is known.
    let down = max(min(minimumDownHours, desk.steps.count - states.firstChange), 1)
    var offBefore =
      HourlySum(desk.largest(of: capacity, overLast: down)) - states.online.lagged(by: down)
    if let onlineBefore {
      let first = desk.steps.map { $0 == down - 1 ? onlineBefore : 0 }
      offBefore = offBefore - HourlySum(.hourly(first))
    }
    desk.require(
      "minimum down time",
      states.started.summed(over: down) <= offBefore,
      from: onlineBefore == nil ? down : down - 1
    )
  }
}

/// The ramps of units as shares of their capacity, and which of them can bind.
struct RampLimits {
  /// Output above the least that a MW may have in the hour of its start, and in the hour before its stop.
  let start: Double
  let stop: Double
  /// The fall of what stays on, no more than it can ever fall.
  let down: Double
  /// Whether each ramp can bind.
  let limitsRise: Bool
  let limitsFall: Bool
  private let up: Double

  init(_ units: UnitCommitment) {
    let (least, most, fall) = (units.least, units.most, units.fall)
    start = min(units.startOutput, most) - least
    stop = min(units.shutdownOutput - least, fall)
    (up, down) = (units.rampUp, min(units.rampDown, fall))
    limitsRise = up < units.climb
    limitsFall = units.rampDown < fall || stop < fall
  }

  /// Whether starting and stopping more than is needed lets the rest ramp further.
  var areEasedByStarts: Bool {
    (limitsRise && start > up) || (limitsFall && stop > down)
  }
}
