/// Leads a primal window's last levels along the guided ones.
///
/// A price tells a store what its energy is worth, but at that very price it may as well be full as
/// empty: the price alone leaves the level open, and a small error in it moves the level far. So
/// leaving the guided level costs a small part of what the level is worth, either way. It halves the
/// gap of a year with much storage, and more where stores hold days.
struct GuidedLevels: Sendable {
  /// What leaving the guided level costs, as a part of what it is worth.
  private static let feeShare = 0.02

  private let steering: Double

  /// Steers as usual, or as many times harder.
  init(steering: Double) { self.steering = steering }

  /// Adds the steering of the levels that a window leaves to what follows it.
  func add(to window: inout RollingWindow, context: RollingContext) {
    let index = context.index
    let (first, end) = (window.stages.lowerBound, window.stages.upperBound)
    guard end < index.stages else { return }
    let base = index.columnStart[first]
    for rank in index.columnStart[max(first, end - index.span)]..<index.columnStart[end] {
      let column = Int(index.columnOrder[rank])
      let level = context.guidance.levels[column]
      guard level.isFinite else { continue }
      let fee = steering * Self.feeShare * abs(context.worthBeyond(end, of: column))
      guard fee > 0 else { continue }
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
