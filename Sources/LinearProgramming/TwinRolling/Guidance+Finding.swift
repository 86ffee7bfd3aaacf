extension Guidance {
  /// Hours in a block of the coarse program.
  private static let block = 8
  /// A family of columns is slow where this part of its hours is.
  private static let slowShare = 0.3

  /// The best guidance at hand: fast stores by the lean program, what is slow by the coarse one.
  static func found(
    for program: LinearProgram,
    _ index: StagedIndex,
    lean: LinearProgram?,
    threads: Int,
    stop: StopSignal
  ) throws(SolverError) -> (guidance: Guidance, messages: [String]) {
    guard index.stages > 12 * block else { return (Guidance(none: program), []) }
    let (coarse, fine) = try Worker<Guidance?>.both(
      threads: threads,
      { () throws(SolverError) -> Guidance? in
        let coarse = CoarseProgram(program, block: block)
        let solution = try InteriorPoint.solve(coarse.program, stop: stop)
        return solution.values.isEmpty ? nil : coarse.guidance(solution, for: program)
      },
      { () throws(SolverError) -> Guidance? in
        guard let lean else { return nil }
        let solution = try InteriorPoint.solve(lean, stop: stop)
        guard !solution.values.isEmpty else { return nil }
        return Guidance(
          from: lean,
          rowDuals: solution.rowDuals,
          values: solution.values,
          to: program
        )
      }
    )
    var messages: [String] = []
    if coarse == nil { messages.append("the program by blocks of hours gave no guidance") }
    if fine == nil, lean != nil { messages.append("the lean program gave no guidance") }
    switch (coarse, fine) {
    case (let coarse?, let fine?): return (fine.mixed(with: coarse, program, index), messages)
    case (let coarse?, nil): return (coarse, messages)
    case (nil, let fine?): return (fine, messages)
    case (nil, nil): return (Guidance(none: program), messages)
    }
  }

  /// These estimates, but the other's duals for long rows and for the balances of slow stores.
  private func mixed(
    with coarse: Guidance,
    _ program: LinearProgram,
    _ index: StagedIndex
  ) -> Guidance {
    var result = self
    for row in index.longRows {
      result.rowDuals[row] = coarse.rowDuals[row]
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        let column = Int(program.rows.indices[entry])
        result.levels[column] = coarse.levels[column]
      }
    }
    let slow = SlowLevels.slowColumns(of: program, levels: coarse.levels)
    for family in program.columnFamilies {
      let clear = family.range.reduce(0) { $0 + (slow[$1] ? 1 : 0) }
      guard Double(clear) > Self.slowShare * Double(family.range.count) else { continue }
      for column in family.range where levels[column].isFinite {
        result.levels[column] = coarse.levels[column]
        for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
          let row = Int(program.columns.indices[entry])
          guard index.rowStage[row] > program.columnStage[column] else { continue }
          result.rowDuals[row] = coarse.rowDuals[row]
        }
      }
    }
    return result
  }
}
