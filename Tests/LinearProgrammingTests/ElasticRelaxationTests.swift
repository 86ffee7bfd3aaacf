import Testing

@testable import LinearProgramming

struct ElasticRelaxationTests {
  /// x between 0 and 4 must be at least 7 by one row, at most −1 by another, 3 by a third.
  private let program: LinearProgram = {
    var builder = LinearProgramBuilder()
    let column = builder.addColumn(cost: 9, upper: 4, stage: 0)
    for (lower, upper) in [(7.0, Double.infinity), (-.infinity, -1), (3, 3)] {
      let row = builder.addRow(lower: lower, upper: upper, stage: 0)
      builder.add(1, column: column, row: row)
    }
    return builder.build()
  }()

  /// Row 0 lacks 7 − x, row 1 has x + 1 too much, row 2 |x − 3|: 8 + |x − 3| is least at x = 3.
  @Test func `what a row lacks is above 0 and what it has too much below`() throws {
    let answer = try ElasticRelaxation.solve(program, rows: [0, 1, 2])
    #expect(answer.termination == .optimal)
    #expect(answer.values == [3])
    #expect(answer.slack == [4, -4, 0])
    #expect(answer.total == 8)
  }

  /// Slack on the second row alone cannot repair the first.
  @Test func `a row that is not named is kept`() throws {
    let answer = try ElasticRelaxation.solve(program, rows: [1])
    #expect(answer.termination == .infeasible)
  }

  /// Of row 0: x can be 7 short at most, and nothing is too much; of row 1: at most 4 + 1 too much.
  @Test func `slack reaches no farther than the columns can be off`() throws {
    let relaxed = try ElasticRelaxation.relaxation(of: program, rows: [0, 1])
    #expect(relaxed.columnUpper == [4, 7, 0, 0, 5])
    #expect(relaxed.cost == [0, 1, 1, 1, 1])
  }

  @Test func `the duals of the least slack prove what it repairs`() throws {
    let answer = try ElasticRelaxation.solve(program, rows: [0, 1, 2])
    let proof = FarkasCertificate(program, multipliers: answer.rowDuals)
    #expect(proof.isProof)
    #expect(proof.margin <= answer.total + 1e-9)
  }

  /// A size of 6 meets every hour, and costs nothing where only slack does.
  @Test(arguments: [48, 399])
  func `what all hours decide together lacks nothing`(hours: Int) throws {
    let program = SizedProgram(hours: hours).program()
    let answer = try ElasticRelaxation.solve(program, rows: Array(hours..<(2 * hours)))
    #expect(answer.termination == .optimal)
    #expect(answer.total < 1e-6)
  }

  @Test(arguments: [-1, 3])
  func `a row that is not there is refused`(row: Int) {
    #expect(throws: SolverError.self) { try ElasticRelaxation.solve(program, rows: [row]) }
  }
}
