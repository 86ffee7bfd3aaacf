import Testing

@testable import LinearProgramming

struct SolveResultTests {
  /// Two plants of 100 at 10 and 30, demand 150: (100, 50) for 2,500 at a price of 30.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: 150, upper: 150, stage: 0)
    for cost in [10.0, 30] {
      builder.add(1, column: builder.addColumn(cost: cost, upper: 100, stage: 0), row: row)
    }
    return builder.build()
  }()

  private func result(_ values: [Double], price: Double) -> SolveResult {
    var result = SolveResult(termination: .feasible)
    result.accept(values, rowDuals: [price], in: program)
    return result
  }

  /// The first is 10⁻⁹ above its bound: moved to it, cost and gap are those of the point that is kept.
  @Test func `a point is moved within its bounds and measured there`() {
    let result = result([100 + 1e-9, 50], price: 30)
    #expect(result.values == [100, 50])
    #expect(result.cost == 2_500)
    #expect(result.lowerBound == 2_500)
    #expect(result.gap == 0)
    #expect(result.gapByStage == [0, 0])
  }

  /// At a price of 20 the bound is 2,000; (90, 60) costs 2,700, so 700 of it are open.
  @Test func `another point is held against the bound there is`() {
    var result = result([100, 50], price: 20)
    #expect(result.gap == 0.2)
    result.take([90, 60], in: program)
    #expect(result.cost == 2_700)
    #expect(result.lowerBound == 2_000)
    #expect(result.gap == 700.0 / 2_700)
    // A search may know better than the duals: then its bound counts.
    result.lowerBound = 2_500
    result.take([100, 50], in: program)
    #expect(result.gap == 0)
  }

  @Test func `an answer that gives up its point keeps its bound`() {
    var result = result([100, 50], price: 20)
    result.dropValues("none was found")
    #expect(!result.hasValues)
    #expect(result.cost == .infinity && result.gap == .infinity)
    #expect(result.lowerBound == 2_000)
    #expect(result.termination == .failed)
    #expect(result.messages == ["none was found"])
  }

  @Test func `nothing is known before a solve`() {
    let nothing = SolveResult(termination: .limitReached)
    #expect(!nothing.hasValues)
    #expect(nothing.lowerBound == -.infinity)
    #expect(nothing.work.isEmpty)
  }
}
