import Grid

/// A plant by its cost curve: always on, on by any share, or on as a schedule says.
///
/// With capacity c, online capacity u and capacity started s, both in MW of c and ≥ 0, least output m and
/// largest output M as shares of what is on, and output above the least a, in every hour t:
///
///     p[t] = m·u[t] + a[t],    a[t] = Σₖ δₖ[t]                output, with the pieces of a cost curve
///     δₖ[t] ≤ wₖ·u[t]/c                                      all pieces but the last, the dearest
///     a[t] + r⁺[t] ≤ (M−m)·u[t] − (M−S)·s[t]                 largest output, S·s in the hour of a start
///     s[t] ≥ u[t] − u[t−1],    d[t] = u[t−1] − u[t] + s[t]        starts, and stops without a variable
///     Σ s[t−U+1…t] ≤ u[t],    Σ s[t−D+1…t] ≤ c − u[t−D]        minimum up and down time, each 1 h at least
///     a[t] + r⁺[t] − a[t−1] ≤ R⁺·u[t] + (S−m−R⁺)·s[t]         ramp up, shared with reserve where the policy says so
///     a[t−1] − a[t] + r⁻[t] ≤ R⁻·(u[t]−s[t]) + (Z−m)·d[t]      ramp down, with Z·d before a stop, likewise
///
/// A rule that cannot bind is left out: a ramp that is no less than output can ever change in an hour, and times
/// of an hour where starting more than is needed eases no ramp.
///
/// These are the rules of ``ThermalUnits`` with a state before the first hour and a cost curve. What is always on
/// has one variable: `m·c ≤ p ≤ M·c`. Where the model follows no commitment, a unit that is on by a
/// share has `0 ≤ p ≤ M·c` at the cheapest cost that any share could give it; a schedule that is given stays.
package struct GeneratingUnit: Sendable {
  package let owner: Owner
  package let capacity: Double
  package let minimum: HourlyValue
  package let maximum: HourlyValue
  package let marginalCost: HourlyValue
  package let curve: CostCurve?
  package let commitment: Generator.Commitment
  package let online: HourlyValue?
  package let isMustRun: Bool
  package let startCost: Double
  package let stopCost: Double
  package let noLoadCost: HourlyValue
  package let minimumUpHours: Int
  package let minimumDownHours: Int
  package let rampUp: Double
  package let rampDown: Double
  package let startOutput: Double
  package let shutdownOutput: Double
  package let isInitiallyOnline: Bool?
  package let initialOutput: Double?
  package let remainingUpHours: Int
  package let remainingDownHours: Int
  package let mostEnergy: Double?
  package let leastEnergy: Double?
  package let carbonRate: Double
  package let sign: Double
  package let isWeatherDriven: Bool
  package let isSynchronous: Bool
  package let providesReserve: Bool

  /// Writes the unit to the program.
  package func formulate(in model: inout DispatchModel) {
    switch commitment {
    case .none: formulateAlwaysOn(in: &model)
    case .linear where model.detail == .none || !needsOnline(over: model.steps):
      formulateAnyShare(in: &model)
    case .linear, .fixed: formulateCommitment(in: &model)
    }
  }

  /// Whether what is on must be told from what is not.
  package func needsOnline(over steps: Range<Int>) -> Bool {
    needsStarts(over: steps) || minimum.maximum(over: steps) > 0 || !noLoadCost.isEverywhere(0)
      || (curve?.points.first?.cost ?? 0) > 0 || remainingUpHours > 0 || remainingDownHours > 0
  }

  /// Whether starts and stops cost something or are limited.
  package func needsStarts(over steps: Range<Int>) -> Bool {
    startCost > 0 || stopCost > 0 || minimumUpHours > 1 || minimumDownHours > 1
      || startOutput < most(over: steps) || rampUp < climb(over: steps)
      || min(rampDown, shutdownOutput - least(over: steps)) < fall(over: steps)
  }

  /// The least output in any hour, share of what is on.
  package func least(over steps: Range<Int>) -> Double {
    minimum.minimum(over: steps)
  }

  func most(over steps: Range<Int>) -> Double { maximum.maximum(over: steps) }

  /// From the least output of any hour to the largest, share of the capacity.
  func span(over steps: Range<Int>) -> Double { most(over: steps) - least(over: steps) }

  /// The most that output can have to rise in an hour, from before the first on, share of the capacity.
  func climb(over steps: Range<Int>) -> Double {
    guard commitment == .none, let before = knownOutputBefore else { return span(over: steps) }
    return max(span(over: steps), most(over: steps) - before)
  }

  /// The most that output can have to fall in an hour, from before the first on, share of the capacity.
  func fall(over steps: Range<Int>) -> Double {
    max(span(over: steps), (knownOutputBefore ?? 0) - least(over: steps))
  }

  /// The output before the first hour, share of the capacity, where something ran then.
  private var knownOutputBefore: Double? {
    commitment == .none || isInitiallyOnline == true ? initialOutput.map { $0 / capacity } : nil
  }

  /// What every way of running shares: cost, emissions, limits of energy and the zone's balance.
  func finish(_ output: HourlySum, in model: inout DispatchModel) {
    model.charge(.operation, marginalCost, for: output, of: owner)
    if carbonRate > 0 {
      let emitted = carbonRate * output
      model.record(.carbonDioxide, of: owner, emitted)
      model.charge(
        .carbon,
        model.setting.pricedCarbon,
        for: emitted,
        of: owner
      )
    }
    if mostEnergy != nil || leastEnergy != nil {
      model.requireTotal(
        "energy limit",
        of: owner,
        output,
        over: model.steps,
        atLeast: leastEnergy ?? -.infinity,
        atMost: mostEnergy ?? .infinity,
        isGlobal: true
      )
    }
    if isWeatherDriven {
      let available = HourlySum(capacity * maximum)
      model.record(.available, of: owner, available)
      model.record(.curtailed, of: owner, available - output)
      model.contribute(output, to: \.windAndSolar, of: owner)
    }
    model.inject(sign * output, of: owner)
  }

  /// Declares the pieces of a curve, charges them and returns their sum.
  func pieces(
    of curve: CostCurve,
    share: HourlyValue,
    in model: inout DispatchModel
  ) -> HourlySum {
    var sum = HourlySum()
    for (index, step) in curve.steps.enumerated() {
      let piece = model.variable("step \(index + 1)", of: owner, to: step.width * share)
      model.record(.costStep(index + 1), of: owner, piece)
      model.charge(.operation, .constant(step.slope), for: piece, of: owner)
      sum += piece
    }
    return sum
  }
}

// MARK: - Without states

extension GeneratingUnit {
  private func formulateAlwaysOn(in model: inout DispatchModel) {
    let floor = capacity * minimum
    let ceiling = capacity * maximum
    let movable: HourlySum
    var base = 0.0
    if let curve, let first = curve.points.first {
      movable = pieces(of: curve, share: 1, in: &model)
      base = first.power
      model.charge(.operation, .constant(first.cost), for: HourlySum(1), of: owner)
      limit(movable + HourlySum(.constant(base)), to: ceiling, in: &model)
    } else {
      movable = model.variable("output", of: owner, from: floor, to: ceiling)
    }
    let output = movable + HourlySum(.constant(base))
    let held = offerReserve(of: output, floor: floor, ceiling: ceiling, in: &model)
    requireRamps(of: movable, initially: initialOutput.map { $0 - base }, held: held, in: &model)
    contributeSynchronous(HourlySum(.constant(capacity)), in: &model)
    finish(output, in: &model)
  }

  private func formulateAnyShare(in model: inout DispatchModel) {
    let floor: HourlyValue = isMustRun ? capacity * minimum : 0
    let ceiling = capacity * maximum
    var output: HourlySum
    if let curve {
      output = pieces(
        of: curve.hull(onlineCost: noLoadCost.minimum(over: model.steps)),
        share: 1,
        in: &model
      )
      limit(output, to: ceiling, in: &model)
      if isMustRun { model.require("must run", of: owner, output >= HourlySum(floor)) }
    } else {
      output = model.variable("output", of: owner, from: floor, to: ceiling)
      model.charge(.operation, noLoadCost.map { $0 / capacity }, for: output, of: owner)
    }
    _ = offerReserve(
      of: output,
      floor: floor,
      ceiling: ceiling,
      // What follows its commitment, and is on at no cost, is all on; else any share may be.
      isFast: model.detail == .none || reach(in: model) >= span(over: model.steps),
      in: &model
    )
    contributeSynchronous(HourlySum(.constant(capacity)), in: &model)
    finish(output, in: &model)
  }

  private func limit(_ output: HourlySum, to ceiling: HourlyValue, in model: inout DispatchModel) {
    guard ceiling.minimum(over: model.steps) < capacity else { return }
    model.require("largest output", of: owner, output <= HourlySum(ceiling))
  }

  private func requireRamps(
    of output: HourlySum,
    initially initial: Double?,
    held: HeldReserve,
    in model: inout DispatchModel
  ) {
    let (climb, fall) = (climb(over: model.steps), fall(over: model.steps))
    let before = output.before + HourlySum(model.onlyAtFirstStep(initial ?? 0))
    let first = initial == nil ? 1 : 0
    for (rule, ramp, most, change) in [
      ("ramp up", rampUp, climb, output + held.climbing - before),
      ("ramp down", rampDown, fall, before - output + held.falling),
    ] where ramp < most {
      model.require(rule, of: owner, change <= HourlySum(.constant(ramp * capacity)), from: first)
    }
  }

  func contributeSynchronous(_ running: HourlySum, in model: inout DispatchModel) {
    if isSynchronous { model.contribute(running, to: \.synchronous, of: owner) }
  }

  /// Whether all room that output leaves is reserve: it is fast enough, and no ramp is shared with it.
  func holdsAllRoom(_ direction: ReserveDirection, in model: DispatchModel) -> Bool {
    guard reach(in: model) >= span(over: model.steps) else { return false }
    guard model.setting.reserve(in: owner.zone).sharesRamp else { return true }
    let steps = model.steps
    guard direction == .down else { return rampUp >= climb(over: steps) }
    let stop = commitment == .none ? .infinity : shutdownOutput - least(over: steps)
    return min(rampDown, stop) >= fall(over: steps)
  }

  /// The share of the capacity that the response time of reserve allows.
  func reach(in model: DispatchModel) -> Double {
    rampUp * model.setting.reserve(in: owner.zone).responseMinutes / 60
  }

  private func offerReserve(
    of output: HourlySum,
    floor: HourlyValue,
    ceiling: HourlyValue,
    isFast: Bool = false,
    in model: inout DispatchModel
  ) -> HeldReserve {
    let policy = model.setting.reserve(in: owner.zone)
    var result = HeldReserve(sharesRamp: policy.sharesRamp)
    guard providesReserve else { return result }
    let rooms = [
      (ReserveDirection.up, HourlySum(ceiling) - output), (.down, output - HourlySum(floor)),
    ]
    for (direction, room) in rooms where policy.isRequired(direction) {
      guard !isFast, !holdsAllRoom(direction, in: model) else {
        model.offer(direction, room, of: owner)
        continue
      }
      let held = model.variable(
        "reserve \(direction)",
        of: owner,
        to: .constant(min(1, reach(in: model)) * capacity)
      )
      model.require("reserve \(direction) room", of: owner, held <= room)
      model.offer(direction, held, of: owner)
      result.take(direction, held)
    }
    return result
  }
}
