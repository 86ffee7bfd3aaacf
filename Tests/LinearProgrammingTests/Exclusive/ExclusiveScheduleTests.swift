import Foundation
import Testing

@testable import LinearProgramming

/// Two sides that exclude each other, in programs small enough to work out by hand.
struct ExclusiveScheduleTests {
  /// A store of one hour each stage: charging c and giving g, where power that is lost earns 1 a unit.
  ///
  ///     minimise −Σ lost,  lost = c − g,  0.8·c = g in each stage,  0 ≤ c, g ≤ 10
  ///
  /// Without the exclusion c = 10 and g = 8 lose 2 a stage. With it 0.8·c = g and one of them 0: both are 0.
  private func burner(
    stages: Int,
    excludes: Bool,
    where isPaid: (Int) -> Bool = { _ in true }
  ) -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("charging")
    let charging = builder.columnCount
    for stage in 0..<stages {
      builder.addColumn(cost: isPaid(stage) ? -1 : 0, upper: 10, stage: stage)
    }
    builder.beginColumns("giving")
    let giving = builder.columnCount
    for stage in 0..<stages {
      builder.addColumn(cost: isPaid(stage) ? 1 : 2, upper: 10, stage: stage)
    }
    builder.beginRows("balance")
    for stage in 0..<stages {
      let row = builder.addRow(lower: 0, upper: 0, stage: stage)
      builder.add(0.8, column: charging + stage, row: row)
      builder.add(-1, column: giving + stage, row: row)
    }
    if excludes {
      builder.exclude(
        Exclusion(
          name: "store",
          .init(firstColumns: [charging]),
          .init(firstColumns: [giving]),
          count: stages
        )
      )
    }
    return builder.build()
  }

  @Test func `what loses power in both ways at once earns nothing where it may not`() throws {
    let free = try Solver.solve(burner(stages: 3, excludes: false))
    #expect(abs(free.cost + 6) < 1e-9)
    let held = try Solver.solve(burner(stages: 3, excludes: true))
    #expect(held.cost == 0)
    #expect(held.values.allSatisfy { $0 == 0 })
    // The search bounds it too: no schedule that keeps the exclusions costs less than 0.
    #expect(held.lowerBound == 0)
    #expect(held.termination == .optimal)
  }

  /// Losing pays in each of 3,000 hours, or in three of them: the whole program is solved again, or none but windows.
  @Test(arguments: [(1, 1), (1_000, 0)])
  func `places in most hours are decided at once, a few in windows around them`(
    every: Int,
    wholeSolutions: Int
  ) throws {
    let program = burner(stages: 3_000, excludes: true) { $0 % every == 0 }
    var options = SolveOptions(gap: 1e-6)
    options.effort = 0
    let stop = StopSignal(monitor: SolveMonitor())
    var result = SolveResult(termination: .optimal)
    let relaxed = try Simplex.solve(FlatProgram(program))
    result.accept(relaxed.values, rowDuals: relaxed.rowDuals, in: program)
    #expect(abs(result.cost + 2 * Double(3_000 / every)) < 1e-6)
    let count = Counter()
    try ExclusiveSchedule.settle(program, options: options, stop: stop, &result) {
      (held: LinearProgram) throws(SolverError) in
      count.value += 1
      return try Solver.solve(held.withoutExclusions)
    }
    #expect(count.value == wholeSolutions)
    #expect(abs(result.cost) < 1e-6)
    #expect(program.bothUsed(in: result.values, above: 1e-6).isEmpty)
  }

  /// What is used one way shall keep it from the second round on; where that has no answer it may change.
  @Test func `ways that are kept are given up where nothing holds them`() throws {
    let program = burner(stages: 3_000, excludes: true) { $0.isMultiple(of: 2) }
    var options = SolveOptions(gap: 1e-6)
    options.effort = 0
    var result = SolveResult(termination: .optimal)
    let relaxed = try Simplex.solve(FlatProgram(program))
    result.accept(relaxed.values, rowDuals: relaxed.rowDuals, in: program)
    let count = Counter()
    var kept: [Bool] = []
    try ExclusiveSchedule.settle(
      program,
      options: options,
      stop: StopSignal(monitor: SolveMonitor()),
      &result
    ) { (held: LinearProgram) throws(SolverError) in
      count.value += 1
      var answer = SolveResult(termination: .optimal)
      // At first even hours work both ways again and odd ones charge; with giving at rest in these there is no answer.
      let isKept = held.columnUpper[3_001] == 0
      if count.value == 1 {
        answer.values =
          [Double](repeating: 10, count: 3_000) + (0..<3_000).map { $0.isMultiple(of: 2) ? 8 : 0 }
      } else if !isKept {
        answer.values = [Double](repeating: 0, count: 6_000)
      }
      kept.append(isKept)
      return answer
    }
    #expect(kept == [false, true, false])
    #expect(result.hasValues && result.cost == 0)
  }

  private final class Counter { var value = 0 }

  /// A piece that loses 0 is to be full before one that loses 1 of 10 is begun: 4 units need no loss.
  ///
  ///     minimise −lost,  a + b = 4,  a ≤ 5, b ≤ 5,  lost = 0.1·b
  @Test func `a later piece is begun only when the one before it is full`() throws {
    for wanted in [4.0, 5, 7] {
      var builder = LinearProgramBuilder()
      builder.beginColumns("first")
      let first = builder.addColumn(cost: 0, upper: 5, stage: 0)
      builder.beginColumns("second")
      let second = builder.addColumn(cost: -0.1, upper: 5, stage: 0)
      builder.beginRows("wanted")
      let row = builder.addRow(lower: wanted, upper: wanted, stage: 0)
      builder.add(1, column: first, row: row)
      builder.add(1, column: second, row: row)
      builder.exclude(
        Exclusion(
          name: "pieces",
          .init(firstColumns: [first], restsAtUpper: true),
          .init(firstColumns: [second]),
          count: 1
        )
      )
      let solved = try Solver.solve(builder.build())
      #expect(abs(solved.values[0] - min(wanted, 5)) < 1e-9)
      #expect(abs(solved.values[1] - max(0, wanted - 5)) < 1e-9)
    }
  }

  /// One of two sides must give 3, the other 4: no schedule keeps that.
  @Test func `choices that all fail are proved infeasible`() throws {
    var builder = LinearProgramBuilder()
    builder.beginColumns("one")
    let one = builder.addColumn(cost: 1, upper: 10, stage: 0)
    builder.beginColumns("other")
    let other = builder.addColumn(cost: 1, upper: 10, stage: 0)
    for (column, least) in [(one, 3.0), (other, 4.0)] {
      builder.beginRows("least of \(column)")
      let row = builder.addRow(lower: least, upper: .infinity, stage: 0)
      builder.add(1, column: column, row: row)
    }
    builder.exclude(
      Exclusion(name: "both", .init(firstColumns: [one]), .init(firstColumns: [other]), count: 1)
    )
    let solved = try Solver.solve(builder.build())
    #expect(!solved.hasValues)
    #expect(solved.termination == .infeasible)
  }

  /// The exclusions of random programs, against every choice of sides solved for itself.
  @Test(arguments: 1...40)
  func `the search finds the best of all choices`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = 2 + Int(random.unit() * 4)
    let program = randomProgram(places: places, &random)
    var best = Double.infinity
    for choice in 0..<(1 << places) {
      let sides = (0..<places).map {
        RestingSide(exclusion: 0, place: $0, side: choice >> $0 & 1)
      }
      let held = try #require(program.holding(sides))
      let solved = try Simplex.solve(FlatProgram(held))
      if solved.termination == .optimal { best = min(best, held.cost(of: solved.values)) }
    }
    let found = try Solver.solve(program, options: SolveOptions(gap: 1e-9))
    #expect(found.hasValues == best.isFinite, "seed \(seed)")
    guard found.hasValues else { return }
    #expect(abs(found.cost - best) <= 1e-6 * (1 + abs(best)), "seed \(seed)")
    #expect(found.lowerBound <= best + 1e-6 * (1 + abs(best)), "seed \(seed)")
    #expect(found.gap < 1e-6, "seed \(seed)")
    #expect(program.bothUsed(in: found.values, above: 1e-6).isEmpty, "seed \(seed)")
  }

  @Test(.enabled(if: Oracle.usual != nil), arguments: 1...12)
  func `HiGHS finds the same with a binary for each choice`(seed: UInt64) throws {
    let oracle = try #require(Oracle.usual)
    var random = SeededGenerator(seed: 500 + seed)
    let program = randomProgram(places: 12, &random)
    let found = try Solver.solve(program, options: SolveOptions(gap: 1e-7))
    var builder = LinearProgramBuilder()
    builder.append(program.withoutExclusions)
    builder.beginColumns("choice")
    let first = builder.columnCount
    for place in 0..<12 { builder.addColumn(upper: 1, stage: place) }
    for (number, side) in program.exclusions[0].sides.enumerated() {
      builder.beginRows("choice of side \(number)")
      for place in 0..<12 {
        // A side is used only where its choice is made: x ≤ U·z, or x ≤ U·(1 − z).
        let most = program.columnUpper[side.firstColumns[0] + place]
        let row = builder.addRow(
          lower: -.infinity,
          upper: number == 0 ? 0 : most,
          stage: place
        )
        builder.add(1, column: side.firstColumns[0] + place, row: row)
        builder.add(number == 0 ? -most : most, column: first + place, row: row)
      }
    }
    var text = ""
    MPSWriter.write(builder.build(), to: &text)
    let file = FileManager.default.temporaryDirectory
      .appending(path: "gridflex-choices-\(seed)-\(UInt64.random(in: 0...UInt64.max)).mps")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let expected = try oracle.optimum(of: file, hasChoices: true)
    #expect(abs(found.cost - expected) <= 1e-4 * max(1, abs(expected)), "seed \(seed)")
  }

  /// Stores with losses and prices of either sign, the level carried from place to place.
  private func randomProgram(places: Int, _ random: inout SeededGenerator) -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("in")
    let into = builder.columnCount
    let prices = (0..<places).map { _ in 20 * random.unit() - 12 }
    for place in 0..<places { builder.addColumn(cost: prices[place], upper: 5, stage: place) }
    builder.beginColumns("out")
    let out = builder.columnCount
    for place in 0..<places { builder.addColumn(cost: -prices[place], upper: 6, stage: place) }
    builder.beginColumns("level")
    let level = builder.columnCount
    for place in 0..<places { builder.addColumn(upper: 8, stage: place) }
    builder.beginRows("balance")
    for place in 0..<places {
      let start = place == 0 ? 8 * random.unit() : 0
      let row = builder.addRow(lower: start, upper: start, stage: place)
      builder.add(1, column: level + place, row: row)
      if place > 0 { builder.add(-1, column: level + place - 1, row: row) }
      builder.add(-0.9, column: into + place, row: row)
      builder.add(1 / 0.85, column: out + place, row: row)
    }
    builder.exclude(
      Exclusion(
        name: "store",
        .init(firstColumns: [into]),
        .init(firstColumns: [out]),
        count: places
      )
    )
    return builder.build()
  }
}
