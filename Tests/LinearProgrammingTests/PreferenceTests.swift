import LinearProgramming
import Testing

/// What decides among points of one cost: it costs nothing and decides all the same.
struct PreferenceTests {
  /// A random program with random weights, small whole numbers, so that ties of cost are many.
  private func program(_ seed: UInt64) -> LinearProgram {
    var generator = RandomProgram(seed: seed)
    let plain = generator.make()
    var builder = LinearProgramBuilder()
    builder.append(plain)
    for column in 0..<plain.columnCount {
      builder.addPreference(
        Double(Int.random(in: -2...4, using: &generator.random)),
        column: column
      )
    }
    return builder.build()
  }

  /// The least preference of points that cost no more than some cost, as a program of its own.
  private func leastPreference(_ program: LinearProgram, atCost cost: Double) throws -> Double {
    var builder = LinearProgramBuilder()
    builder.append(program, withCost: false)
    let row = builder.addRow(
      lower: -.infinity,
      upper: cost - program.objectiveConstant,
      stage: program.stageCount - 1
    )
    for column in 0..<program.columnCount {
      builder.addCost(program.preference[column], column: column)
      builder.add(program.cost[column], column: column, row: row)
    }
    return try Solver.solve(builder.build(), options: SolveOptions(gap: 1e-9)).cost
  }

  private func preference(_ program: LinearProgram, _ values: [Double]) -> Double {
    values.indices.reduce(0) { $0 + program.preference[$1] * values[$1] }
  }

  @Test func `cost and bound are those of the program without preference`() throws {
    let seed: UInt64 = 52_000
    for number in 0..<400 {
      let program = program(seed &+ UInt64(number))
      var builder = LinearProgramBuilder()
      builder.append(program, withCost: false)
      for column in 0..<program.columnCount {
        builder.addCost(program.cost[column], column: column)
      }
      builder.addConstant(program.objectiveConstant)
      let plain = try Solver.solve(builder.build(), options: SolveOptions(gap: 1e-9))
      let preferred = try Solver.solve(program, options: SolveOptions(gap: 1e-9))
      #expect(preferred.termination == .optimal, "seed \(seed) + \(number)")
      #expect(abs(preferred.cost - plain.cost) < 1e-7, "seed \(seed) + \(number)")
      #expect(abs(preferred.lowerBound - plain.lowerBound) < 1e-7, "seed \(seed) + \(number)")
    }
  }

  @Test func `of points of one cost simplex ends on the preferred`() throws {
    let seed: UInt64 = 53_000
    var decided = 0
    for number in 0..<400 {
      let program = program(seed &+ UInt64(number))
      let solved = try Solver.solve(program, options: SolveOptions(gap: 1e-9))
      let least = try leastPreference(program, atCost: solved.cost + 1e-9)
      let most = -(try leastPreference(program.preferringOpposite, atCost: solved.cost + 1e-9))
      if most > least + 1e-3 { decided += 1 }
      let found = preference(program, solved.values)
      #expect(abs(found - least) < 1e-5, "seed \(seed) + \(number)")
    }
    // Programs in which there was something to decide.
    #expect(decided >= 40)
  }

  /// Three sources of 10 an hour at no cost for a demand of 15 and a fourth at a cost; and a way round in a circle.
  ///
  /// An interior point shares what is free: 5 each. The first two are preferred: 10, 5, 0; nothing goes round.
  @Test func `an interior point is moved to the preferred point of each stage`() throws {
    var builder = LinearProgramBuilder()
    for stage in 0..<4 {
      let row = builder.addRow(lower: 15, upper: 15, stage: stage)
      for (cost, weight) in [(0.0, 1.0), (0, 2), (0, 3), (50, 0)] {
        let column = builder.addColumn(cost: cost, upper: 10, stage: stage)
        builder.addPreference(weight, column: column)
        builder.add(1, column: column, row: row)
      }
      let circle = builder.addColumn(upper: 30, stage: stage)
      builder.addPreference(1, column: circle)
      let back = builder.addColumn(upper: 30, stage: stage)
      let law = builder.addRow(lower: 0, upper: 0, stage: stage)
      builder.add(1, column: circle, row: law)
      builder.add(-1, column: back, row: law)
    }
    let program = builder.build()
    let inner = try InteriorPoint.solve(program, stop: StopSignal())
    #expect(inner.values[1] < 9 && inner.values[2] > 1 && inner.values[4] > 1)
    let values = try StagePreference.settled(
      inner.values,
      rowDuals: inner.rowDuals,
      in: program,
      stop: StopSignal()
    )
    #expect(program.cost(of: values) <= program.cost(of: inner.values))
    #expect(Feasibility(of: values, in: program).worst < 1e-6)
    for stage in 0..<4 {
      let found = values[(6 * stage)..<(6 * stage + 6)].map { ($0 * 1e4).rounded() / 1e4 }
      #expect(found == [10, 5, 0, 0, 0, 0])
    }
  }

  /// A store has filled in one hour what it gives in the next; what couples hours keeps its value.
  @Test func `what couples stages keeps its value when each stage is settled`() throws {
    var generator = StagedYear(hours: 48, clusters: 2)
    generator.hasCommitment = false
    let plain = generator.program()
    var builder = LinearProgramBuilder()
    builder.append(plain)
    for column in 0..<plain.columnCount { builder.addPreference(1, column: column) }
    let program = builder.build()
    let inner = try InteriorPoint.solve(program, stop: StopSignal())
    let values = try StagePreference.settled(
      inner.values,
      rowDuals: inner.rowDuals,
      in: program,
      stop: StopSignal()
    )
    let before = Feasibility(of: inner.values, in: program).worst
    let cost = program.cost(of: inner.values)
    #expect(Feasibility(of: values, in: program).worst <= before + 1e-4)
    #expect(program.cost(of: values) <= cost + 1e-8 * program.costScale(of: inner.values))
    #expect(preference(program, values) <= preference(program, inner.values))
  }
}

extension LinearProgram {
  /// The program with its preference turned round.
  fileprivate var preferringOpposite: LinearProgram {
    var builder = LinearProgramBuilder()
    builder.append(self)
    for column in 0..<columnCount { builder.addPreference(-2 * preference[column], column: column) }
    return builder.build()
  }
}
