import LinearProgramming
import Testing

struct FeasibilityTests {
  /// 0 ≤ x ≤ 4, y ≥ 1 without an upper bound; 2 ≤ x + 2·y ≤ 8 and x − y ≥ −3.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    let first = builder.addColumn(upper: 4, stage: 0)
    let second = builder.addColumn(lower: 1, upper: .infinity, stage: 0)
    let both = builder.addRow(lower: 2, upper: 8, stage: 0)
    builder.add(1, column: first, row: both)
    builder.add(2, column: second, row: both)
    let difference = builder.addRow(lower: -3, upper: .infinity, stage: 0)
    builder.add(1, column: first, row: difference)
    builder.add(-1, column: second, row: difference)
    return builder.build()
  }()

  @Test func `a point on its bounds is off by nothing`() {
    // x + 2·y = 8 and x − y = −2.
    let exact = Feasibility(of: [4.0 / 3, 10.0 / 3], in: program)
    #expect(exact.worst <= 1e-15)
    let inner = Feasibility(of: [0, 1], in: program)
    #expect(inner.worst == 0)
    #expect(inner.worstColumn == nil)
    #expect(inner.worstRow == nil)
  }

  /// x = 5 is 1 above its bound, y = 0.5 half below; x + 2·y = 6 and x − y = 4.5 are within theirs.
  @Test func `of columns the one farthest from its bounds is told`() {
    let found = Feasibility(of: [5, 0.5], in: program)
    #expect(found.boundViolation == 1)
    #expect(found.worstColumn == 0)
    #expect(found.rowViolation == 0)
    #expect(found.worst == 1)
  }

  /// x = 0 and y = 9: 18 is 10 above 8, −9 is 6 below −3; with y = 4 they are off by 0 and 1.
  @Test func `of rows the one farthest from its bounds is told`() {
    let far = Feasibility(of: [0, 9], in: program)
    #expect(far.boundViolation == 0)
    #expect(far.rowViolation == 10)
    #expect(far.worstRow == 0)
    let near = Feasibility(of: [0, 4], in: program)
    #expect(near.rowViolation == 1)
    #expect(near.worstRow == 1)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is no number is infinitely far off`(value: Double) {
    let found = Feasibility(of: [1, value], in: program)
    #expect(found.boundViolation == .infinity)
    #expect(found.worstColumn == 1)
    #expect(found.rowViolation == .infinity)
  }
}
