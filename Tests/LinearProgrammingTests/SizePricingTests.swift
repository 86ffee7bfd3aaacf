import TestSupport
import Testing

@testable import LinearProgramming

struct SizePricingTests {
  /// Demand of 10, 20, 30 MW by a plant at 50 a MWh, by one of a size at 20 and by one at 60, each MW at a price.
  private func program(first: Double, second: Double) -> (program: LinearProgram, sizes: [Int]) {
    var builder = LinearProgramBuilder()
    builder.beginColumns("old")
    let old = (0..<3).map { builder.addColumn(cost: 50, upper: 100, stage: $0) }
    builder.beginColumns("sizes")
    let sizes = [first, second].map {
      builder.addColumn(cost: $0, upper: 100, stage: Int(LinearProgram.global))
    }
    var outputs: [[Int]] = []
    for cost in [20.0, 60] {
      builder.beginColumns("new at \(cost)")
      outputs.append((0..<3).map { builder.addColumn(cost: cost, upper: 100, stage: $0) })
    }
    builder.beginRows("demand")
    for step in 0..<3 {
      let row = builder.addRow(lower: 10 * Double(step + 1), upper: .infinity, stage: step)
      for column in [old[step], outputs[0][step], outputs[1][step]] {
        builder.add(1, column: column, row: row)
      }
    }
    builder.beginRows("capacity")
    for (size, output) in zip(sizes, outputs) {
      for step in 0..<3 {
        let row = builder.addRow(lower: -.infinity, upper: 0, stage: step)
        builder.add(1, column: output[step], row: row)
        builder.add(-1, column: size, row: row)
      }
    }
    return (builder.build(), sizes)
  }

  @Test func `a size that does not pay is priced out with the bound of the whole`() throws {
    // A MW of the first saves 30 in each hour in which it runs: 90 for the first ten, 60 for the next, 30 for the
    // last. At 70 ten are built: 3,000 − 10·90 + 10·70 = 2,800. The second saves nothing at 60 beside 50.
    let (program, sizes) = program(first: 70, second: 1)
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [true, false],
      options: SolveOptions(method: .exact, gap: 1e-9),
      monitor: SolveMonitor()
    )
    #expect(answer.wanted == [false, false])
    #expect(abs(answer.result.cost - 2_800) < 1e-6)
    #expect(abs(answer.result.lowerBound - 2_800) < 1e-5)
  }

  @Test func `a size that pays is wanted`() throws {
    let (program, sizes) = program(first: 70, second: 1)
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [false, true],
      options: SolveOptions(method: .exact, gap: 1e-9),
      monitor: SolveMonitor()
    )
    #expect(answer.wanted == [true, false])
    #expect(abs(answer.result.cost - 3_000) < 1e-6)
    // 3,000 less what 100 MW would save at those prices: 3·30·100 − 70·100.
    #expect(answer.result.lowerBound <= 2_800)
  }

  /// The same with 15 MW of the old plant and at most 5 MW and so many of the sizes: the third hour needs 30.
  private func scarce(second: Double) -> (program: LinearProgram, sizes: [Int]) {
    var (program, sizes) = program(first: 70, second: 1)
    for step in 0..<3 { program.columnUpper[step] = 15 }
    program.columnUpper[sizes[0]] = 5
    program.columnUpper[sizes[1]] = second
    return (program, sizes)
  }

  /// How programs are solved here: by the interior point, whose duals are tried as a proof.
  private var proving: SolveOptions {
    var options = SolveOptions(method: .exact, gap: 1e-9)
    options.interiorRows = 0
    (options.fallsBack, options.provesInfeasibility) = (false, false)
    options.triesRay = true
    return options
  }

  @Test func `a proof holds for sizes left out that could not mend it`() throws {
    // 15 + 5 + 5 < 30, whatever is built.
    let (program, sizes) = scarce(second: 5)
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [true, false],
      options: proving,
      monitor: SolveMonitor()
    )
    let proof = try #require(answer.result.infeasibility)
    #expect(FarkasCertificate(program, multipliers: proof.multipliers).isProof)
    #expect(answer.wanted == [false, false])
  }

  @Test func `a size left out that could mend what has no point is wanted`() throws {
    // 15 + 5 + 10 = 30.
    let (program, sizes) = scarce(second: 11)
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [true, false],
      options: proving,
      monitor: SolveMonitor()
    )
    #expect(answer.result.infeasibility == nil && !answer.result.hasValues)
    #expect(answer.wanted == [false, true])
  }

  @Test func `a size on which nothing hangs alone is solved with, not priced`() throws {
    // 5 MW of the first stand: 3,000 − 3·30·5. Each MW more saves 90, 60 and 30 as above: 5 more are built at 70 until
    // the first hour has its ten, 2,550 − 5·90 + 5·70 = 2,450.
    var (program, sizes) = program(first: 70, second: 1)
    for step in 0..<3 { program.rowUpper[3 + step] = 5 }
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [false, false],
      options: SolveOptions(method: .exact, gap: 1e-9),
      monitor: SolveMonitor()
    )
    #expect(answer.wanted == [false, false])
    #expect(abs(answer.result.cost - 2_450) < 1e-6)
    #expect(abs(answer.result.lowerBound - 2_450) < 1e-5)
  }

  @Test func `a size held is never wanted`() throws {
    let (program, sizes) = scarce(second: 11)
    let answer = try SizePricing(program, sizes: sizes).solve(
      active: [true, false],
      within: [0...100, 0...0],
      options: proving,
      monitor: SolveMonitor()
    )
    #expect(answer.wanted == [false, false])
  }
}
