import Testing

@testable import LinearProgramming

struct DualPassTests {
  private func duals(
    _ program: LinearProgram,
    keep: Int,
    lookAhead: Int
  ) throws -> (outcome: PassOutcome, duals: [Double]) {
    let index = StagedIndex(program)
    let pass = DualPass(
      context: RollingContext(program, index, guidance: Guidance(none: program)),
      window: .init(keep: keep, lookAhead: lookAhead),
      progress: PassProgress(.dual, of: index.stages, gap: nil, monitor: SolveMonitor()),
      stop: StopSignal()
    )
    let outcome = try pass.run(0..<index.stages)
    var duals = [Double](repeating: 0, count: program.rowCount)
    for place in outcome.vector.indices {
      duals[Int(index.rowOrder[place])] = outcome.vector[place]
    }
    return (outcome, duals)
  }

  /// Without a store hours of 1 are priced by the plant and hours of 5 by what is unserved:
  /// 10 + (40 + 100) + 10 is cost and bound.
  @Test func `hours that nothing couples have the price of their dearest source`() throws {
    let store = StoreProgram(demand: [1, 5, 1], capacity: 0, power: 0)
    let program = store.program()
    let (outcome, duals) = try duals(program, keep: 1, lookAhead: 0)
    #expect(outcome.windows == 3)
    #expect((0..<3).map { duals[store.balance($0)] } == [10, 100, 10])
    #expect(Certificate(program, rowDuals: duals).lowerBound == 160)
    #expect((0..<3).map { outcome.windowValues[5 * $0] } == [1, 4, 1])
  }

  /// In hour 0 a unit is worth 100, stored too: hour 1, which begins with a store at that price, leaves it alone.
  ///
  /// Were the level before free, 3 would cost nothing and the bound be 140 of 4·10 + 100 + 3·10.
  @Test func `a window takes what was decided before it at its price`() throws {
    let store = StoreProgram(demand: [5, 3])
    let program = store.program()
    let (_, duals) = try duals(program, keep: 1, lookAhead: 0)
    #expect((0..<2).map { duals[store.balance($0)] } == [100, 10])
    #expect(duals[store.store(0)] == -100)
    #expect(Certificate(program, rowDuals: duals).lowerBound == 170)
  }

  /// Demands 1, 1 and 9: the optimum is 110, and no windows bound it higher; those that see all bound it so.
  @Test(arguments: [(1, 0), (1, 1), (2, 0), (1, 2), (3, 0)])
  func `duals of windows bound the optimum`(keep: Int, lookAhead: Int) throws {
    let program = StoreProgram(demand: [1, 1, 9]).program()
    let (outcome, duals) = try duals(program, keep: keep, lookAhead: lookAhead)
    #expect(outcome.termination == .optimal)
    #expect(outcome.vector.count == program.rowCount)
    let bound = Certificate(program, rowDuals: duals).lowerBound
    #expect(bound <= 110 + 1e-9)
    if keep + lookAhead >= 3 { #expect(abs(bound - 110) < 1e-9) }
  }

  /// Hour 2 asks for 19 of a plant of 4 and a store of 5: its two rows prove it, whatever the level before.
  @Test func `a window that is infeasible proves it of the whole program`() throws {
    let store = StoreProgram(demand: [1, 1, 19], unserved: 0)
    let program = store.program()
    let (outcome, _) = try duals(program, keep: 1, lookAhead: 0)
    #expect(outcome.termination == .infeasible)
    let multipliers = try #require(outcome.farkasMultipliers)
    #expect(multipliers.count == program.rowCount)
    let proof = FarkasCertificate(program, multipliers: multipliers)
    #expect(proof.isProof)
    // 19 − 4 − 5 = 10 are missing.
    #expect(abs(proof.margin / abs(proof.multipliers[store.balance(2)]) - 10) < 1e-9)
  }
}
