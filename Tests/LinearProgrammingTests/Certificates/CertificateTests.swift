import LinearProgramming
import Testing

struct CertificateTests {
  @Test func `over random programs no duals give a bound above the optimum`() throws {
    let seed: UInt64 = 20_301
    var random = SeededGenerator(seed: seed)
    for number in 0..<2_000 {
      var generator = RandomProgram(seed: seed &+ UInt64(number))
      let program = generator.make()
      let result = try Solver.solve(program, options: SolveOptions(gap: 1e-6))
      #expect(result.termination == .optimal, "seed \(seed) + \(number)")
      let tolerance = 1e-7 * (abs(result.cost) + 1)
      #expect(result.lowerBound <= result.cost + tolerance, "seed \(seed) + \(number)")
      #expect(result.gap <= 1e-6, "seed \(seed) + \(number)")
      let noise = result.rowDuals.map { $0 + 4 * random.unit() - 2 }
      let bound = Certificate(program, rowDuals: noise).lowerBound
      #expect(bound <= result.cost + tolerance, "seed \(seed) + \(number)")
    }
  }

  @Test func `presolve changes neither the objective nor the bound`() throws {
    for number in 0..<200 {
      var generator = RandomProgram(seed: 77 &+ UInt64(number))
      let program = generator.make()
      let plain = try Solver.solve(program)
      let reduced = try Solver.solve(program, options: SolveOptions(presolve: true))
      #expect(abs(plain.cost - reduced.cost) <= 1e-7 * (abs(plain.cost) + 1), "77 + \(number)")
      #expect(reduced.gap <= 1e-6, "77 + \(number)")
    }
  }

  @Test func `a dual of the wrong sign on an open row counts for nothing`() {
    // minimise x with x ≥ 2 as a row and 0 ≤ x ≤ 9: y = 1 gives 2, y = −1 is set to 0 and gives 0.
    var builder = LinearProgramBuilder()
    let column = builder.addColumn(cost: 1, upper: 9, stage: 0)
    let row = builder.addRow(lower: 2, upper: .infinity, stage: 0)
    builder.add(1, column: column, row: row)
    let program = builder.build()
    #expect(Certificate(program, rowDuals: [1]).lowerBound == 2)
    #expect(Certificate(program, rowDuals: [-1]).lowerBound == 0)
    #expect(Certificate(program, rowDuals: [.nan]).lowerBound == 0)
  }

  @Test func `the parts of the gap by stage sum to the gap`() {
    var generator = RandomProgram(seed: 5)
    let program = generator.make()
    let values = program.columnLower
    let certificate = Certificate(program, rowDuals: [])
    let parts = certificate.gapByStage(of: values, in: program)
    let difference = program.cost(of: values) - certificate.lowerBound
    #expect(abs(parts.reduce(0, +) - difference) < 1e-9)
  }

  /// Two plants of 100 at 10 and 30, demand 150, and 7 to pay at any rate.
  private let twoPlants: LinearProgram = {
    var builder = LinearProgramBuilder()
    let cheap = builder.addColumn(cost: 10, upper: 100, stage: 0)
    let dear = builder.addColumn(cost: 30, upper: 100, stage: 1)
    let row = builder.addRow(lower: 150, upper: 150, stage: 1)
    builder.add(1, column: cheap, row: row)
    builder.add(1, column: dear, row: row)
    builder.addConstant(7)
    return builder.build()
  }()

  /// L(y) = 7 + 150·y + 100·min(10 − y, 0) + 100·min(30 − y, 0): its highest value is at y = 30.
  @Test(arguments: zip([-2.0, 0, 10, 20, 30, 40], [-293.0, 7, 1_507, 2_007, 2_507, 2_007]))
  func `the bound is what the price makes of rows and columns`(price: Double, bound: Double) {
    #expect(Certificate(twoPlants, rowDuals: [price]).lowerBound == bound)
  }

  /// The point (100, 50) costs 2,507; at y = 20 the bound is 2,007, and d = (−10, 10): stage 1 loses 10·50.
  @Test func `the gap sits in the stage whose column is used against the price`() {
    let certificate = Certificate(twoPlants, rowDuals: [20])
    #expect(certificate.gap(of: [100, 50], in: twoPlants) == 500.0 / 2_507)
    #expect(certificate.gapByStage(of: [100, 50], in: twoPlants) == [0, 500, 0])
  }

  /// minimise x − z, 0 ≤ z without an upper bound, x + z ≤ 5: with y = 0 z falls for ever, with y = −1 not.
  @Test func `a column without the bound that its reduced cost needs leaves no bound`() {
    var builder = LinearProgramBuilder()
    let first = builder.addColumn(cost: 1, upper: 5, stage: 0)
    let open = builder.addColumn(cost: -1, upper: .infinity, stage: 0)
    let row = builder.addRow(lower: -.infinity, upper: 5, stage: 0)
    builder.add(1, column: first, row: row)
    builder.add(1, column: open, row: row)
    let program = builder.build()
    let loose = Certificate(program, rowDuals: [0])
    #expect(loose.lowerBound == -.infinity)
    #expect(loose.unboundedColumns == [open])
    #expect(loose.gap(of: [0, 5], in: program) == .infinity)
    #expect(Certificate(program, rowDuals: [1]).rowDuals == [0])
    let tight = Certificate(program, rowDuals: [-1])
    #expect(tight.lowerBound == -5)
    #expect(tight.unboundedColumns.isEmpty)
    #expect(tight.gap(of: [0, 5], in: program) == 0)
  }
}
