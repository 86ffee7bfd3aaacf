import Testing

@testable import LinearProgramming

struct BestAnswerTests {
  /// Two plants of 100 at 10 and 30, demand 150: (100, 50) costs 2,500, (90, 60) 2,700.
  ///
  /// A price of 30 bounds it by 2,500, one of 20 by 2,000, none by 0.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: 150, upper: 150, stage: 0)
    for cost in [10.0, 30] {
      builder.add(1, column: builder.addColumn(cost: cost, upper: 100, stage: 0), row: row)
    }
    return builder.build()
  }()

  @Test func `the cheapest point and the highest bound are kept apart`() throws {
    let incumbent = Incumbent()
    var best = BestAnswer(program, incumbent: incumbent)
    best.take([90, 60], duals: [20])
    #expect(best.answer?.cost == 2_700)
    #expect(best.answer?.lowerBound == 2_000)
    best.take([100, 50], duals: [0])
    #expect(best.answer?.cost == 2_500)
    #expect(best.answer?.lowerBound == 2_000)
    #expect(best.answer?.gap == 0.2)
    best.take([90, 60], duals: [30])
    #expect(best.answer?.values == [100, 50])
    #expect(best.answer?.rowDuals == [30])
    #expect(best.answer?.gap == 0)
    #expect(incumbent.answer?.cost == 2_500)
  }

  @Test func `there is no answer before there is a point`() {
    var best = BestAnswer(program)
    best.take(nil, duals: [20])
    #expect(best.answer?.cost == nil)
    #expect(!best.hasValues)
    best.take([100, 50], duals: [0])
    #expect(best.answer?.lowerBound == 2_000)
  }
}
