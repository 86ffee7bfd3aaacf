import Grid
import GridDispatch

/// The level of a store: its range, what it must hold and its balance from hour to hour.
struct ReservoirCheck {
  let owner: Owner
  /// Energy it can hold, MWh.
  let capacity: Double
  /// Level before the first hour, share.
  let start: Double
  let end: EndRule
  /// Share of the level lost in an hour.
  let standingLoss: Double
  /// Power that can move it, MW: what a breach of the balance is measured against.
  let power: Double

  /// Checks the level against what enters the store, MWh an hour; returns the level.
  func run(net: [Double], in examination: inout Examination) -> [Double] {
    let level = examination.series(.storedEnergy, of: owner)
    let initial = start * capacity
    let (size, kept) = (1 + power, 1 - standingLoss)
    examination.requireRange(
      "stored energy range",
      of: owner,
      size: size,
      level,
      from: 0,
      to: capacity
    )
    examination.require("storage balance", of: owner, size: size) { step in
      let before = step == 0 ? initial : level[step - 1]
      return abs(level[step] - kept * before - net[step])
    }
    guard let last = level.indices.last else { return level }
    for step in endings(last: last, in: examination) {
      let missing = initial - level[step]
      examination.requireTotal(
        "end rule",
        of: owner,
        size: size,
        at: step,
        excess: end == .atLeastStart ? missing : abs(missing)
      )
    }
    return level
  }

  /// The hours at whose end the start level must be held.
  private func endings(last: Int, in examination: Examination) -> [Int] {
    let days = examination.setting.horizon.dayRanges
    switch end {
    case .free: return []
    case .atLeastStart, .equalStart: return [last]
    case .daily: return days.map { $0.upperBound - 1 }
    case .weekly:
      var steps = stride(from: 6, to: days.count, by: 7).map { days[$0].upperBound - 1 }
      if steps.last != last { steps.append(last) }
      return steps
    }
  }
}
