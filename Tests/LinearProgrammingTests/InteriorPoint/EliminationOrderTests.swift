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

  /// Three rows in a path by columns 0 and 1; column 2 is fixed, column 3 touches nothing, column 4 row 2 alone.
  @Test func `columns follow the first place they touch, fixed and idle ones come last`() throws {
    var flat = FlatProgram()
    for column in 0..<5 { flat.addColumn(cost: 0, lower: 0, upper: column == 2 ? 0 : 1) }
    for _ in 0..<3 { flat.addRow(lower: 0, upper: 1) }
    for (column, row) in [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (4, 2)] {
      flat.add(1, column: column, row: row)
    }
    let order = try EliminationOrder(flat, stage: [0, 0, 0])
    #expect(order.begunColumns == 3)
    #expect(order.columnOrder.suffix(2) == [2, 3])
    let columns: [[Int32]] = [[0, 1], [1, 2], [], [], [2]]
    let first = order.columnOrder.prefix(3).compactMap { column in
      order.rowOrder.firstIndex { columns[Int(column)].contains($0) }
    }
    #expect(first == first.sorted())
  }

  @Test func `an order of a year takes every row and column once`() throws {
    var chained = ChainedProgram(StagedYear(hours: 120, clusters: 2).program())
    let stages = chained.rowStage
    let copy = chained.takeCopy()
    let order = try EliminationOrder(copy, stage: stages)
    #expect(order.rowOrder.sorted() == (0..<Int32(copy.rowCount)).map { $0 })
    #expect(order.columnOrder.sorted() == (0..<Int32(copy.columnCount)).map { $0 })
  }
}
