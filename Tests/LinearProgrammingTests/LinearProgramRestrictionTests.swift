import LinearProgramming
import Testing

/// `LinearProgram.restricted(to:others:)`: some columns of a program beside the others as they are.
struct LinearProgramRestrictionTests {
  /// Two hours of a, b and c: a + 2·b + 3·c between 10 and 20 in each, and b alone below 4.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    var columns: [[Int]] = []
    for (name, cost) in [("a", 1.0), ("b", 2), ("c", 3)] {
      builder.beginColumns(name)
      columns.append((0..<2).map { builder.addColumn(cost: cost, lower: 0, upper: 9, stage: $0) })
    }
    builder.beginRows("sum")
    for hour in 0..<2 {
      let row = builder.addRow(lower: 10, upper: 20, stage: hour)
      for (number, column) in columns.enumerated() {
        builder.add(Double(number + 1), column: column[hour], row: row)
      }
    }
    builder.beginRows("least")
    for hour in 0..<2 {
      let row = builder.addRow(lower: -.infinity, upper: 4, stage: hour)
      builder.add(1, column: columns[1][hour], row: row)
    }
    builder.addConstant(5)
    for column in 0..<6 { builder.addPreference(Double(column), column: column) }
    builder.exclude(
      Exclusion(name: "a or c", .init(firstColumns: [0]), .init(firstColumns: [4]), count: 2)
    )
    return builder.build()
  }()

  /// With b = (1, 2) the sums keep 10 − 2 to 20 − 2 and 10 − 4 to 20 − 4; the rows of b alone are gone.
  @Test func `rows keep their bounds less what the other columns give`() {
    let kept = program.restricted(
      to: [true, true, false, false, true, true],
      others: [0, 0, 1, 2, 0, 0]
    )
    #expect(kept.rowLower == [8, 6])
    #expect(kept.rowUpper == [18, 16])
    #expect(kept.rowStage == [0, 1])
    #expect(kept.cost == [1, 1, 3, 3])
    #expect(kept.preference == [0, 1, 4, 5])
    #expect(kept.rows.indices == [0, 2, 1, 3])
    #expect(kept.rows.values == [1, 3, 1, 3])
    #expect(kept.objectiveConstant == 5)
    #expect(kept.columnFamilies.map(\.name) == ["a", "c"])
    #expect(kept.rowFamilies.map(\.name) == ["sum"])
    #expect(kept.exclusions.map(\.sides) == [[.init(firstColumns: [0]), .init(firstColumns: [2])]])
  }

  /// Hour 0 of b alone: 2·b between 10 − 1·3 − 3·1 = 4 and 14, b ≤ 4.
  @Test func `the values of kept columns count for nothing`() {
    let kept = program.restricted(
      to: [false, false, true, false, false, false],
      others: [3, 100, .nan, 100, 1, 100]
    )
    #expect(kept.rowLower == [4, -.infinity])
    #expect(kept.rowUpper == [14, 4])
    #expect(kept.columnStage == [0])
    #expect(kept.exclusions.isEmpty)
  }

  @Test func `all columns are the program itself and none leaves its constant`() {
    let values = [Double](repeating: 1, count: 6)
    let all = program.restricted(to: [Bool](repeating: true, count: 6), others: values)
    #expect(all == program)
    let none = program.restricted(to: [Bool](repeating: false, count: 6), others: values)
    #expect(none.columnCount == 0)
    #expect(none.rowCount == 0)
    #expect(none.cost(of: []) == 5)
  }
}
