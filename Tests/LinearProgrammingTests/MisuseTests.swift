import LinearProgramming
import Testing

struct MisuseTests {
  private func program(cost: Double = 1, lower: Double = 0, upper: Double = 1) -> LinearProgram {
    var builder = LinearProgramBuilder()
    let column = builder.addColumn(cost: cost, lower: lower, upper: upper, stage: 0)
    let row = builder.addRow(lower: 0, upper: 1, stage: 0)
    builder.add(1, column: column, row: row)
    return builder.build()
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a cost that is no number is refused`(cost: Double) {
    #expect(throws: SolverError.self) { try Solver.solve(program(cost: cost)) }
  }

  @Test func `bounds that are no numbers or cross are refused`() {
    #expect(throws: SolverError.self) { try Solver.solve(program(lower: .nan)) }
    #expect(throws: SolverError.self) { try Solver.solve(program(upper: .nan)) }
    #expect(throws: SolverError.self) { try Solver.solve(program(lower: 2, upper: 1)) }
    #expect(throws: SolverError.self) { try Solver.solve(program(lower: .infinity)) }
  }

  @Test func `an engine error is thrown and the next solve works`() throws {
    // A duplicate entry stops GLPK; the guard turns it into an error.
    var flat = FlatProgram(program())
    flat.add(1, column: 0, row: 0)
    #expect(throws: SolverError.self) { try Simplex.solve(flat) }
    #expect(try Solver.solve(program()).cost == 0)
  }

  @Test func `an empty program costs its constant`() throws {
    var builder = LinearProgramBuilder()
    builder.addConstant(7)
    #expect(try Solver.solve(builder.build()).cost == 7)
  }

  @Test func `a cost without end is unbounded`() throws {
    // minimise −x, x ≥ 0 without upper bound, −1 ≤ x − y ≤ 1.
    var builder = LinearProgramBuilder()
    let first = builder.addColumn(cost: -1, upper: .infinity, stage: 0)
    let second = builder.addColumn(upper: .infinity, stage: 0)
    let row = builder.addRow(lower: -1, upper: 1, stage: 0)
    builder.add(1, column: first, row: row)
    builder.add(-1, column: second, row: row)
    #expect(try Solver.solve(builder.build()).termination == .unbounded)
  }
}
