import LinearProgramming
import Testing

struct LinearProgramBuilderTests {
  @Test func `entries of one place are summed and zeros left out`() {
    var builder = LinearProgramBuilder()
    let column = builder.addColumn(upper: 1, stage: 0)
    let row = builder.addRow(lower: 0, upper: 1, stage: 0)
    for value in [2.0, 0, 3] { builder.add(value, column: column, row: row) }
    let program = builder.build()
    #expect(program.entryCount == 1)
    #expect(program.rows.values == [5])
    #expect(program.columns.values == [5])
  }

  @Test func `a family without members is none`() {
    var builder = LinearProgramBuilder()
    builder.beginColumns("none")
    builder.beginColumns("two")
    for stage in 0..<2 { builder.addColumn(upper: 1, stage: stage) }
    builder.beginRows("empty")
    let program = builder.build()
    #expect(program.columnFamilies == [.init(name: "two", range: 0..<2)])
    #expect(program.rowFamilies.isEmpty)
  }

  /// The second copy stands behind the first: entry (0, 0) becomes (1, 1), its family and weights move along.
  @Test func `an appended program stands behind what is there`() {
    var part = LinearProgramBuilder()
    part.beginColumns("x")
    part.addColumn(cost: 3, upper: 8, stage: 2)
    part.beginRows("r")
    part.addRow(lower: 1, upper: 2, stage: 2)
    part.add(7, column: 0, row: 0)
    part.addConstant(10)
    part.addPreference(6, column: 0)
    let one = part.build()
    var builder = LinearProgramBuilder()
    builder.append(one, withCost: false)
    builder.append(one)
    let both = builder.build()
    #expect(both.cost == [0, 3])
    #expect(both.preference == [0, 6])
    #expect(both.objectiveConstant == 10)
    #expect(both.rows.indices == [0, 1])
    #expect(both.columnFamilies.map(\.range) == [0..<1, 1..<2])
    #expect(both.rowFamilies.map(\.range) == [0..<1, 1..<2])
    #expect(both.columnStage == [2, 2])
  }

  /// A size s of 0…1 beside a constant of 0.5, for −1 ≤ x ≤ 4 and y = 3, and a row 2 ≤ x + y ≤ 6 with z ≤ 0.
  private func sized() -> LinearProgram {
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(upper: 0.5, stage: -1)
    let first = builder.columnCount
    let x = builder.addColumn(lower: -1, upper: 4, stage: 0)
    let y = builder.addColumn(lower: 3, upper: 3, stage: 0)
    let row = builder.addRow(lower: 2, upper: 6, stage: 0)
    builder.add(1, column: x, row: row)
    builder.add(1, column: y, row: row)
    builder.sizeBounds(columnsFrom: first, rowsFrom: 0, by: [(size, 1)], plus: 0.5)
    return builder.build()
  }

  /// At s = 0.25 all bounds are ¾ of what they were: −0.75 ≤ x ≤ 3, y = 2.25, 1.5 ≤ x + y ≤ 4.5.
  @Test func `bounds of columns and rows grow with the size`() {
    let program = sized()
    func isFeasible(_ x: Double, _ y: Double) -> Bool {
      Feasibility(of: [0.25, x, y], in: program).worst <= 1e-12
    }
    #expect(isFeasible(-0.75, 2.25))
    #expect(isFeasible(2.25, 2.25))
    #expect(!isFeasible(2.26, 2.25))
    #expect(!isFeasible(-0.76, 2.25))
    #expect(!isFeasible(1, 2.24))
    #expect(!isFeasible(1, 2.26))
  }

  /// The lower side of the row, 1.5, does not bind beside y = 2.25; at s = 0.5 all is as it was.
  @Test func `at its full size a program is the one without`() {
    let program = sized()
    for (x, y, isIn) in [(-1.0, 3.0, true), (3, 3, true), (3.1, 3, false), (-1.1, 3, false)] {
      let worst = Feasibility(of: [0.5, x, y], in: program).worst
      #expect((worst <= 1e-12) == isIn, "\(x) \(y)")
    }
  }

  /// A row with an upper bound of 0 has no size there; its lower bound −5 is halved.
  @Test func `a bound of 0 has no size`() {
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(upper: 1, stage: -1)
    let x = builder.addColumn(lower: -.infinity, upper: .infinity, stage: 0)
    let row = builder.addRow(lower: -5, upper: 0, stage: 0)
    builder.add(1, column: x, row: row)
    builder.sizeBounds(columnsFrom: x, rowsFrom: 0, by: [(size, 1)], plus: 0)
    let program = builder.build()
    for (x, isIn) in [(-2.5, true), (-2.6, false), (0.0, true), (0.1, false)] {
      #expect((Feasibility(of: [0.5, x], in: program).worst <= 1e-12) == isIn, "\(x)")
    }
  }
}
