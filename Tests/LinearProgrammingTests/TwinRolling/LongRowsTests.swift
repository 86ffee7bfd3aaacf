import Testing

@testable import LinearProgramming

struct LongRowsTests {
  /// Four hours of 0 ≤ x ≤ 2 whose sum lies between bounds, with levels and a price that guidance may give.
  private func context(
    lower: Double = -.infinity,
    upper: Double = .infinity,
    level: Double = .nan,
    dual: Double = 0
  ) -> RollingContext {
    var builder = LinearProgramBuilder()
    builder.beginColumns("x")
    for stage in 0..<4 { builder.addColumn(cost: 1, upper: 2, stage: stage) }
    builder.beginRows("sum")
    let row = builder.addRow(lower: lower, upper: upper, stage: -1)
    for stage in 0..<4 { builder.add(1, column: stage, row: row) }
    let program = builder.build()
    var guidance = Guidance(none: program)
    guidance.rowDuals = [dual]
    guidance.levels = [level, level, level, level]
    return RollingContext(program, StagedIndex(program), guidance: guidance)
  }

  private func pass(_ context: RollingContext) -> PrimalPass {
    PrimalPass(
      context: context,
      window: .init(keep: 1, lookAhead: 1),
      progress: PassProgress(.primal, of: 4, gap: nil, monitor: SolveMonitor()),
      stop: StopSignal()
    )
  }

  @Test func `what later stages can add is the sum of their bounds`() {
    let row = LongRows(context(upper: 5), steering: 1).rows[0]
    #expect(row.ranks == [0, 1, 2, 3])
    #expect(row.start == [0, 1, 2, 3, 4])
    #expect(row.restLeast == [0, 0, 0, 0, 0])
    #expect(row.restMost == [8, 6, 4, 2, 0])
    #expect(row.pace.isEmpty)
    #expect(!row.isSteered)
  }

  /// Levels of 2 an hour end at 8 for a limit of 5: each hour is led 0.75 lower.
  @Test func `a guided pace ends where the row allows`() {
    let steep = LongRows(context(upper: 5, level: 2, dual: -3), steering: 1)
    #expect(steep.rows[0].pace == [0, 1.25, 2.5, 3.75, 5])
    #expect(steep.rows[0].isSteered)
    #expect(steep.havePaces)
    let flat = LongRows(context(upper: 5, level: 1), steering: 1)
    #expect(flat.rows[0].pace == [0, 1, 2, 3, 4])
    #expect(!flat.rows[0].isSteered)
    let least = LongRows(context(lower: 6, level: 1), steering: 1)
    #expect(least.rows[0].pace == [0, 1.5, 3, 4.5, 6])
    #expect(!LongRows(context(upper: 5), steering: 1).havePaces)
  }

  /// Values 2, 1, 9, 9: before hour 2 the sum is 3, whatever follows.
  @Test func `a stretch begins with what the past has used`() {
    let rows = LongRows(context(upper: 5), steering: 1)
    let limits = rows.limits(from: 2, values: [2, 1, 9, 9])
    #expect(limits.before == [3])
    #expect(limits.upper == [5])
    #expect(limits.lower == [-.infinity])
    #expect(rows.limits(from: 0, values: []).before == [0])
  }

  /// By a pace of 1 an hour the sum ends at 4, 1 below 5: a quarter of that is each hour's, so hours 0–2 get 3.75.
  @Test func `stretches that keep to their parts keep the row together`() {
    let rows = LongRows(context(upper: 5, level: 1), steering: 1)
    let parts = [0..<3, 3..<4].map { rows.limits(ofStretch: $0) }
    #expect(parts.map(\.before) == [[0], [3]])
    #expect(parts.map(\.upper) == [[3.75], [4.25]])
    let used = zip(parts, [0, 3]).reduce(0) { $0 + $1.0.upper[0] - Double($1.1) }
    #expect(used == 5)
    // The lower side: the pace is 1 above 3.
    let least = LongRows(context(lower: 3, level: 1), steering: 1)
    #expect(least.limits(ofStretch: 0..<3).lower == [2.25])
    #expect(least.limits(ofStretch: 0..<3).upper == [.infinity])
  }

  /// Hours 1 and 2 of four, after 2 in hour 0: of 5 that leaves 3; of at least 5, less the 2 that hour 3 can add, 1.
  @Test func `a window may use what the past has left and the future can do without`() {
    for (context, lower, upper) in [
      (context(upper: 5), -Double.infinity, 3.0), (context(lower: 5), 1, .infinity),
    ] {
      let pass = pass(context)
      let stretch = PrimalStretch(from: 0, earliest: 0, values: [0, 0, 0, 0], pass)
      var window = RollingWindow(openAt: 1..<3, context, guessedBefore: nil) { _ in 2 }
      pass.longRows.add(to: &window, of: stretch, context: context, values: [2, 0, 0, 0])
      #expect(window.program.rowLower == [lower])
      #expect(window.program.rowUpper == [upper])
      #expect(window.program.entryColumn == [0, 1])
      #expect(window.extraKeys == [0])
    }
  }

  /// A price of −3 and a pace of 1.25 an hour: after 2 in hour 0 the two hours are led to 3.75 − 2 for 0.9 a unit.
  @Test func `leaving the pace costs a part of the price`() {
    let context = context(upper: 5, level: 2, dual: -3)
    let pass = pass(context)
    let stretch = PrimalStretch(from: 0, earliest: 0, values: [0, 0, 0, 0], pass)
    var window = RollingWindow(openAt: 1..<3, context, guessedBefore: nil) { _ in 2 }
    pass.longRows.add(to: &window, of: stretch, context: context, values: [2, 0, 0, 0])
    #expect(window.program.rowLower == [-.infinity, 1.75])
    #expect(window.program.rowUpper == [3, 1.75])
    // The two hours, then what they are over and under.
    #expect(window.program.cost.count == 4)
    #expect(window.program.cost[2...].allSatisfy { abs($0 - 0.9) < 1e-15 })
    #expect(Array(window.program.entryColumn.suffix(4)) == [0, 1, 2, 3])
    #expect(Array(window.program.entryValue.suffix(4)) == [1, 1, -1, 1])
    // The last window has the row itself and no pace to keep.
    var last = RollingWindow(openAt: 2..<4, context, guessedBefore: nil) { _ in 1 }
    pass.longRows.add(to: &last, of: stretch, context: context, values: [2, 1, 0, 0])
    #expect(last.program.rowUpper == [2])
  }
}
