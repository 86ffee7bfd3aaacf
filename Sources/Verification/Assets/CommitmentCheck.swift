import GridDispatch
import GridFormulation

/// The rules of what is online, on the numbers that a schedule records: of clusters, CHP and single units.
///
/// From output p, online capacity u and starts s follow the output above the least, `a = p − m·u`, and what was
/// shut down, `d[t] = u[t−1] − u[t] + s[t]`. Rules are stated on these, for the capacity that stays online (`u − s`),
/// that starts (`s`) and that stops (`d`).
struct CommitmentCheck {
  let owner: Owner
  /// Capacity, MW.
  let capacity: [Double]
  /// Least and largest output of each hour, shares of what is online.
  let least: [Double]
  let most: [Double]
  /// Ramps, shares of what is online an hour.
  let rampUp: Double
  let rampDown: Double
  /// Output that a started and a stopping MW may have, shares.
  let startOutput: Double
  let shutdownOutput: Double
  let minimumUpHours: Int
  let minimumDownHours: Int
  /// Costs to start and to stop a MW.
  let startCost: Double
  var stopCost = 0.0
  /// Whether a schedule tells starts in any case.
  var tellsStarts = false
  var isAlwaysOn = false
  /// Capacity online and output before the first hour, MW; nil where open.
  var onlineBefore: Double?
  var outputBefore: Double?
  let providesReserve: Bool
  var ownUse = 0.0
  /// Whether something else limits the output, so that its room need not all be reserve.
  var isLimitedBeside = false

  /// One plus the capacity.
  var size: Double { 1 + capacity.reduce(0, max) }
  var limits: Limits { Limits(self) }

  /// Whether a schedule must tell what was started.
  var needsStarts: Bool {
    let limits = limits
    return tellsStarts || startCost > 0 || stopCost > 0 || minimumUpHours > 1
      || minimumDownHours > 1 || limits.start < limits.top || limits.isClimbLimited
      || limits.isFallLimited
  }

  /// Reads what is on by the program's decision, and checks it.
  func decided(
    from lower: [Double],
    to upper: [Double],
    in examination: inout Examination
  ) -> CheckedStates {
    let online = examination.series(.online, of: owner)
    let states = CheckedStates(
      online: online,
      before: [onlineBefore ?? 0] + online.dropLast(),
      started: started(in: &examination),
      firstChange: onlineBefore == nil ? 1 : 0
    )
    let started = states.started
    examination.requireRange(
      "online range",
      of: owner,
      size: size,
      online,
      from: lower,
      to: upper
    )
    guard needsStarts else { return states }
    examination.require("start range", of: owner, size: size) {
      larger(-started[$0], started[$0] - capacity[$0])
    }
    examination.require("start", of: owner, size: size, from: states.firstChange) { step in
      online[step] - states.before[step] - started[step]
    }
    checkTimes(states, in: &examination)
    return states
  }

  /// Reads what is on by a schedule, and checks it.
  func given(_ schedule: [Double], in examination: inout Examination) -> CheckedStates {
    let online = examination.series(.online, of: owner)
    let before = [onlineBefore ?? online.first ?? 0] + online.dropLast()
    let started = started(in: &examination)
    examination.identify("given schedule", of: owner, size: size) { online[$0] - schedule[$0] }
    if needsStarts {
      examination.identify("starts of the schedule", of: owner, size: size) {
        started[$0] - max(0, online[$0] - before[$0])
      }
    }
    return CheckedStates(online: online, before: before, started: started, firstChange: 0)
  }

  private func started(in examination: inout Examination) -> [Double] {
    needsStarts
      ? examination.series(.started, of: owner)
      : [Double](repeating: 0, count: examination.hours)
  }

  private func checkTimes(_ states: CheckedStates, in examination: inout Examination) {
    let (online, started, limits) = (states.online, states.started, limits)
    // Times of one hour matter only where starts that nothing needs let the rest ramp further.
    let easesRamps =
      limits.start - limits.base > min(rampUp, limits.span)
      || limits.stop - limits.base > min(rampDown, limits.fall)
    if minimumUpHours > 1 || easesRamps {
      let recent = RecentHours.sums(of: started, over: max(1, minimumUpHours))
      examination.require("minimum up time", of: owner, size: size) { recent[$0] - online[$0] }
    }
    guard minimumDownHours > 1 || easesRamps || tellsStarts else { return }
    let down = max(min(minimumDownHours, examination.hours - states.firstChange), 1)
    let recent = RecentHours.sums(of: started, over: down)
    let most = RecentHours.maxima(of: capacity, over: down + 1)
    let first = onlineBefore == nil ? down : down - 1
    examination.require("minimum down time", of: owner, size: size, from: first) { step in
      recent[step] - most[step] + (step < down ? onlineBefore ?? 0 : online[step - down])
    }
  }

  /// Checks the output of what is on, and charges starts and stops; returns the reserve held before own use.
  @discardableResult
  func check(
    _ output: [Double],
    _ states: CheckedStates,
    in examination: inout Examination
  ) -> (up: [Double], down: [Double]) {
    let (online, started, limits) = (states.online, states.started, limits)
    let base = limits.base
    let above = online.indices.map { output[$0] - base * online[$0] }
    let cut = most.map { max(0, $0 - limits.start) }
    examination.require("minimum output", of: owner, size: size) {
      (least[$0] - base) * online[$0] - above[$0]
    }
    checkRamps(of: above, base: base * (onlineBefore ?? 0), states, in: &examination)
    let held = checkReserve(
      up: online.indices.map { (most[$0] - base) * online[$0] - cut[$0] * started[$0] - above[$0] },
      down: online.indices.map { above[$0] - (least[$0] - base) * online[$0] },
      online: online,
      in: &examination
    )
    examination.require("capacity", of: owner, size: size) { step in
      above[step] + held.up[step] - (most[step] - base) * online[step] + cut[step] * started[step]
    }
    examination.ledger.charge(.start, of: owner.name, price: startCost, for: started)
    let stopped = online.indices.map { $0 < states.firstChange ? 0 : states.stopped($0) }
    if stopCost > 0 {
      examination.ledger.charge(.start, of: owner.name, price: stopCost, for: stopped)
    }
    return held
  }
}

/// What is on, started and stopped, hour by hour.
struct CheckedStates {
  let online: [Double]
  let before: [Double]
  let started: [Double]
  /// The first hour whose change from the hour before is known.
  let firstChange: Int

  func stopped(_ step: Int) -> Double { before[step] - online[step] + started[step] }
}
