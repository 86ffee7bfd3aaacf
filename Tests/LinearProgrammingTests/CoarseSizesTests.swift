import Testing

@testable import LinearProgramming

struct CoarseSizesTests {
  /// Demand of 10 MW for four hours and of 30 MW for four more, by an old plant at 50 a MWh and a new one at 20, each
  /// of whose MW has a price.
  private func program(price: Double) -> (program: LinearProgram, size: Int) {
    var builder = LinearProgramBuilder()
    builder.beginColumns("old")
    let old = (0..<8).map { builder.addColumn(cost: 50, upper: 100, stage: $0) }
    builder.beginColumns("size")
    let size = builder.addColumn(cost: price, upper: 100, stage: Int(LinearProgram.global))
    builder.beginColumns("new")
    let new = (0..<8).map { builder.addColumn(cost: 20, upper: 100, stage: $0) }
    builder.beginRows("demand")
    for step in 0..<8 {
      let row = builder.addRow(lower: step < 4 ? 10 : 30, upper: .infinity, stage: step)
      for column in [old[step], new[step]] { builder.add(1, column: column, row: row) }
    }
    builder.beginRows("capacity")
    for step in 0..<8 {
      let row = builder.addRow(lower: -.infinity, upper: 0, stage: step)
      builder.add(1, column: new[step], row: row)
      builder.add(-1, column: size, row: row)
    }
    return (builder.build(), size)
  }

  /// A MW saves 30 in each hour in which it runs: 240 for the first ten, 120 for the next twenty, nothing more.
  @Test(arguments: [(300.0, 0.0), (200, 10), (100, 30)])
  func `hours that are alike give by blocks the sizes of the hours`(
    price: Double,
    size: Double
  ) throws {
    let (program, column) = program(price: price)
    let found = try CoarseSizes.found(
      [column],
      of: program,
      block: 4,
      threads: 1,
      monitor: SolveMonitor()
    )
    #expect(abs(try #require(found)[0] - size) < 0.05, "\(found ?? [])")
  }
}
