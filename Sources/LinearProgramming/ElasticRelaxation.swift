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
    let answer = try PromptStop.run(stop) { () throws(SolverError) in
      try solve(program, rows: rows, stop: stop)
    }
    return answer ?? Answer(termination: stop.termination)
  }

  static func solve(
    _ program: LinearProgram,
    rows: [Int],
    stop: StopSignal
  ) throws(SolverError) -> Answer {
    let relaxed = try relaxation(of: program, rows: rows)
    let solution = try solution(of: relaxed, stop: stop)
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

  /// Windows of a long horizon; the slack they find is within a few per cent of the least.
  private static let window = SolveOptions.Window(keep: 24, lookAhead: 24)

  private static func solution(
    of relaxed: LinearProgram,
    stop: StopSignal
  ) throws(SolverError) -> (termination: Termination, values: [Double], rowDuals: [Double]) {
    if !relaxed.exclusions.isEmpty {
      let result = try Solver.solve(relaxed, options: SolveOptions(gap: 0.02), stop: stop)
      let (values, duals) = (result.values, result.rowDuals)
      return (result.hasValues ? .optimal : result.termination, values, duals)
    }
    guard relaxed.stageCount > Solver.exactStages else {
      let solution = try Simplex.solve(FlatProgram(relaxed), stop: stop)
      return (solution.termination, solution.values, solution.rowDuals)
    }
    let result = try TwinRolling.run(
      relaxed,
      options: SolveOptions(gap: 0.02, threads: 2, window: window),
      monitor: SolveMonitor(),
      stop: stop
    )
    return (result.hasValues ? .optimal : result.termination, result.values, result.rowDuals)
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
      let (most, least) = (reach(of: row, in: program, 1), reach(of: row, in: program, -1))
      let above = builder.addColumn(cost: 1, upper: least, stage: stage)
      let below = builder.addColumn(cost: 1, upper: most, stage: stage)
      if program.rowLower[row] > -.infinity { builder.add(1, column: above, row: row) }
      if program.rowUpper[row] < .infinity { builder.add(-1, column: below, row: row) }
    }
    return builder.build()
  }

  /// The most that a row can be above its upper bound, or with sign −1 below its lower bound.
  private static func reach(of row: Int, in program: LinearProgram, _ sign: Double) -> Double {
    let limit = sign > 0 ? program.rowUpper[row] : -program.rowLower[row]
    guard limit.isFinite else { return 0 }
    var most = 0.0
    for entry in program.rows.starts[row]..<program.rows.starts[row + 1] {
      let column = Int(program.rows.indices[entry])
      most -= Certificate.least(
        -sign * program.rows.values[entry],
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
    }
    return max(most - limit, 0)
  }
}
