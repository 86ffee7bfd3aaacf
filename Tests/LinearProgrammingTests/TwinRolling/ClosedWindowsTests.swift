import Testing

@testable import LinearProgramming

struct ClosedWindowsTests {
  private let store = StoreProgram(demand: [1, 1, 9])

  /// Nothing is stored: 1, 1 and 4 of the plant, 5 unserved, for 560.
  private var shortSighted: [Double] {
    var values = [Double](repeating: 0, count: 15)
    for (hour, output) in [1.0, 1, 4].enumerated() { values[store.plant(hour)] = output }
    values[store.unserved(2)] = 5
    return values
  }

  private func windows(_ program: LinearProgram) -> ClosedWindows {
    let context = RollingContext(program, StagedIndex(program), guidance: Guidance(none: program))
    return ClosedWindows(context: context, threads: 1, stop: StopSignal())
  }

  /// Hour 0 and hour 1 alone change nothing, hours 1 and 2 store 3 for 290, all three 5 for 110.
  @Test(arguments: zip([0..<1, 1..<2, 1..<3, 0..<3], [560.0, 560, 290, 110]))
  func `a primal window lowers the cost by what it can see`(window: Range<Int>, cost: Double) throws
  {
    let program = store.program()
    let round = try windows(program).solve(
      primal: [window],
      dual: [],
      values: shortSighted,
      duals: []
    )
    #expect(round.unsolved.isEmpty)
    #expect(abs(program.cost(of: round.values) - cost) < 1e-9)
    #expect(Feasibility(of: round.values, in: program).worst < 1e-9)
  }

  /// Two windows that touch nothing of each other are solved in one round: hours 1, 2 and hours 4, 5.
  @Test func `windows of a round each lower the cost`() throws {
    let twice = StoreProgram(demand: [1, 1, 9, 1, 1, 9])
    var values = [Double](repeating: 0, count: 30)
    for (hour, output) in [1.0, 1, 4, 1, 1, 4].enumerated() { values[twice.plant(hour)] = output }
    (values[twice.unserved(2)], values[twice.unserved(5)]) = (5, 5)
    let program = twice.program()
    let round = try windows(program).solve(
      primal: [1..<3, 4..<6],
      dual: [],
      values: values,
      duals: []
    )
    #expect(abs(program.cost(of: round.values) - 580) < 1e-9)
    #expect(round.seconds.count == 2)
    #expect(Feasibility(of: round.values, in: program).worst < 1e-9)
  }

  /// Before hour 2 the level is 4, as the future asks, but hours 0 and 1 can store no more than 1 each.
  @Test func `a window without a point leaves the values as they are`() throws {
    let slow = StoreProgram(demand: [1, 1, 9], power: 1)
    let program = slow.program()
    var values = [Double](repeating: 0, count: 15)
    (values[slow.level(2)], values[slow.out(2)]) = (3, 1)
    let round = try windows(program).solve(primal: [0..<2], dual: [], values: values, duals: [])
    #expect(round.unsolved == [0])
    #expect(round.values == values)
  }

  /// From duals of 0, whose bound is 0: a window of all hours finds the optimum of 110, shorter ones no more.
  @Test(arguments: [0..<1, 2..<3, 1..<3, 0..<3])
  func `a dual window raises the bound`(window: Range<Int>) throws {
    let program = store.program()
    let duals = [Double](repeating: 0, count: program.rowCount)
    let round = try windows(program).solve(primal: [], dual: [window], values: [], duals: duals)
    let bound = Certificate(program, rowDuals: round.duals).lowerBound
    #expect(bound > 0)
    #expect(bound <= 110 + 1e-9)
    if window == 0..<3 { #expect(abs(bound - 110) < 1e-9) }
  }

  /// Over random programs with schedules by short windows.
  @Test(arguments: UInt64(1)...4)
  func `a round never widens the gap`(seed: UInt64) throws {
    let program = StagedProgram(stages: 36, seed: seed).program()
    let schedule = FirstSchedule(program, rows: 60, stop: StopSignal())
    let values = try #require(try schedule?.values())
    let duals = [Double](repeating: 0, count: program.rowCount)
    let spans = [3..<9, 16..<22, 29..<36]
    let round = try windows(program).solve(primal: spans, dual: spans, values: values, duals: duals)
    #expect(program.cost(of: round.values) <= program.cost(of: values) + 1e-7, "seed \(seed)")
    #expect(Feasibility(of: round.values, in: program).worst < 1e-6, "seed \(seed)")
    let before = Certificate(program, rowDuals: duals).lowerBound
    #expect(Certificate(program, rowDuals: round.duals).lowerBound >= before, "seed \(seed)")
  }
}
