import Testing

@testable import LinearProgramming

struct StagePreferenceTests {
  /// In each of two hours a and b of 0…10 must give 6; a is preferred to b, and what they cost is given.
  private func program(
    costs: [Double],
    weights: [Double] = [1, 3],
    demand: Double = 6
  ) -> LinearProgram {
    var builder = LinearProgramBuilder()
    for hour in 0..<2 {
      let row = builder.addRow(lower: demand, upper: demand, stage: hour)
      for (number, weight) in weights.enumerated() {
        let column = builder.addColumn(cost: costs[number], upper: 10, stage: hour)
        builder.addPreference(weight, column: column)
        builder.add(1, column: column, row: row)
      }
    }
    return builder.build()
  }

  private func settled(
    _ values: [Double],
    duals: [Double],
    in program: LinearProgram,
    stop: StopSignal = StopSignal()
  ) throws -> [Double] {
    try StagePreference.settled(values, rowDuals: duals, in: program, stop: stop)
  }

  /// At a cost of 5 each both are free to move: 6 of a weigh 6, 3 of each 12.
  @Test func `what is tied takes the preferred value`() throws {
    let tied = program(costs: [5, 5])
    let found = try settled([3, 3, 1, 5], duals: [5, 5], in: tied)
    #expect(distance(found, [6, 0, 6, 0]) < 1e-9)
  }

  /// Of 10 b, at its bound, gives all or nothing: a weight of 3 takes it down, one of −3 up.
  @Test(arguments: zip([[0.0, 10], [10, 0]], [3.0, -3]))
  func `a column leaves the bound where it is not preferred`(
    values: [Double],
    weight: Double
  ) throws {
    let tied = program(costs: [5, 5], weights: [0, weight], demand: 10)
    let found = try settled(values + values, duals: [5, 5], in: tied)
    #expect(distance(found, [values[1], values[0], values[1], values[0]]) < 1e-9)
  }

  /// b costs 4 and sets the price: a, at 5, has a reduced cost of 1 and stays where it is.
  @Test func `what costs more is not preferred`() throws {
    let dear = program(costs: [5, 4])
    let values = [0.0, 6, 2, 4]
    #expect(try settled(values, duals: [4, 4], in: dear) == values)
  }

  /// With a wrong price of 4 for equal costs of 5 nothing is free.
  @Test func `only what the duals let move is moved`() throws {
    let tied = program(costs: [5, 5])
    let values = [3.0, 3, 3, 3]
    #expect(try settled(values, duals: [4, 4], in: tied) == values)
    #expect(distance(try settled(values, duals: [4, 5], in: tied), [3, 3, 6, 0]) < 1e-9)
    #expect(try settled(values, duals: [], in: tied) == values)
  }

  /// The row is off by 0.001 as the interior point left it: it is kept as well as that, not better or worse.
  @Test func `a row is kept as well as the point keeps it`() throws {
    let tied = program(costs: [5, 5])
    let found = try settled([3, 3.001, 6, 0], duals: [5, 5], in: tied)
    #expect(found[1] == 0)
    #expect(found[0] >= 6 - 1e-9 && found[0] <= 6.001 + 1e-9)
    #expect(tied.cost(of: found) <= tied.cost(of: [3, 3.001, 6, 0]) + 1e-9)
  }

  @Test func `a stop leaves the point as it is`() throws {
    let monitor = SolveMonitor()
    monitor.cancel()
    let values = [3.0, 3, 3, 3]
    let stop = StopSignal(monitor: monitor)
    #expect(try settled(values, duals: [5, 5], in: program(costs: [5, 5]), stop: stop) == values)
  }
}
