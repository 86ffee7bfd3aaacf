import Testing

@testable import LinearProgramming

struct FirstScheduleTests {
  /// Two rows an hour: windows of eight rows see four hours, keep two and look one ahead.
  @Test(arguments: [2, 8, 1_000])
  func `a schedule by windows keeps every row`(rows: Int) throws {
    let program = StoreProgram(demand: (0..<24).map { $0 % 3 == 2 ? 9 : 1 }, limit: 70).program()
    let schedule = FirstSchedule(program, rows: rows, stop: StopSignal())
    let incumbent = Incumbent()
    let values = try #require(try schedule?.offer(to: incumbent))
    #expect(Feasibility(of: values, in: program).worst < 1e-9)
    #expect(incumbent.answer?.values == values)
    #expect(incumbent.answer?.cost == program.cost(of: values))
  }

  @Test func `a program without a point has no schedule`() throws {
    let program = StoreProgram(demand: [1, 1, 19], unserved: 0).program()
    let incumbent = Incumbent()
    let found = try FirstSchedule(program, stop: StopSignal())?.offer(to: incumbent)
    #expect(found == nil)
    #expect(incumbent.answer?.cost == nil)
  }

  /// No window decides a size: it stays at 0, where 3 may be asked of it by a row that is in no window.
  @Test(arguments: [0.0, 3])
  func `a schedule that misses what is asked of no hour is none`(least: Double) throws {
    var builder = LinearProgramBuilder()
    builder.beginColumns("size")
    let size = builder.addColumn(cost: 1, upper: 9, stage: Int(LinearProgram.global))
    builder.beginColumns("output")
    let output = builder.addColumn(cost: 1, upper: 9, stage: 0)
    builder.beginRows("least")
    let row = builder.addRow(lower: least, upper: .infinity, stage: Int(LinearProgram.global))
    builder.add(1, column: size, row: row)
    builder.beginRows("demand")
    builder.add(1, column: output, row: builder.addRow(lower: 2, upper: 2, stage: 0))
    let incumbent = Incumbent()
    let schedule = FirstSchedule(builder.build(), stop: StopSignal())
    let values = try schedule?.offer(to: incumbent)
    #expect(values == (least == 0 ? [0, 2] : nil))
    #expect(incumbent.answer?.values == values)
  }

  @Test func `a program without stages has none to roll through`() {
    var builder = LinearProgramBuilder()
    builder.addColumn(cost: 1, upper: 1, stage: -1)
    let hasSchedule = FirstSchedule(builder.build(), stop: StopSignal()) != nil
    #expect(!hasSchedule)
  }

  /// Two rows an hour make 2,000 in 1,000 hours; one hour more needs windows.
  @Test func `only programs larger than a window need one`() {
    for (hours, needs) in [(1_000, false), (1_001, true)] {
      let program = StoreProgram(demand: [Double](repeating: 1, count: hours)).program()
      #expect(FirstSchedule.needsWindows(program) == needs)
    }
  }
}
