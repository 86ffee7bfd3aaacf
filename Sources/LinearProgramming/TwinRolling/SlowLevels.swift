/// The columns whose guided level a primal window should end near, such as a seasonal reservoir's.
///
/// A store that is full or empty every few days finds its way by prices. One that is neither for
/// longer than a window sees has nearly the same price throughout, and a small error in it would
/// empty or fill it; so leaving its guided level costs a fraction of its worth, either way.
struct SlowLevels: Sendable {
  /// A store is slow where it stays clear of its bounds for this many stages on either side.
  private static let reach = 96
  /// What leaving the guided level costs, as a part of what it is worth.
  private static let feeShare = 0.05

  private let isSlow: [Bool]
  private let steering: Double

  /// Steers as usual, or as many times harder.
  init(_ context: RollingContext, steering: Double) {
    self.steering = steering
    isSlow = Self.slowColumns(of: context.program, levels: context.guidance.levels)
  }

  /// For each column whether its level stays clear of its bounds for long on either side.
  static func slowColumns(of program: LinearProgram, levels: [Double]) -> [Bool] {
    var slow = [Bool](repeating: false, count: program.columnCount)
    for family in program.columnFamilies {
      var near = [Int](repeating: Int.max, count: family.range.count)
      for backwards in [false, true] {
        var distance = reach + 1
        for offset in near.indices {
          let position = backwards ? near.count - 1 - offset : offset
          let column = family.range.lowerBound + position
          let isClear = isClear(
            levels[column],
            program.columnLower[column],
            program.columnUpper[column]
          )
          distance = isClear ? distance + 1 : 0
          near[position] = min(near[position], distance)
        }
      }
      for position in near.indices where near[position] > reach {
        slow[family.range.lowerBound + position] = true
      }
    }
    return slow
  }

  private static func isClear(_ level: Double, _ lower: Double, _ upper: Double) -> Bool {
    guard level.isFinite, lower.isFinite, upper.isFinite else { return false }
    let margin = 0.01 * (upper - lower)
    return level > lower + margin && level < upper - margin
  }

  /// Adds the steering of a window's last levels.
  func add(to window: inout RollingWindow, context: RollingContext) {
    let index = context.index
    let (first, end) = (window.stages.lowerBound, window.stages.upperBound)
    guard end < index.stages else { return }
    let base = index.columnStart[first]
    for rank in index.columnStart[max(first, end - index.span)]..<index.columnStart[end] {
      let column = Int(index.columnOrder[rank])
      guard isSlow[column] else { continue }
      let fee = steering * Self.feeShare * abs(context.worthBeyond(end, of: column))
      guard fee > 0 else { continue }
      let level = context.guidance.levels[column]
      let row = window.program.addRow(lower: level, upper: level)
      let over = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      let under = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      window.program.add(1, column: rank - base, row: row)
      window.program.add(-1, column: over, row: row)
      window.program.add(1, column: under, row: row)
      window.extraKeys.append(index.columnKey[rank])
    }
  }
}
