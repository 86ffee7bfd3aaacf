import Testing

@testable import LinearProgramming

struct EliminationOrderTests {
  /// Hundreds of clusters joined by a few balances an hour cross every hour with a wide border.
  ///
  /// By time alone each number of the factor then takes thousands of multiplications.
  @Test func `a wide system is eliminated unit by unit`() throws {
    var chained = ChainedProgram(StagedYear(hours: 48, clusters: 300).program())
    let stages = chained.rowStage
    let order = try EliminationOrder(chained.takeCopy(), stage: stages)
    #expect(order.tree.workPerNumber < 1_000)
    #expect(Set(order.rowOrder).count == stages.count)
  }
}
