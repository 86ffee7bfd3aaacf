import LinearProgramming
import Testing

/// `LinearProgram` at a point: its cost, what a gap is relative to, the activity of a row.
struct LinearProgramEvaluationTests {
  /// 5 + 2·x − 3·y, of stages 0 and 4; 2·x + 10¹⁶·y − 10¹⁶·z as a row.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    builder.addColumn(cost: 2, upper: 9, stage: 0)
    builder.addColumn(cost: -3, upper: 9, stage: 4)
    builder.addColumn(upper: 9, stage: -1)
    let row = builder.addRow(lower: 0, upper: 9, stage: 4)
    for (column, value) in [2, 1e16, -1e16].enumerated() {
      builder.add(value, column: column, row: row)
    }
    builder.addConstant(5)
    return builder.build()
  }()

  @Test func `stages end with the latest`() {
    #expect(program.stageCount == 5)
    #expect(LinearProgramBuilder().build().stageCount == 0)
  }

  /// At (4, 6): 5 + 8 − 18 = −5, of which 5 + 8 = 13 are paid; at (0, 9) −22 is the larger size.
  @Test func `a gap is relative to what is paid or to the cost`() {
    #expect(program.cost(of: [4, 6, 0]) == -5)
    #expect(program.costScale(of: [4, 6, 0]) == 13)
    #expect(program.costScale(of: [0, 9, 0]) == 22)
    #expect(LinearProgramBuilder().build().costScale(of: []) == 1)
  }

  /// One after the other 1 + 10¹⁶ is 10¹⁶, and 0 were left of it.
  @Test func `an activity loses nothing to rounding`() {
    #expect(program.activity(ofRow: 0, at: [0.5, 1, 1]) == 1)
  }

  @Test func `numbers that no solver takes are refused`() throws {
    try program.validate()
    var constant = LinearProgramBuilder()
    constant.addConstant(.nan)
    let broken = constant.build()
    #expect(throws: SolverError.self) { try broken.validate() }
    var crossed = LinearProgramBuilder()
    crossed.addRow(lower: 2, upper: 1, stage: 0)
    let rows = crossed.build()
    #expect(throws: SolverError.crossedBounds(what: "row", index: 0, lower: 2, upper: 1)) {
      try rows.validate()
    }
  }
}
