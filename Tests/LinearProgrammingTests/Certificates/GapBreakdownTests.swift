import LinearProgramming
import Testing

struct GapBreakdownTests {
  /// Two plants of 100 at 10 and 30, demand 150 to 160, as three families.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    builder.beginColumns("cheap")
    let cheap = builder.addColumn(cost: 10, upper: 100, stage: 0)
    builder.beginColumns("dear")
    let dear = builder.addColumn(cost: 30, upper: 100, stage: 0)
    builder.beginRows("demand")
    let demand = builder.addRow(lower: 150, upper: 160, stage: 0)
    builder.add(1, column: cheap, row: demand)
    builder.add(1, column: dear, row: demand)
    return builder.build()
  }()

  /// At (70, 85) and a price of 20 the cheap plant has d = −10, the dear one d = 10.
  ///
  ///     cheap   −10·70 − (−10·100) = 300
  ///     dear     10·85 − 0         = 850
  ///     demand   20·155 − 20·150   = 100
  ///
  /// cost 700 + 2,550 = 3,250 and bound 20·150 − 1,000 = 2,000 are 1,250 apart.
  @Test func `each family adds what its values lose against the best at the price`() {
    let (values, duals) = ([70.0, 85], [20.0])
    let shares = GapBreakdown.largest(9, of: program, values: values, rowDuals: duals)
    #expect(shares.map(\.family) == ["dear", "cheap", "demand"])
    #expect(shares.map(\.amount) == [850, 300, 100])
    let gap = program.cost(of: values) - Certificate(program, rowDuals: duals).lowerBound
    #expect(shares.reduce(0) { $0 + $1.amount } == gap)
  }

  @Test func `only so many families are named, the largest first`() {
    let shares = GapBreakdown.largest(1, of: program, values: [70, 85], rowDuals: [20])
    #expect(shares.map(\.family) == ["dear"])
    #expect(GapBreakdown.largest(0, of: program, values: [70, 85], rowDuals: [20]).isEmpty)
  }

  /// At the optimum (100, 50) with the price 30 nothing is lost; equal shares keep their order.
  @Test func `an optimum with its duals leaves no gap to any family`() {
    let shares = GapBreakdown.largest(3, of: program, values: [100, 50], rowDuals: [30])
    #expect(shares.map(\.amount) == [0, 0, 0])
    #expect(shares.map(\.family) == ["cheap", "dear", "demand"])
  }

  @Test func `without a point or duals nothing is told`() {
    #expect(GapBreakdown.largest(3, of: program, values: [], rowDuals: [30]).isEmpty)
    #expect(GapBreakdown.largest(3, of: program, values: [100, 50], rowDuals: []).isEmpty)
  }
}
