import Testing

@testable import LinearProgramming

struct CoarseProgramTests {
  private let store = StoreProgram(demand: [1, 3, 1, 7], capacity: 2, limit: 9)

  private func coarse(_ program: LinearProgram, block: Int) -> LinearProgram {
    var coarse = CoarseProgram(program, block: block)
    return coarse.takeProgram()
  }

  /// Blocks of two hours: plant, unserved, level, in and out of each, by families as before.
  @Test func `a block has one column for the hours of a family and pays for all of them`() {
    let blocks = coarse(store.program(), block: 2)
    #expect(blocks.columnCount == 10)
    #expect(blocks.cost == [20, 20, 200, 200, 0, 0, 0, 0, 0, 0])
    #expect(blocks.columnUpper == [4, 4, 100, 100, 2, 2, 5, 5, 5, 5])
    #expect(blocks.columnStage == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  }

  /// Demands of 1 + 3 and 1 + 7 for two hours of each column; levels of neighbouring hours cancel: L₁ − L₀.
  @Test func `a block's row is the sum of its hours' rows`() {
    let blocks = coarse(store.program(), block: 2)
    #expect(blocks.rowLower == [4, 8, 0, 0, -.infinity])
    #expect(blocks.rowUpper == [4, 8, 0, 0, 9])
    func row(_ row: Int) -> [[Double]] {
      (blocks.rows.starts[row]..<blocks.rows.starts[row + 1]).map {
        [Double(blocks.rows.indices[$0]), blocks.rows.values[$0]]
      }
    }
    #expect(row(0) == [[0, 2], [2, 2], [6, -2], [8, 2]])
    #expect(row(2) == [[4, 1], [6, -2], [8, 2]])
    #expect(row(3) == [[4, -1], [5, 1], [7, -2], [9, 2]])
    // The limit over all hours counts both hours of each block.
    #expect(row(4) == [[0, 2], [1, 2]])
    #expect(blocks.rowStage == [0, 1, 0, 1, -1])
  }

  /// Flows have the mean of their bounds: (2 + 4) / 2; a level that the next hour begins from those of its last hour.
  @Test func `a flow has the mean of its bounds and a level those of its end`() {
    var builder = LinearProgramBuilder()
    builder.beginColumns("flow")
    for (hour, upper) in [2.0, 4, 6, 10].enumerated() {
      builder.addColumn(lower: upper / 2, upper: upper, stage: hour)
    }
    builder.beginColumns("level")
    for (hour, upper) in [2.0, 4, 6, 10].enumerated() {
      builder.addColumn(lower: upper / 2, upper: upper, stage: hour)
    }
    builder.beginRows("store")
    for hour in 1..<4 {
      let row = builder.addRow(lower: 0, upper: 0, stage: hour)
      builder.add(1, column: 4 + hour, row: row)
      builder.add(-1, column: 3 + hour, row: row)
    }
    let blocks = coarse(builder.build(), block: 2)
    #expect(blocks.columnLower == [1.5, 4, 2, 5])
    #expect(blocks.columnUpper == [3, 8, 4, 10])
  }

  /// PV gives 10 by day, of which half must be taken: a row of that hour alone.
  ///
  /// The mean of the block is at most 5, and
  /// against that the row would not hold for a plant of any size.
  @Test func `what is 0 in some hours is the block's in the others`() throws {
    var builder = LinearProgramBuilder()
    builder.beginColumns("PV")
    builder.addColumn(cost: 1, upper: 0, stage: 0)
    builder.addColumn(cost: 3, upper: 10, stage: 1)
    builder.beginRows("taken")
    let row = builder.addRow(lower: 7, upper: .infinity, stage: 1)
    builder.add(1, column: 1, row: row)
    let program = builder.build()
    var made = CoarseProgram(program, block: 2)
    let blocks = made.takeProgram()
    #expect(blocks.columnUpper == [5] && blocks.cost == [6] && blocks.rows.values == [2])
    let solved = try Solver.solve(blocks)
    #expect(abs(solved.cost - 21) < 1e-9)
    var solution = Solution.ended(.optimal)
    (solution.values, solution.rowDuals) = (solved.values, solved.rowDuals)
    #expect(made.guidance(solution, for: program).levels == [0, 7])
  }

  /// Hour 4 is all of the third block.
  @Test func `the last block may be short`() {
    let five = StoreProgram(demand: [1, 1, 1, 1, 8])
    let blocks = coarse(five.program(), block: 2)
    #expect(blocks.stageCount == 3)
    #expect(Array(blocks.cost.prefix(3)) == [20, 20, 10])
    #expect(Array(blocks.rowLower.prefix(3)) == [2, 2, 8])
  }

  /// By hours the plant of 4 gives 1, 3, 1 and 4, of which hour 2 stores 2 for hour 3: 1 is unserved.
  ///
  ///     hours   10·(1 + 3 + 3 + 4) + 100·1 = 210
  ///     blocks  10·(4 + 8) = 120, as a block of 8 may take 4 in both hours
  ///
  /// Any hourly schedule makes one of the blocks, by means of its flows and the last of its levels, at no more cost.
  @Test func `blocks are a relaxation of hours`() throws {
    var unlimited = store
    unlimited.limit = nil
    let hours = try Solver.solve(unlimited.program())
    #expect(abs(hours.cost - 210) < 1e-9)
    var made = CoarseProgram(unlimited.program(), block: 2)
    let blocks = made.takeProgram()
    let solved = try Solver.solve(blocks)
    #expect(abs(solved.cost - 120) < 1e-9)
    let means = (0..<5).flatMap { family in
      (0..<2).map { block in
        let first = 4 * family + 2 * block
        return family == 2
          ? hours.values[first + 1] : (hours.values[first] + hours.values[first + 1]) / 2
      }
    }
    #expect(Feasibility(of: means, in: blocks).worst < 1e-12)
    #expect(abs(blocks.cost(of: means) - hours.cost) < 1e-9)
  }

  @Test func `every hour is guided by its block`() {
    let program = store.program()
    let made = CoarseProgram(program, block: 2)
    var solution = Solution.ended(.optimal)
    solution.values = (0..<10).map { Double($0) }
    solution.rowDuals = [10, 20, 30, 40, -5]
    let guidance = made.guidance(solution, for: program)
    #expect(guidance.rowDuals == [10, 10, 20, 20, 30, 30, 40, 40, -5])
    #expect(guidance.levels == (0..<20).map { Double($0 / 2) })
  }

  /// Two buses of one family have each a column of their own in every block; a size has no block.
  @Test func `columns of one hour stay apart and what has no stage stays itself`() {
    var builder = LinearProgramBuilder()
    builder.beginColumns("size")
    builder.addColumn(cost: 9, upper: 7, stage: -1)
    builder.beginColumns("bus")
    for hour in 0..<4 {
      for bus in 0..<2 { builder.addColumn(cost: Double(1 + bus), upper: 3, stage: hour) }
    }
    let blocks = coarse(builder.build(), block: 2)
    #expect(blocks.cost == [9, 2, 4, 2, 4])
    #expect(blocks.columnStage == [-1, 0, 0, 1, 1])
    #expect(blocks.columnUpper == [7, 3, 3, 3, 3])
  }

  /// Bounds that grow with a size are one family of rows, of hours and of what has no stage alike.
  @Test func `what has no stage stays itself between hours of its family`() {
    var builder = LinearProgramBuilder()
    builder.beginColumns("mixed")
    for (cost, stage) in [(1.0, 0), (10, -1), (20, -1), (2, 1), (4, 2)] {
      builder.addColumn(cost: cost, upper: 3, stage: stage)
    }
    let blocks = coarse(builder.build(), block: 2)
    #expect(blocks.cost == [3, 10, 20, 4])
    #expect(blocks.columnStage == [0, -1, -1, 1])
    #expect(blocks.columnUpper == [3, 3, 3, 3])
  }
}
