/// The columns whose guided level a primal window should end near, such as a seasonal reservoir's.
///
/// A store that is full or empty every few days finds its way by prices. One that is neither for
/// longer than a window sees has nearly the same price throughout, and a small error in it would
/// empty or fill it; so leaving its guided level costs a fraction of its worth, either way.
struct SlowLevels: Sendable {
  /// A store is slow where it stays clear of its bounds for this many stages on either side.
  private static let reach = 96
  /// A store is slow where this part of its stages is.
  private static let slowShare = 0.3
  /// What leaving the guided level costs, as a part of what it is worth.
  private static let feeShare = 0.2

  /// How far from the guided level that fee holds, as a part of the store; beyond, the dearest cost.
  private static let tolerance = 0.002
  /// Over this many last stages the tolerance goes to zero: a drawn store may not fill again.
  private static let closing = 2_000.0

  private let isSlow: [Bool]
  private let dearest: Double
  private let steering: Double

  /// Steers as usual, or as many times harder.
  init(_ context: RollingContext, steering: Double) {
    self.steering = steering
    dearest = context.program.cost.reduce(1) { max($0, abs($1)) }
    let program = context.program
    var slow = Self.slowColumns(of: program, levels: context.guidance.levels)
    for family in program.columnFamilies {
      // A slow store is led all the year: what it loses while full or empty may never come back.
      let count = family.range.reduce(0) { $0 + (slow[$1] ? 1 : 0) }
      let isSlow = Double(count) > Self.slowShare * Double(family.range.count)
      for column in family.range {
        slow[column] = isSlow && context.guidance.levels[column].isFinite
      }
    }
    isSlow = slow
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
      let worth = abs(context.worthBeyond(end, of: column))
      let level = context.guidance.levels[column]
      let range = context.program.columnUpper[column] - context.program.columnLower[column]
      let left = Double(index.stages - end)
      let slack = range * Self.tolerance * min(1, left / Self.closing) / steering
      let row = window.program.addRow(lower: level, upper: level)
      window.program.add(1, column: rank - base, row: row)
      for sign in [-1.0, 1.0] {
        let near = window.program.addColumn(
          cost: Self.feeShare * worth,
          lower: 0,
          upper: slack
        )
        let far = window.program.addColumn(
          cost: max(dearest, Self.feeShare * worth),
          lower: 0,
          upper: .infinity
        )
        window.program.add(sign, column: near, row: row)
        window.program.add(sign, column: far, row: row)
      }
      window.extraKeys.append(index.columnKey[rank])
    }
  }
}
