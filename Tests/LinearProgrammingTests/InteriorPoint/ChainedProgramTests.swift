import Testing

@testable import LinearProgramming

struct ChainedProgramTests {
  /// Ten hours of 0 ≤ x ≤ 2, all together at most 5, each with a row that is at least a tenth of a size K ≤ 9.
  private func program(hours: Int = 10) -> LinearProgram {
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(cost: 1, upper: 9, stage: -1)
    let output = (0..<hours).map { builder.addColumn(cost: -3, upper: 2, stage: $0) }
    for hour in 0..<hours {
      let row = builder.addRow(lower: -.infinity, upper: 0, stage: hour)
      builder.add(1, column: output[hour], row: row)
      builder.add(-0.1, column: size, row: row)
    }
    let most = builder.addRow(lower: -.infinity, upper: 5, stage: -1)
    for column in output { builder.add(1, column: column, row: most) }
    return builder.build()
  }

  /// The entries of a row by column.
  private func row(_ row: Int, of flat: FlatProgram) -> [Int: Double] {
    var entries: [Int: Double] = [:]
    for entry in flat.entryRow.indices where Int(flat.entryRow[entry]) == row {
      entries[Int(flat.entryColumn[entry])] = flat.entryValue[entry]
    }
    return entries
  }

  /// Rows 0–9 are the hours', 10–18 tie K's nine copies (columns 11–19) each to the last one.
  @Test func `a column without a stage has a copy for each stage`() {
    var chained = ChainedProgram(program())
    let copy = chained.takeCopy()
    #expect(row(0, of: copy) == [1: 1, 0: -0.1])
    #expect(row(1, of: copy) == [2: 1, 11: -0.1])
    #expect(row(9, of: copy) == [10: 1, 19: -0.1])
    #expect(row(10, of: copy) == [11: 1, 0: -1])
    #expect(row(18, of: copy) == [19: 1, 18: -1])
    #expect(copy.rowLower[10..<19].allSatisfy { $0 == 0 })
    #expect(copy.rowUpper[10..<19].allSatisfy { $0 == 0 })
    #expect(Array(chained.rowStage[10..<19]) == (1...9).map { Int32($0) })
    // The first copy bears the cost, all have the bounds.
    #expect(copy.cost[0] == 1)
    #expect(copy.cost[11..<20].allSatisfy { $0 == 0 })
    #expect(copy.columnUpper[11..<20].allSatisfy { $0 == 9 })
  }

  /// K fixed at 4 joins no hours: its ten entries stay with it, and no row ties a copy.
  @Test func `a fixed column has no copies`() {
    var chained = ChainedProgram(program().bounding([0], within: [4...4]))
    let copy = chained.takeCopy()
    #expect((0..<10).allSatisfy { row($0, of: copy) == [$0 + 1: 1, 0: -0.1] })
    #expect(copy.rowCount == 20)
  }

  /// Rows 19–28 sum the hours up into columns 20–29: s₀ = x₀, s₁ = s₀ + x₁ and so on to s₉ ≤ 5.
  @Test func `a row without a stage becomes a running sum`() {
    var chained = ChainedProgram(program())
    let copy = chained.takeCopy()
    #expect(row(19, of: copy) == [1: 1, 20: -1])
    #expect(row(20, of: copy) == [2: 1, 20: 1, 21: -1])
    #expect(row(28, of: copy) == [10: 1, 28: 1, 29: -1])
    // After three hours of at most 2 the sum is at most 6; the last keeps the row's own bounds.
    #expect(copy.columnLower[22] == 0)
    #expect(copy.columnUpper[22] == 6)
    #expect(copy.columnLower[29] == -.infinity)
    #expect(copy.columnUpper[29] == 5)
    #expect(Array(chained.rowStage[19..<29]) == (0..<10).map { Int32($0) })
  }

  /// Eight entries may stay one row; no row then needs a stage.
  @Test func `a short row without a stage stays as it is`() {
    var chained = ChainedProgram(program(hours: 8))
    let copy = chained.takeCopy()
    let most = row(8, of: copy)
    #expect(most == Dictionary(uniqueKeysWithValues: (1...8).map { ($0, 1.0) }))
    #expect(chained.rowStage[8] == -1)
    #expect(copy.rowUpper[8] == 5)
  }

  @Test func `values are those of the first copies within their bounds`() {
    var chained = ChainedProgram(program())
    let copy = chained.takeCopy()
    var values = [Double](repeating: 1, count: copy.columnCount)
    (values[0], values[3], values[11], values[4]) = (7, 2.5, 99, -1)
    #expect(chained.values(of: values) == [7, 1, 1, 2, 0, 1, 1, 1, 1, 1, 1])
  }

  /// Ten links of duals 1 to 10 are a dual of 5.5.
  @Test func `a chained row has the mean dual of its links`() {
    var chained = ChainedProgram(program())
    let copy = chained.takeCopy()
    var duals = [Double](repeating: 0, count: copy.rowCount)
    for link in 0..<10 { duals[19 + link] = Double(link + 1) }
    duals[3] = -4
    let found = chained.rowDuals(of: duals)
    #expect(found[10] == 5.5)
    #expect(found[3] == -4)
  }

  /// x = 0.1·K and Σx = K ≤ 5: cost K − 3·K = −2·K is least at K = 5, x = 0.5, cost −10.
  @Test func `the copy has the optimum of the program`() throws {
    var chained = ChainedProgram(program())
    let solution = try Simplex.solve(chained.takeCopy())
    let values = chained.values(of: solution.values)
    #expect(distance(values, [5] + [Double](repeating: 0.5, count: 10)) < 1e-12)
    #expect(abs(program().cost(of: values) + 10) < 1e-12)
  }

  /// Programs with sums over all stages and sizes of all stages, against the same without chains.
  @Test(arguments: UInt64(1)...6)
  func `over random programs copy and program cost the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var builder = LinearProgramBuilder()
    let size = builder.addColumn(cost: 20, upper: 50, stage: -1)
    let hours = 12
    let output = (0..<2).map { _ in
      (0..<hours).map { hour in
        builder.addColumn(cost: 5 * random.unit(), upper: 10, stage: hour)
      }
    }
    for hour in 0..<hours {
      let most = builder.addRow(lower: -.infinity, upper: 0, stage: hour)
      builder.add(1, column: output[0][hour], row: most)
      builder.add(-random.unit(), column: size, row: most)
      let least = builder.addRow(lower: 4 + 4 * random.unit(), upper: .infinity, stage: hour)
      for unit in output { builder.add(1, column: unit[hour], row: least) }
    }
    let sum = builder.addRow(lower: -.infinity, upper: 40, stage: -1)
    for hour in 0..<hours { builder.add(0.5 + random.unit(), column: output[1][hour], row: sum) }
    builder.add(-0.2, column: size, row: sum)
    let program = builder.build()
    let plain = try Simplex.solve(FlatProgram(program))
    #expect(plain.termination == .optimal, "seed \(seed)")
    var chained = ChainedProgram(program)
    let solution = try Simplex.solve(chained.takeCopy())
    let values = chained.values(of: solution.values)
    #expect(Feasibility(of: values, in: program).worst < 1e-9, "seed \(seed)")
    #expect(abs(program.cost(of: values) - program.cost(of: plain.values)) < 1e-7, "seed \(seed)")
  }
}
