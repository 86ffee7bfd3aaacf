/// The least slack that makes a program feasible, to explain why it is not.
public enum ElasticRelaxation {
  /// What an elastic solve found.
  public struct Answer: Sendable {
    /// How the solve ended.
    public var termination: Termination
    /// Slack by row, in the order asked for: above 0 what the row lacks, below 0 its excess.
    public var slack: [Double] = []
    /// The values of the program's own columns.
    public var values: [Double] = []
    /// A multiplier for each row; a Farkas proof where the total slack is above 0.
    public var rowDuals: [Double] = []

    /// The sum of all slack.
    public var total: Double { slack.reduce(0) { $0 + abs($1) } }
  }

  /// Minimises the total slack of the named rows, every other row and bound kept.
  @available(*, noasync)
  public static func solve(
    _ program: LinearProgram,
    rows: [Int],
    monitor: SolveMonitor = SolveMonitor(),
    timeLimit: Double? = nil
  ) throws(SolverError) -> Answer {
    let stop = StopSignal(monitor: monitor, secondsLeft: timeLimit)
    return try solve(program, rows: rows, stop: stop)
  }

  static func solve(
    _ program: LinearProgram,
    rows: [Int],
    stop: StopSignal
  ) throws(SolverError) -> Answer {
    let relaxed = try relaxation(of: program, rows: rows)
    let solution =
      relaxed.rowCount > ExactSolve.simplexRows
      ? try InteriorPoint.solve(relaxed, stop: stop)
      : try Simplex.solve(FlatProgram(relaxed), stop: stop)
    var answer = Answer(termination: solution.termination)
    guard solution.values.count == relaxed.columnCount else { return answer }
    answer.rowDuals = solution.rowDuals
    answer.values = Array(solution.values[..<program.columnCount])
    for index in rows.indices {
      let first = program.columnCount + 2 * index
      answer.slack.append(solution.values[first] - solution.values[first + 1])
    }
    return answer
  }

  /// The program with two slack columns for each named row, and no other cost.
  static func relaxation(
    of program: LinearProgram,
    rows: [Int]
  ) throws(SolverError) -> LinearProgram {
    var builder = LinearProgramBuilder()
    builder.append(program, withCost: false)
    builder.beginColumns("slack")
    for row in rows {
      guard row >= 0, row < program.rowCount else {
        throw .wrongShape(what: "rows", expected: program.rowCount, found: row)
      }
      let stage = Int(program.rowStage[row])
      let above = builder.addColumn(cost: 1, upper: .infinity, stage: stage)
      let below = builder.addColumn(cost: 1, upper: .infinity, stage: stage)
      if program.rowLower[row] > -.infinity { builder.add(1, column: above, row: row) }
      if program.rowUpper[row] < .infinity { builder.add(-1, column: below, row: row) }
    }
    return builder.build()
  }
}
