import Grid

/// What a store must hold at the end of the hours that are solved.
package enum EndRule: String, CaseIterable, Sendable {
  /// At least what it held at the start.
  case atLeastStart = "at-least-start"
  /// What it held at the start.
  case equalStart = "equal-start"
  /// Anything.
  case free
  /// What it held at the start, at the end of every day.
  case daily
  /// What it held at the start, at the end of every seventh day.
  case weekly
}

/// A store's start level, its end rule and the balance between them.
package struct StoredEnergy: Sendable {
  package var owner: Owner
  /// Energy it can hold, MWh.
  package var capacity: Double
  /// Level at the start, share of the capacity.
  package var start: Double
  package var end: EndRule
  /// Share of the level lost in an hour.
  package var standingLoss: Double

  /// Declares the level and states its balance.
  ///
  /// - Parameters:
  ///   - net: What enters the store less what leaves it, MWh an hour.
  ///   - least: The least that can enter in an hour, below 0 where the store can give.
  ///   - most: The most that can enter in an hour.
  ///   - model: The program to write to.
  /// - Returns: The level at each hour's end.
  package func formulate(
    net: HourlySum,
    least: HourlyValue,
    most: HourlyValue,
    in model: inout DispatchModel
  ) -> HourlySum {
    let initial = start * capacity
    let (lowest, highest) = reachableLevels(least: least, most: most, in: model)
    let level = model.variable(
      "stored energy",
      of: owner,
      from: .hourly(lowest),
      to: .hourly(highest)
    )
    let carried =
      (1 - standingLoss) * level.before
      + HourlySum(model.onlyAtFirstStep((1 - standingLoss) * initial))
    model.require("storage balance", of: owner, level - carried - net == HourlySum())
    model.record(.storedEnergy, of: owner, level)
    return level
  }

  /// The levels from which the end can still be met and which can be reached from the start.
  ///
  /// They follow from the balance alone, so they exclude no schedule; they keep a window that sees part
  /// of the year from leaving too little for the rest, and they tighten the certificate. Where they
  /// cross, the end cannot be met, and the plain bounds are left for the solver to prove it.
  private func reachableLevels(
    least: HourlyValue,
    most: HourlyValue,
    in model: DispatchModel
  ) -> (lowest: [Double], highest: [Double]) {
    let initial = start * capacity
    let hours = model.horizon.hours
    var lowest = [Double](repeating: 0, count: hours)
    var highest = [Double](repeating: capacity, count: hours)
    for step in model.stepsAtEnd(of: end) {
      if end != .free { lowest[step] = initial }
      if end != .free, end != .atLeastStart { highest[step] = initial }
    }
    let plain = (lowest, highest)
    let kept = 1 - standingLoss
    for step in 0..<hours {
      let (low, high) = step == 0 ? (initial, initial) : (lowest[step - 1], highest[step - 1])
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
}
