/// A program with many sizes, solved with those that matter and proved with all.
///
/// Of a size that is held at 0 whatever hangs on it alone is 0 too and is left out: rows that only hold at one point
/// (*forcing* rows) tell which columns. The duals of what is left price what was left out: the sub-program
///
///     minimise  (c − Aᵀy)·x    over the columns and rows left out, sizes free
///
/// falls apart by asset. Where its optimum is 0, no size left out is wanted, and both duals together bound the whole;
/// where it is below 0, the sizes it takes are wanted and come in. (Dantzig and Wolfe, "Decomposition principle for
/// linear programs", Operations Research 8 (1960), with a whole asset as a column.)
///
/// Where what is left has no point, multipliers prove it; the same sub-program at costs of 0 says whether sizes that
/// were left out could mend it. Where they cannot, both together prove it for the whole.
package struct SizePricing {
  private let program: LinearProgram
  private let sizes: [Int]

  /// A program without exclusions, and the columns of its sizes, which can be 0.
  package init(_ program: LinearProgram, sizes: [Int]) {
    (self.program, self.sizes) = (program, sizes)
  }

  /// An answer for all of the program.
  package struct Answer {
    /// Values and duals of all of the program, and the bound that they prove.
    package let result: SolveResult
    /// Whether a size that was held at 0 is wanted.
    package let wanted: [Bool]
  }

  /// Solves the program with some sizes at 0, and prices those.
  ///
  /// - Parameters:
  ///   - active: The sizes that are not held at 0; those that may not be 0 are not either.
  ///   - bounds: What each size is within meanwhile; their own bounds where left out.
  ///   - options: How to solve.
  ///   - monitor: Progress and cancelling.
  /// - Returns: Values, duals and bound for all of the program, and the sizes at 0 that are wanted.
  /// - Throws: `SolverError` where the solver fails.
  @available(*, noasync)
  package func solve(
    active: [Bool],
    within bounds: [ClosedRange<Double>] = [],
    options: SolveOptions,
    monitor: SolveMonitor
  ) throws(SolverError) -> Answer {
    let none = sizes.map { _ in false }
    let asked = program.bounding(sizes, within: bounds)
    let active = sizes.indices.map {
      active[$0] || asked.columnLower[sizes[$0]] > 0 || !carries(sizes[$0])
    }
    let isOpen = sizes.indices.map { !active[$0] && asked.columnUpper[sizes[$0]] > 0 }
    guard active.contains(false) else {
      return Answer(
        result: try Solver.solve(asked, options: options, monitor: monitor),
        wanted: none
      )
    }
    var isKept = [Bool](repeating: true, count: program.columnCount)
    for (index, column) in sizes.enumerated() where !active[index] { isKept[column] = false }
    removeForced(&isKept)
    let rest = [Double](repeating: 0, count: program.columnCount)
    let rows = rowsKept(isKept)
    let reduced = asked.restricted(to: isKept, others: rest)
    var solved = try Solver.solve(reduced, options: options, monitor: monitor)
    let proof = solved.hasValues ? nil : solved.infeasibility
    let isEnough = !solved.hasValues && options.enough.map { solved.lowerBound >= $0 } ?? false
    let multipliers = proof.map { Self.scaled($0.multipliers) } ?? solved.rowDuals
    guard solved.hasValues || proof != nil || isEnough else {
      return Answer(result: solved, wanted: isOpen)
    }
    let place = rowPlaces(rows)
    let pricing = pricing(
      asked,
      isKept,
      rows,
      multipliers,
      place,
      atCost: proof == nil,
      atLittle: proof == nil
        ? sizes.indices.filter { !active[$0] && !isOpen[$0] }.map { sizes[$0] } : []
    )
    var pricingOptions = options
    pricingOptions.interiorTolerance = min(options.interiorTolerance, 1e-6)
    pricingOptions.enough = nil
    let priced = try Solver.solve(pricing.program, options: pricingOptions, monitor: monitor)
    var duals = [Double](repeating: 0, count: program.rowCount)
    for row in duals.indices where rows[row] { duals[row] = multipliers[Int(place[row])] }
    for (index, row) in pricing.rows.enumerated() where priced.hasValues {
      duals[row] = priced.rowDuals[index]
    }
    guard !isEnough else {
      let certificate = Certificate(asked, rowDuals: duals)
      (solved.rowDuals, solved.lowerBound) = (certificate.rowDuals, certificate.lowerBound)
      let wanted = priced.hasValues ? wanted(by: priced, pricing.columns, isOpen) : isOpen
      return Answer(result: solved, wanted: wanted)
    }
    guard solved.hasValues else {
      let whole = FarkasCertificate(asked, multipliers: duals)
      solved.infeasibility = whole.isProof ? whole : nil
      let wanted = priced.hasValues ? wanted(by: priced, pricing.columns, isOpen) : none
      return Answer(result: solved, wanted: whole.isProof ? none : wanted)
    }
    var values = rest
    var next = 0
    for column in values.indices where isKept[column] {
      values[column] = solved.values[next]
      next += 1
    }
    let termination = solved.termination
    let messages = solved.messages
    solved.accept(values, rowDuals: duals, in: asked)
    (solved.termination, solved.messages) = (termination, messages)
    guard priced.hasValues else { return Answer(result: solved, wanted: isOpen) }
    return Answer(result: solved, wanted: wanted(by: priced, pricing.columns, isOpen))
  }

  /// The free sizes left out that a solution of their sub-program takes.
  private func wanted(
    by priced: SolveResult,
    _ columns: [Int: Int],
    _ isOpen: [Bool]
  ) -> [Bool] {
    sizes.indices.map { index in
      guard isOpen[index], let local = columns[sizes[index]] else { return false }
      return priced.values[local] > 1e-4 * max(program.columnUpper[sizes[index]], 1e-9)
    }
  }

  /// Multipliers of a proof, the largest of which is a thousand: about what a MWh costs.
  private static func scaled(_ multipliers: [Double]) -> [Double] {
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    return multipliers.map { 1_000 * $0 / max(largest, 1e-300) }
  }

  /// Sizes that are held at 0 are priced at this share of their most: at 0 itself nothing has room, and what a
  /// little of them is worth would be told by no dual.
  package static let little = 1e-3

  /// Whether something hangs on a size alone; leaving another out spares nothing.
  private func carries(_ size: Int) -> Bool {
    let entries = program.columns.starts[size]..<program.columns.starts[size + 1]
    return entries.contains { entry in
      !(forced(by: Int(program.columns.indices[entry])) { $0 != size }).isEmpty
    }
  }

  /// Takes out columns that rows hold at their least, given those that are out.
  private func removeForced(_ isKept: inout [Bool]) {
    var queue = sizes.filter { !isKept[$0] }
    while let column = queue.popLast() {
      for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
        let row = Int(program.columns.indices[entry])
        for forced in forced(by: row, where: { isKept[$0] }) {
          isKept[forced] = false
          queue.append(forced)
        }
      }
    }
  }

  /// The columns that a row holds at 0: where even its least activity is all that it allows.
  private func forced(by row: Int, where isKept: (Int) -> Bool) -> [Int] {
    let entries = program.rows.starts[row]..<program.rows.starts[row + 1]
    for (bound, sign) in [(program.rowUpper[row], 1.0), (-program.rowLower[row], -1)]
    where bound == 0 {
      var columns: [Int] = []
      let isForcing = entries.allSatisfy { entry in
        let column = Int(program.rows.indices[entry])
        guard isKept(column) else { return true }
        columns.append(column)
        return sign * program.rows.values[entry] > 0 && program.columnLower[column] == 0
      }
      if isForcing { return columns }
    }
    return []
  }

  private func rowsKept(_ isKept: [Bool]) -> [Bool] {
    (0..<program.rowCount).map { row in
      (program.rows.starts[row]..<program.rows.starts[row + 1])
        .contains { isKept[Int(program.rows.indices[$0])] }
    }
  }

  private func rowPlaces(_ rows: [Bool]) -> [Int32] {
    var next: Int32 = 0
    return rows.map { isKept in
      defer { if isKept { next += 1 } }
      return isKept ? next : -1
    }
  }

  /// What was left out, at the prices of what was not, and at its own cost or at none.
  private func pricing(
    _ asked: LinearProgram,
    _ isKept: [Bool],
    _ rows: [Bool],
    _ duals: [Double],
    _ place: [Int32],
    atCost: Bool,
    atLittle: [Int]
  ) -> (program: LinearProgram, rows: [Int], columns: [Int: Int]) {
    var builder = LinearProgramBuilder()
    var columns: [Int: Int] = [:]
    let little = Set(atLittle)
    builder.beginColumns("priced")
    for column in isKept.indices where !isKept[column] {
      var cost = atCost ? program.cost[column] : 0
      for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
        let row = Int(program.columns.indices[entry])
        if rows[row] { cost -= program.columns.values[entry] * duals[Int(place[row])] }
      }
      columns[column] = builder.addColumn(
        cost: cost,
        lower: little.contains(column)
          ? Self.little * program.columnUpper[column] : asked.columnLower[column],
        upper: little.contains(column)
          ? Self.little * program.columnUpper[column] : asked.columnUpper[column],
        stage: Int(program.columnStage[column])
      )
    }
    builder.beginRows("priced")
    var told: [Int] = []
    for row in rows.indices where !rows[row] {
      guard program.rows.starts[row] < program.rows.starts[row + 1] else { continue }
      let local = builder.addRow(
        lower: program.rowLower[row],
        upper: program.rowUpper[row],
        stage: Int(program.rowStage[row])
      )
      told.append(row)
      for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
        if let column = columns[Int(program.rows.indices[entry])] {
          builder.add(program.rows.values[entry], column: column, row: local)
        }
      }
    }
    return (builder.build(), told, columns)
  }
}
