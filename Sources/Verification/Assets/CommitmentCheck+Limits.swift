import GridDispatch
import GridFormulation

extension CommitmentCheck {
  /// What the output of any hour can be and how it can change, shares of what is online.
  struct Limits {
    /// The least output of any hour, and the largest.
    let base: Double
    let top: Double
    /// The largest output of a started and of a stopping MW.
    let start: Double
    let stop: Double
    /// The most that output can have to fall in an hour, from before the first on.
    let fall: Double
    /// Whether ramps can bind.
    let isClimbLimited: Bool
    let isFallLimited: Bool

    /// From the least output of any hour to the largest.
    var span: Double { top - base }

    init(_ check: CommitmentCheck) {
      base = check.least.min() ?? 0
      top = check.most.max() ?? 0
      let peak = check.capacity.max() ?? 0
      let before = check.outputBefore.map { $0 / peak } ?? 0
      start = min(top, check.startOutput)
      stop = min(max(top, before), check.shutdownOutput)
      fall = max(top, before) - base
      let climb = check.isAlwaysOn && check.outputBefore != nil ? top - before : 0
      isClimbLimited = check.rampUp < max(top - base, climb)
      isFallLimited = min(check.rampDown, stop - base) < fall
    }
  }

  /// Checks the ramps of output above a base, which was so many MW before the first hour.
  func checkRamps(
    of above: [Double],
    base: Double = 0,
    _ states: CheckedStates,
    in examination: inout Examination
  ) {
    let (online, started, limits) = (states.online, states.started, limits)
    let before = outputBefore.map { isAlwaysOn ? $0 : max(0, $0 - base) }
    let earlier = [before ?? 0] + above.dropLast()
    let first = before == nil ? 1 : 0
    let shared = examination.sharedReserve(of: owner, isHeld: providesReserve, ownUse: ownUse)
    if limits.isClimbLimited {
      let rise = limits.start - limits.base
      examination.require("ramp up", of: owner, size: size, from: first) { step in
        let staying = online[step] - started[step]
        return above[step] + shared.up[step] - earlier[step] - rampUp * staying
          - rise * started[step]
      }
    }
    let speed = min(rampDown, limits.fall)
    examination.require("ramp down", of: owner, size: size, from: first) { step in
      let staying = online[step] - started[step]
      let stopped = states.before[step] - staying
      return earlier[step] - above[step] + shared.down[step] - speed * staying
        - (limits.stop - limits.base) * stopped
    }
  }

  /// Checks the reserve held against its room and the speed of what is online, where that is followed; returns it
  /// before own use.
  @discardableResult
  func checkReserve(
    up: [Double],
    down: [Double],
    online: [Double]?,
    in examination: inout Examination
  ) -> (up: [Double], down: [Double]) {
    let policy = examination.setting.reserve(in: owner.zone)
    let none = [Double](repeating: 0, count: examination.hours)
    var result = (up: none, down: none)
    guard providesReserve else { return result }
    let (net, limits) = (1 - ownUse, limits)
    let reach = min(rampUp * policy.responseMinutes / 60, limits.span)
    let rooms = [
      (ReserveDirection.up, up, limits.isClimbLimited), (.down, down, limits.isFallLimited),
    ]
    for (direction, room, isRampLimited) in rooms where policy.isRequired(direction) {
      let held = examination.reserve(direction, of: owner)
      if direction == .up { result.up = held.map { $0 / net } }
      if direction == .down { result.down = held.map { $0 / net } }
      let isFast = reach >= limits.span && !(policy.sharesRamp && isRampLimited)
      if !isLimitedBeside, isFast || online == nil {
        examination.identify("reserve \(direction)", of: owner, size: size) {
          held[$0] - net * room[$0]
        }
      }
      examination.require("reserve \(direction)", of: owner, size: size) { step in
        let speed = online.map { held[step] - net * reach * $0[step] } ?? 0
        return larger(-held[step], larger(held[step] - net * room[step], speed))
      }
    }
    return result
  }
}
