import LinearProgramming
import Testing

struct SolverTests {
  /// Two plants of 100 MW at 10 and 30 a MWh, demand 150: cost 10·100 + 30·50 = 2,500.
  private func twoPlants(demand: Double) -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.beginColumns("cheap")
    let cheap = builder.addColumn(cost: 10, upper: 100, stage: 0)
    builder.beginColumns("dear")
    let dear = builder.addColumn(cost: 30, upper: 100, stage: 0)
    builder.beginRows("balance")
    let balance = builder.addRow(lower: demand, upper: demand, stage: 0)
    builder.add(1, column: cheap, row: balance)
    builder.add(1, column: dear, row: balance)
    return builder.build()
  }

  @Test func `the dear plant meets what the cheap one cannot and sets the price`() throws {
    let result = try Solver.solve(twoPlants(demand: 150))
    #expect(result.termination == .optimal)
    #expect(result.values == [100, 50])
    #expect(result.rowDuals == [30])
    #expect(result.cost == 2500)
    #expect(result.lowerBound == 2500)
    #expect(result.gapByStage == [0, 0])
  }

  @Test func `a demand beyond all plants is proved infeasible`() throws {
    let result = try Solver.solve(twoPlants(demand: 250))
    #expect(result.termination == .infeasible)
    #expect(result.values.isEmpty)
    let proof = try #require(result.infeasibility)
    #expect(proof.isProof)
    // y = 1: the row asks for 250, the columns give 200.
    #expect(abs(proof.margin / abs(proof.multipliers[0]) - 50) < 1e-9)
  }

  @Test func `the least slack is what is missing`() throws {
    let answer = try ElasticRelaxation.solve(twoPlants(demand: 250), rows: [0])
    #expect(abs(answer.slack[0] - 50) < 1e-9)
  }

  /// Hours of 2, 4 and 6 from a plant whose size costs 100 a unit: 6 are needed, 600 beside 4 an hour.
  ///
  /// A window of hours of 2 and 4 alone needs no more than 4, and a size held at 4 leaves no way to give 6.
  @Test(arguments: [48, 399], [SolveOptions.Method.auto, .rolling, .exact])
  func `a size is decided by all hours at once`(hours: Int, method: SolveOptions.Method) throws {
    let program = SizedProgram(hours: hours).program()
    let result = try Solver.solve(program, options: SolveOptions(method: method))
    #expect(result.termination == .optimal)
    #expect(abs(result.cost - Double(600 + 4 * hours)) < 1e-6)
    #expect(result.method == .exact)
  }
}
