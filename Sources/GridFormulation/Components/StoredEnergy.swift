package import Hourly
import Tables

/// A store's start level, its end rule and the balance between them.
///
///     e[t] = (1−σ)·e[t−1] + net[t],    lowest[t]·E ≤ e[t] ≤ highest[t]·E
///     e[0⁻] = start·E, or a decision between two levels; cyclic: e[T] = e[0⁻]
///
/// A start level that is a decision belongs to the first hour, and the rule that ties the end to it to none:
/// windows then treat it as they treat a yearly limit.
package struct StoredEnergy: Sendable {
  package var owner: Owner
  /// Energy it can hold, MWh.
  package var capacity: Double
  /// Level at the start, share of the capacity.
  package var start: Double
  package var end: EndRule
  /// Share of the level lost in an hour.
  package var standingLoss: Double
  /// Levels between which the start is a decision, MWh; nil where the start is given.
  package var startRange: ClosedRange<Double>?
  /// Cost of a MWh at the start and worth of a MWh at the end, currency.
  package var startCost = 0.0
  package var endValue = 0.0
  /// Least and largest level at each hour's end, share of the capacity.
  package var lowest: HourlyValue = 0
  package var highest: HourlyValue = 1
  /// Levels that are given, MWh; below 0 where the level is free.
  package var given: HourlyValue?
  /// What the level is as a result; in another unit than MWh, so are all its numbers.
  package var quantity = ResultQuantity.storedEnergy
  /// The level in hours in which nobody asks anything of its owner.
  package var resting: HourlyValue = 0

  /// The levels between which the start lies, MWh.
  package var starts: ClosedRange<Double> {
    if let startRange { return startRange }
    if end == .cyclic { return capacity * min(0, lowest.least)...capacity * max(1, highest.most) }
    return start * capacity...start * capacity
  }

  /// Whether the start level is a decision.
  package var hasOpenStart: Bool { startRange != nil || end == .cyclic }

  /// Declares the level and states its balance.
  ///
  /// - Parameters:
  ///   - net: What enters the store less what leaves it, MWh an hour.
  ///   - least: The least that can enter in an hour, below 0 where the store can give.
  ///   - most: The most that can enter in an hour.
  ///   - desk: Where it writes.
  /// - Returns: The level at each hour's end.
  package func formulate(
    net: HourlySum,
    least: HourlyValue,
    most: HourlyValue,
    in desk: inout Desk
  ) -> HourlySum {
    let bounds = reachableLevels(least: least, most: most, in: desk)
    let first = startLevel(in: &desk)
    let level = desk.variable(
      "stored energy",
      from: .hourly(bounds.lowest),
      to: .hourly(bounds.highest),
      atRest: resting
    )
    let carried =
      (1 - standingLoss) * level.before + desk.onlyAtFirstStep(1 - standingLoss) * first
    desk.require("storage balance", level - carried - net == HourlySum())
    desk.record(quantity, level)
    if hasOpenStart { tieEnds(of: level, to: first, in: &desk) }
    if endValue != 0 {
      desk.charge(.storedValue, desk.onlyAtLastStep(-endValue), for: level)
    }
    return level
  }

  /// The level before the first hour: a number, or a decision of that hour.
  private func startLevel(in desk: inout Desk) -> HourlySum {
    guard hasOpenStart else { return HourlySum(.constant(starts.lowerBound)) }
    let level = desk.single("stored energy at the start", in: starts, at: 0)
    desk.record(.storedAtStart, level)
    desk.charge(.storedValue, desk.onlyAtFirstStep(startCost), for: level)
    return level
  }

  /// States the end rule against a start level that is a decision.
  private func tieEnds(of level: HourlySum, to first: HourlySum, in desk: inout Desk) {
    for step in desk.stepsAtEnd(of: end) {
      desk.requireTotal(
        "end rule after hour \(step + 1)",
        level - first,
        over: step..<step + 1,
        atLeast: 0,
        atMost: end == .atLeastStart ? .infinity : 0,
        isGlobal: true
      )
    }
  }

  /// The levels from which the end can still be met and which can be reached from the start.
  ///
  /// They follow from the balance alone, so they exclude no schedule; they keep a window that sees part
  /// of the year from leaving too little for the rest, and they tighten the certificate. Where they
  /// cross, the end cannot be met, and the plain bounds are left for the solver to prove it.
  private func reachableLevels(
    least: HourlyValue,
    most: HourlyValue,
    in desk: Desk
  ) -> (lowest: [Double], highest: [Double]) {
    let starts = starts
    let hours = desk.horizon.hours
    var (lowest, highest) = allowedLevels(in: desk)
    for step in desk.stepsAtEnd(of: end) {
      if end != .free { lowest[step] = max(lowest[step], starts.lowerBound) }
      if end != .free, end != .atLeastStart {
        highest[step] = min(highest[step], starts.upperBound)
      }
    }
    let plain = (lowest, highest)
    // What a store of moving limits can reach does not move along a line.
    guard !desk.hasMovingLimits else { return plain }
    let kept = 1 - standingLoss
    for step in 0..<hours {
      let low = step == 0 ? starts.lowerBound : lowest[step - 1]
      let high = step == 0 ? starts.upperBound : highest[step - 1]
      highest[step] = min(highest[step], kept * high + most[step])
      lowest[step] = max(lowest[step], kept * low + least[step])
    }
    for step in stride(from: hours - 1, to: 0, by: -1) {
      lowest[step - 1] = max(lowest[step - 1], (lowest[step] - most[step]) / kept)
      highest[step - 1] = min(highest[step - 1], (highest[step] - least[step]) / kept)
    }
    let isPossible = (0..<hours).allSatisfy { lowest[$0] <= highest[$0] }
    return isPossible ? (lowest, highest) : plain
  }

  /// The levels that the store's own bounds and given levels leave.
  private func allowedLevels(in desk: Desk) -> (lowest: [Double], highest: [Double]) {
    var lowest = desk.steps.map { capacity * self.lowest[$0] }
    var highest = desk.steps.map { capacity * self.highest[$0] }
    guard let given else { return (lowest, highest) }
    for step in desk.steps where given[step] >= 0 {
      lowest[step] = given[step]
      highest[step] = given[step]
    }
    return (lowest, highest)
  }
}
