import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming

/// Programs of all hours with some or all sizes held: what is cheapest beside them, and what bounds others.
extension PlanSearch {
  /// A share as the program ended at it: none or all where it is as near as it solves.
  ///
  /// Rounded to whole parts it would leave a little short what the program has just enough of.
  static func settled(_ share: Double, of option: CapacityOption) -> Double {
    let (least, most) = (option.extent.least, option.extent.most)
    if share <= least + 1e-6 * most { return least }
    return share >= most * (1 - 1e-6) ? most : share
  }

  /// Sizes with those of which any share can be taken as they cost least beside the whole units; nil where these hold
  /// no schedule.
  ///
  /// Rounded as well they would leave a little short what whole units have just enough of. In a long program
  /// the first sizes are only rounded where the bounds leave them a chance: that often leaves less than the gap asked
  /// for, and saves a solution of all hours.
  mutating func beside(_ shares: [Double]) throws(SolverError) -> [Double]? {
    guard whole.isMixed, !context.options.takesFractions else { return shares }
    guard !isLong || !isRounded || isTooDear(shares) else { return shares }
    let options = context.sized.options
    let isHeld = options.map { $0.extent.parts != nil }
    let program = context.program(
      holding: choice,
      figures: whole.figures,
      statesTimes: false
    )
    let solved = try solved(program, beside: shares, isHeld)
    stages.end("sizes beside whole units")
    guard let solved, learn(from: solved, program) else { return shares }
    guard solved.hasValues else { return nil }
    let free = program.shares(in: solved.values)
    return options.indices.map {
      options[$0].extent.parts == nil ? Self.settled(free[$0], of: options[$0]) : shares[$0]
    }
  }

  /// Whether a solution of the program takes as long as a dispatch or longer.
  var isLong: Bool { rows > Self.roundRows / 10 }

  /// Whether sizes cost too much for the gap by the bounds known alone.
  private func isTooDear(_ shares: [Double]) -> Bool {
    let least = whole.cuts.map { $0.value(at: shares) }.max() ?? bound
    return least - bound > context.options.dispatch.gap / 2 * scale
  }

  /// The program with some shares held; of many options without those that are held at 0 or were not taken so far.
  ///
  /// Nil where it has neither an answer nor a proof that there is none.
  private func solved(
    _ program: SizedProgram,
    beside shares: [Double],
    _ isHeld: [Bool]
  ) throws(SolverError) -> SolveResult? {
    // In a long program a little of what is all gone is left, so that there is something to move.
    let inside = zip(shares, context.sized.options).map { share, option in
      isLong && share >= option.extent.most ? share * (1 - SizePricing.little) : share
    }
    guard !context.isMany else {
      return try context.solve(
        program,
        likely: shares.indices.map { isTaken(shares[$0], $0) || isTaken(target[$0], $0) },
        held: zip(inside, isHeld).map { $1 ? $0 : nil }
      )
    }
    let held = shares.indices.filter { isHeld[$0] }
    return try context.solve(
      program.program.holding(
        held.map { program.columns[$0] },
        at: SizedProgram.values(of: held.map { inside[$0] })
      )
    )
  }

  /// Whether any of an option is taken or must be.
  private func isTaken(_ share: Double, _ option: Int) -> Bool {
    share > 0 || context.sized.options[option].extent.least > 0
  }

  /// Bounds the cost of sizes that are not good enough, so that others come next; false where that is no use.
  mutating func bound(_ shares: [Double]) throws(SolverError) -> Bool {
    let program = context.program(holding: choice, statesTimes: false)
    // A little inside, so that what is all gone or all taken still has duals that say what more or less of it is worth.
    let inside = shares.map { $0 * (1 - SizePricing.little) }
    let taken = shares.indices.map { isTaken(shares[$0], $0) }
    if context.isMany, taken.contains(false),
      let solved = try context.solve(program, likely: taken, held: inside)
    {
      return learn(from: solved, program)
    }
    // A bound that is missing ends the search; simplex would take far longer than all before.
    var solving = context.solvingOnce
    solving.provesInfeasibility = program.program.rowCount <= PlanContext.mostSimplexRows
    let all = zip(inside, context.sized.options).map { share, option in
      share > 0
        ? share
        : max(option.extent.least, SizePricing.little * option.extent.most / Double(shares.count))
    }
    let solved = try Solver.solve(
      program.program.holding(program.columns, at: SizedProgram.values(of: all)),
      options: solving,
      monitor: context.monitor
    )
    return learn(from: solved, program)
  }

  /// Keeps what a solution or a proof says of all sizes; false where there is neither.
  private mutating func learn(from solved: SolveResult, _ program: SizedProgram) -> Bool {
    if let proof = solved.infeasibility {
      whole.proofs.append(program.cut(of: proof))
      return true
    }
    guard solved.lowerBound.isFinite, !solved.rowDuals.isEmpty else { return false }
    whole.cuts.append(program.cut(of: solved.rowDuals))
    return true
  }
}
