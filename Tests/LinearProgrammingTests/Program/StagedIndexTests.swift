import Testing

@testable import LinearProgramming

struct StagedIndexTests {
  /// Columns of stages 1, 0, none, 0, 2 and rows that end in stages 1, 0, none, 2.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    for stage in [1, 0, -1, 0, 2] { builder.addColumn(upper: 1, stage: stage) }
    for (stage, columns) in [(0, [0, 1]), (0, [1, 2, 3]), (-1, [0, 4]), (2, [1])] {
      let row = builder.addRow(lower: 0, upper: 1, stage: stage)
      for column in columns { builder.add(1, column: column, row: row) }
    }
    return builder.build()
  }()

  @Test func `columns are ranked by stage and in a stage by index`() {
    let index = StagedIndex(program)
    #expect(index.stages == 3)
    #expect(index.columnOrder == [1, 3, 0, 4])
    #expect(index.columnRank == [2, 0, -1, 1, 3])
    #expect(index.columnStart == [0, 2, 3, 4])
  }

  /// Row 0 says stage 0 and has a column of stage 1; row 3 says 2 though its column is of stage 0.
  @Test func `a row is complete at its own stage or that of its latest column`() {
    let index = StagedIndex(program)
    #expect(index.rowStage == [1, 0, -1, 2])
    #expect(index.rowOrder == [1, 0, 3])
    #expect(index.rowRank == [1, 0, -1, 2])
    #expect(index.longRows == [2])
    // Row 3 reaches back from 2 to 0.
    #expect(index.span == 2)
  }

  /// From hour 0 to 168 is a week; one hour more is as good as no stage.
  @Test(arguments: zip([168, 169], [168, 0]))
  func `a row over more than a week has no stage`(last: Int, span: Int) {
    var builder = LinearProgramBuilder()
    for stage in 0...last { builder.addColumn(upper: 1, stage: stage) }
    let row = builder.addRow(lower: 0, upper: 1, stage: last)
    builder.add(1, column: 0, row: row)
    builder.add(1, column: last, row: row)
    let index = StagedIndex(builder.build())
    #expect(index.span == span)
    #expect(index.longRows == (last == 168 ? [] : [0]))
    #expect(index.rowStage == [last == 168 ? 168 : -1])
  }

  /// Hours of one plant and a store with two columns an hour; hour 2 has no second column.
  @Test func `stages of the same families have one shape`() {
    var builder = LinearProgramBuilder()
    builder.beginColumns("plant")
    for stage in 0..<4 { builder.addColumn(upper: 1, stage: stage) }
    builder.beginColumns("store")
    for stage in [0, 0, 1, 1, 2, 3, 3] { builder.addColumn(upper: 1, stage: stage) }
    builder.beginRows("balance")
    for stage in 0..<4 { builder.addRow(lower: 0, upper: 1, stage: stage) }
    let index = StagedIndex(builder.build())
    #expect(index.shape == [0, 0, 1, 0])
    let keys = (0..<4).map {
      Array(index.columnKey[index.columnStart[$0]..<index.columnStart[$0 + 1]])
    }
    #expect(keys[0] == keys[1] && keys[0] == keys[3])
    #expect(Set(keys[0]).count == 3)
    #expect(keys[2] == Array(keys[0].prefix(2)))
    #expect(keys.allSatisfy { $0 == $0.sorted() })
  }
}
