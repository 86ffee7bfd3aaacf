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

  /// Declares the level and states its balance; `net` is what enters the store, MWh an hour.
  package func formulate(net: HourlySum, in model: inout DispatchModel) -> HourlySum {
    let initial = start * capacity
    var lowest = [Double](repeating: 0, count: model.horizon.hours)
    var highest = [Double](repeating: capacity, count: model.horizon.hours)
    for step in model.stepsAtEnd(of: end) {
      if end != .free { lowest[step] = initial }
      if end != .free, end != .atLeastStart { highest[step] = initial }
    }
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
}
