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
}
