import LinearProgramming
import Testing

struct FarkasCertificateTests {
  /// A program of one row over columns with given coefficients and bounds.
  private func program(
    _ columns: [(value: Double, lower: Double, upper: Double)],
    lower: Double,
    upper: Double
  ) -> LinearProgram {
    var builder = LinearProgramBuilder()
    let row = builder.addRow(lower: lower, upper: upper, stage: 0)
    for column in columns {
      let index = builder.addColumn(lower: column.lower, upper: column.upper, stage: 0)
      builder.add(column.value, column: index, row: row)
    }
    return builder.build()
  }

  /// 2·x + y ≥ 10 with x ≤ 3, y ≤ 1: with y = 1 the row asks for 10, the columns give 2·3 + 1 = 7.
  @Test func `the margin is what the row asks beyond what the columns give`() {
    let short = program([(2, 0, 3), (1, 0, 1)], lower: 10, upper: .infinity)
    let proof = FarkasCertificate(short, multipliers: [1])
    #expect(proof.margin == 3)
    #expect(proof.scale == 17)
    #expect(proof.isProof)
    // Twice the multiplier, twice the margin.
    #expect(FarkasCertificate(short, multipliers: [2]).margin == 6)
  }

  /// A solver's ray may have either sign; of −1 the row has no bound, so its opposite is checked.
  @Test func `multipliers of the opposite sign prove the same`() {
    let short = program([(2, 0, 3), (1, 0, 1)], lower: 10, upper: .infinity)
    let proof = FarkasCertificate(short, multipliers: [-1])
    #expect(proof.margin == 3)
    #expect(proof.multipliers == [1])
  }

  /// x + y ≤ 2 and x ≥ 1, y ≥ 1.5 as rows: 1·(−1), 1, 1 give −2 + 1 + 1.5 = 0.5 and no column is left.
  @Test func `rows that contradict each other need no bound of a column`() {
    var builder = LinearProgramBuilder()
    let columns = (0..<2).map { _ in
      builder.addColumn(lower: -.infinity, upper: .infinity, stage: 0)
    }
    let most = builder.addRow(lower: -.infinity, upper: 2, stage: 0)
    for column in columns { builder.add(1, column: column, row: most) }
    for (column, least) in zip(columns, [1, 1.5]) {
      let row = builder.addRow(lower: least, upper: .infinity, stage: 0)
      builder.add(1, column: column, row: row)
    }
    let contradiction = builder.build()
    #expect(FarkasCertificate(contradiction, multipliers: [-1, 1, 1]).margin == 0.5)
    // Half the weight of one row leaves x, which has no bounds; the opposite is all of the wrong sign.
    let spoilt = FarkasCertificate(contradiction, multipliers: [-1, 0.5, 1])
    #expect(spoilt.margin == 0)
    #expect(!spoilt.isProof)
  }

  /// 2·x + y ≥ 7 with x ≤ 3, y ≤ 1 has the one point (3, 1): no multiplier gives more than 0.
  @Test(arguments: [1.0, -1, 0, 1e9, .nan, .infinity])
  func `nothing proves a feasible program infeasible`(multiplier: Double) {
    let tight = program([(2, 0, 3), (1, 0, 1)], lower: 7, upper: .infinity)
    let proof = FarkasCertificate(tight, multipliers: [multiplier])
    #expect(proof.margin <= 0)
    #expect(!proof.isProof)
  }

  /// A margin of 10⁻⁶ on terms of 10⁶ is what rounding of the terms may give.
  @Test func `a margin within rounding is no proof`() {
    let large = program([(1, 0, 1e6)], lower: 1e6 + 1e-6, upper: .infinity)
    let proof = FarkasCertificate(large, multipliers: [1])
    #expect(proof.margin > 0)
    #expect(!proof.isProof)
  }

  /// z stands with ±(1 − 10⁻¹⁴) in two rows, so a slope of 10⁻¹⁴ is left on a column without bounds.
  @Test func `a slope that is rounding asks nothing of an infinite bound`() {
    var builder = LinearProgramBuilder()
    let first = builder.addColumn(upper: 1, stage: 0)
    let loose = builder.addColumn(lower: -.infinity, upper: .infinity, stage: 0)
    let least = builder.addRow(lower: 3, upper: .infinity, stage: 0)
    builder.add(1, column: first, row: least)
    builder.add(1, column: loose, row: least)
    let most = builder.addRow(lower: -.infinity, upper: 0, stage: 0)
    builder.add(1 - 1e-14, column: loose, row: most)
    // y = (1, −1): 3 − 0 asked, 1 given.
    let proof = FarkasCertificate(builder.build(), multipliers: [1, -1])
    #expect(proof.margin == 2)
    #expect(proof.isProof)
  }

  /// Over random programs with a known point no multipliers whatever are a proof.
  @Test func `random multipliers prove no feasible program infeasible`() {
    var random = SeededGenerator(seed: 9_300)
    for number in 0..<300 {
      var generator = RandomProgram(seed: 9_300 &+ UInt64(number))
      let program = generator.make()
      let multipliers = (0..<program.rowCount).map { _ in 6 * random.unit() - 3 }
      #expect(!FarkasCertificate(program, multipliers: multipliers).isProof, "9300 + \(number)")
    }
  }
}
