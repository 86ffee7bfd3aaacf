package import Hourly

/// What is online of some units, and what that asks of their output: one commitment for clusters, CHP and single units.
///
/// With capacity c, online capacity u and capacity started s, all in MW and ≥ 0, least output m and largest output M
/// as shares of what is online, and output above the least a, in every hour t:
///
///     p[t] = m·u[t] + a[t]                                    output
///     s[t] ≥ u[t] − u[t−1],    d[t] = u[t−1] − u[t] + s[t]         starts, and stops without a variable
///     Σ s[t−U+1…t] ≤ u[t]                                     minimum up time U, 1 h at least
///     Σ s[t−D+1…t] ≤ max c[t−D…t] − u[t−D]                    minimum down time D, 1 h at least
///     a[t] + r⁺[t] ≤ (M−m)·u[t] − (M−S)·s[t]                  largest output, S·s in the hour of a start
///     a[t] + r⁺[t] − a[t−1] ≤ R⁺·u[t] + (S−m−R⁺)·s[t]          ramp up, shared with reserve where the policy says so
///     a[t−1] − a[t] + r⁻[t] ≤ R⁻·(u[t]−s[t]) + (Z−m)·d[t]      ramp down, with Z·d before a stop, likewise
///
/// and what ``OutputLimit`` adds. A rule that cannot bind is left out: a ramp that is no less than output can ever
/// change in an hour, and times of an hour where starting more than is needed eases no ramp. Stops are nowhere a
/// variable, which saves a column and the equation that would define it (Rajan and Takriti 2005 give the tight form
/// of the time rules). The rules stand here in parts: who has units puts between them what its output costs.
package struct UnitCommitment: Sendable {
  /// What tells how much is online, MW.
  package enum Online: Sendable {
    /// All of it, always.
    case always
    /// A schedule.
    case given(HourlyValue)
    /// The program, within bounds.
    case decided(from: HourlyValue, to: HourlyValue)
  }

  /// Capacity c, MW.
  package let capacity: HourlyValue
  package let online: Online
  /// Least output m and largest output M, shares of what is online.
  package let minimum: HourlyValue
  package let maximum: HourlyValue
  /// Ramps R⁺ and R⁻, shares of what is online an hour.
  package let rampUp: Double
  package let rampDown: Double
  /// Largest output S in the hour of a start and Z in the hour before a stop, shares.
  package let startOutput: Double
  package let shutdownOutput: Double
  package let minimumUpHours: Int
  package let minimumDownHours: Int
  /// Costs to start and to stop a MW.
  package let startCost: Double
  package var stopCost = 0.0
  /// Whether starts are told even where they cost and limit nothing.
  package var tellsStarts = false
  /// What was online before the first hour, MW; nil where that is open.
  package var onlineBefore: Double?
  /// The output before the first hour, MW; nil where that is open.
  package var outputBefore: Double?
  package let providesReserve: Bool
  /// Share of the output that the units use themselves.
  package var ownUse = 0.0

  /// The least output of any hour, share.
  var least: Double { minimum.least }
  /// The largest output of any hour, share.
  var most: Double { maximum.most }
  /// From the least output of any hour to the largest, share.
  var span: Double { most - least }

  /// The most that output can have to rise in an hour, from before the first on, share.
  var climb: Double {
    guard case .always = online, let outputBefore else { return span }
    return max(span, most - outputBefore / capacity.most)
  }

  /// The most that output can have to fall in an hour, from before the first on, share.
  var fall: Double { max(span, (outputBefore.map { $0 / capacity.most } ?? 0) - least) }

  /// Whether starts and stops are told, cost something or are limited.
  var needsStarts: Bool {
    let ramps = RampLimits(self)
    return tellsStarts || startCost > 0 || stopCost > 0 || minimumUpHours > 1
      || minimumDownHours > 1 || startOutput < most || ramps.limitsRise || ramps.limitsFall
  }

  /// Declares what is online, or says what is given.
  func declareOnline(in desk: inout Desk) -> HourlySum {
    switch online {
    case .always: HourlySum(capacity)
    case .given(let schedule): HourlySum(schedule)
    case .decided(let least, let most):
      desk.variable("online", from: least, to: most)
    }
  }

  /// Declares what is started, with the rules that join it to what is online.
  func states(of online: HourlySum, in desk: inout Desk) -> UnitStates {
    guard case .decided = self.online else { return givenStates(of: online.constant, in: desk) }
    var states = UnitStates(
      online: online,
      before: online.before + HourlySum(desk.onlyAtFirstStep(onlineBefore ?? 0)),
      firstChange: onlineBefore == nil ? 1 : 0
    )
    guard needsStarts else { return states }
    states.started = desk.variable("started", to: capacity)
    desk.require(
      "start",
      states.started >= online - states.before,
      from: states.firstChange
    )
    requireTimes(states, in: &desk)
    return states
  }

  private func givenStates(of online: HourlyValue, in desk: Desk) -> UnitStates {
    let before = desk.steps.map { $0 == 0 ? onlineBefore ?? online[0] : online[$0 - 1] }
    let started = desk.steps.map { max(0, online[$0] - before[$0]) }
    return UnitStates(
      online: HourlySum(online),
      before: HourlySum(.hourly(before)),
      started: HourlySum(.hourly(started)),
      firstChange: 0
    )
  }

  /// What the output must lie above the least of any hour: `(m[t]−m)·u`, nothing where it is one for all hours.
  func floor(_ states: UnitStates) -> HourlySum {
    let least = least
    return minimum.isEverywhere(least) ? HourlySum() : minimum.map { $0 - least } * states.online
  }

  /// What the output may lie above the least of any hour: `(M−m)·u − (M−S)·s`.
  func room(_ states: UnitStates) -> HourlySum {
    let least = least
    let whole = maximum.map { $0 - least } * states.online
    let cut = maximum.map { max(0, $0 - startOutput) }
    return cut.isEverywhere(0) ? whole : whole - cut * states.started
  }

  /// States the largest output, beside the reserve held.
  func requireRoom(
    _ above: HourlySum,
    _ states: UnitStates,
    held: HeldReserve,
    in desk: inout Desk
  ) {
    desk.require("capacity", above + held.up <= room(states))
  }

  /// Records what is online and started, and charges starts and stops.
  func tell(_ states: UnitStates, in desk: inout Desk) {
    desk.record(.online, states.online)
    if needsStarts { desk.record(.started, states.started) }
    desk.charge(.start, .constant(startCost), for: states.started)
    guard stopCost > 0 else { return }
    let known = desk.steps.map { $0 < states.firstChange ? 0 : stopCost }
    desk.charge(.start, .hourly(known), for: states.stopped)
  }
}

/// The states of units with commitment: decisions, or numbers where a schedule gives them.
struct UnitStates {
  /// Online capacity, MW.
  var online: HourlySum
  /// Online capacity an hour before, the state before the first hour included.
  var before: HourlySum
  /// Capacity started, MW; zero where nothing asks for it.
  var started = HourlySum()
  /// The first hour whose change from the hour before is known.
  var firstChange: Int

  /// Capacity stopped, MW; only from the first known change on.
  var stopped: HourlySum { before - online + started }
}
