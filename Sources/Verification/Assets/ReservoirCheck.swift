import GridFormulation
import Hourly
import Tables

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
  /// Levels between which an open start lies, MWh.
  var startRange: ClosedRange<Double>?
  var startCost = 0.0
  var endValue = 0.0
  /// Least and largest level of each hour, MWh; from empty to full where left out.
  var bounds: (lowest: [Double], highest: [Double])?

  /// Checks the level against what enters the store, MWh an hour; returns the level.
  func run(net: [Double], in examination: inout Examination) -> [Double] {
    let level = examination.series(.storedEnergy, of: owner)
    let initial = startLevel(in: &examination)
    let (size, kept) = (1 + power, 1 - standingLoss)
    let none = [Double](repeating: 0, count: level.count)
    examination.requireRange(
      "stored energy range",
      of: owner,
      size: size,
      level,
      from: bounds?.lowest ?? none,
      to: bounds?.highest ?? none.map { _ in capacity }
    )
    examination.require("storage balance", of: owner, size: size) { step in
      let before = step == 0 ? initial : level[step - 1]
      return abs(level[step] - kept * before - net[step])
    }
    examination.ledger.charge(
      .storedValue,
      of: owner.name,
      price: -endValue,
      for: Array(level.suffix(1))
    )
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

  /// The level before the first hour, which the schedule tells where it is open.
  private func startLevel(in examination: inout Examination) -> Double {
    guard startRange != nil || end == .cyclic else { return start * capacity }
    let told = examination.series(.storedAtStart, of: owner)
    let level = told.first ?? 0
    let emptiest = min(0, bounds?.lowest.min() ?? 0)
    let fullest = max(capacity, bounds?.highest.max() ?? capacity)
    let range = startRange ?? emptiest...fullest
    examination.identify("level at the start", of: owner, size: 1 + power) { told[$0] - level }
    examination.requireTotal(
      "level at the start",
      of: owner,
      size: 1 + power,
      at: 0,
      excess: larger(range.lowerBound - level, level - range.upperBound)
    )
    examination.ledger.charge(.storedValue, of: owner.name, price: startCost, for: [level])
    return level
  }

  /// The hours at whose end the start level must be held.
  private func endings(last: Int, in examination: Examination) -> [Int] {
    let days = examination.setting.horizon.dayRanges
    switch end {
    case .free: return []
    case .atLeastStart, .equalStart, .cyclic: return [last]
    case .daily: return days.map { $0.upperBound - 1 }
    case .weekly:
      var steps = stride(from: 6, to: days.count, by: 7).map { days[$0].upperBound - 1 }
      if steps.last != last { steps.append(last) }
      return steps
    }
  }
}
