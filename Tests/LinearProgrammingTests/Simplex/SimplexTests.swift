import Testing

@testable import LinearProgramming

struct SimplexTests {
  /// Costs 2, −3, 0 and 0 over bounds of 1…4; the last column has no lower bound.
  private func boxed(_ change: (inout FlatProgram) -> Void = { _ in }) throws -> Solution {
    var flat = FlatProgram()
    for cost in [2.0, -3, 0] { flat.addColumn(cost: cost, lower: 1, upper: 4) }
    flat.addColumn(cost: 0, lower: -.infinity, upper: 4)
    change(&flat)
    return try Simplex.solve(flat)
  }

  @Test func `without rows each column goes to its cheaper bound`() throws {
    let solution = try boxed()
    #expect(solution.termination == .optimal)
    #expect(solution.values == [1, 4, 1, 4])
  }

  /// What costs nothing goes where it is preferred.
  @Test func `without rows a preference decides what costs nothing`() throws {
    let solution = try boxed { $0.preference = [-9, 9, -1, -1] }
    #expect(solution.values == [1, 4, 4, 4])
  }

  @Test func `without rows a cost without end is unbounded`() throws {
    let solution = try boxed { $0.addColumn(cost: 1, lower: -.infinity, upper: 0) }
    #expect(solution.termination == .unbounded)
  }

  /// Two plants of 100 at 10 and 30 for 150; from the basis of the optimum no pivot is needed.
  @Test func `a basis at hand saves the way`() throws {
    var flat = FlatProgram()
    for cost in [10.0, 30] { flat.addColumn(cost: cost, lower: 0, upper: 100) }
    flat.addRow(lower: 150, upper: 150)
    for column in 0..<2 { flat.add(1, column: column, row: 0) }
    let cold = try Simplex.solve(flat)
    #expect(cold.values == [100, 50])
    #expect(cold.rowDuals == [30])
    #expect(cold.iterations > 0)
    let basis = try #require(cold.basis)
    #expect(basis.columns == [Basis.Status.atUpper.rawValue, Basis.Status.basic.rawValue])
    let warm = try Simplex.solve(flat, options: .init(basis: basis))
    #expect(warm.iterations == 0)
    #expect(warm.values == [100, 50])
    // One that fits nothing begins from nothing.
    let odd = Basis(rows: [1], columns: [1])
    #expect(try Simplex.solve(flat, options: .init(basis: odd)).values == [100, 50])
  }

  /// x + y ≥ 10 with x, y ≤ 3: a multiplier of the row proves it, of either presolve.
  @Test(arguments: [false, true])
  func `an infeasible program comes with its proof`(presolve: Bool) throws {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: 10, upper: .infinity, stage: 0)
    for _ in 0..<2 { builder.add(1, column: builder.addColumn(upper: 3, stage: 0), row: row) }
    let program = builder.build()
    let solution = try Simplex.solve(FlatProgram(program), options: .init(presolve: presolve))
    #expect(solution.termination == .infeasible)
    let multipliers = try #require(solution.farkasMultipliers)
    #expect(FarkasCertificate(program, multipliers: multipliers).isProof)
  }
}
