/// The rows without a stage, such as yearly limits, as a primal pass sees them.
///
/// A window may use what is left of a row after what the past has used and the least the future can
/// do with, by its column bounds. Where guidance gives a price, a *pace* leads the running level
/// along the guided one: leaving it costs a fraction of the price, either way.
struct LongRows: Sendable {
  struct Row: Sendable {
    let row: Int
    /// The entries, in the order of the columns' ranks.
    var ranks: [Int32] = []
    var values: [Double] = []
    /// The first entry of each stage.
    var start: [Int]
    /// What columns without a stage add.
    var constant = 0.0
    /// The least and the most that the stages from each one on can add.
    var restLeast: [Double]
    var restMost: [Double]
    /// The guided level before each stage, moved so that the last one satisfies the row.
    var pace: [Double] = []
    /// Whether guidance has a price that leads along the pace.
    var isSteered = false
  }

  /// What a stretch of stages has to keep to: levels of each row before it and at its end.
  struct Limits: Sendable {
    var before: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []
  }

  private(set) var rows: [Row] = []

  private let steering: Double
  private let stages: Int
  private let lower: [Double]
  private let upper: [Double]

  /// Steers as usual, or as many times harder.
  init(_ context: RollingContext, steering: Double) {
    self.steering = steering
    stages = context.index.stages
    for row in context.index.longRows { rows.append(Self.row(row, context)) }
    lower = rows.map { context.program.rowLower[$0.row] }
    upper = rows.map { context.program.rowUpper[$0.row] }
  }

  private static func row(_ row: Int, _ context: RollingContext) -> Row {
    let (program, index) = (context.program, context.index)
    let entries = (program.rows.starts[row]..<program.rows.starts[row + 1])
      .sorted {
        index.columnRank[Int(program.rows.indices[$0])]
          < index.columnRank[Int(program.rows.indices[$1])]
      }
    var result = Row(
      row: row,
      start: [Int](repeating: 0, count: index.stages + 1),
      restLeast: [Double](repeating: 0, count: index.stages + 1),
      restMost: [Double](repeating: 0, count: index.stages + 1)
    )
    var guided = [Double](repeating: 0, count: index.stages + 1)
    for entry in entries {
      let column = Int(program.rows.indices[entry])
      let value = program.rows.values[entry]
      guard index.columnRank[column] >= 0 else {
        result.constant += value * context.globalLevels[column]
        continue
      }
      let stage = Int(program.columnStage[column])
      result.ranks.append(index.columnRank[column])
      result.values.append(value)
      result.start[stage + 1] += 1
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      result.restLeast[stage] += Certificate.least(value, lower: lower, upper: upper)
      result.restMost[stage] -= Certificate.least(-value, lower: lower, upper: upper)
      guided[stage + 1] += value * context.guidance.levels[column]
    }
    for stage in 0..<index.stages { result.start[stage + 1] += result.start[stage] }
    for stage in (0..<index.stages).reversed() {
      result.restLeast[stage] += result.restLeast[stage + 1]
      result.restMost[stage] += result.restMost[stage + 1]
    }
    guided[0] = result.constant
    for stage in 0..<index.stages { guided[stage + 1] += guided[stage] }
    if guided[index.stages].isFinite {
      result.pace = scaled(guided, to: row, in: program)
      result.isSteered = context.rowDuals[row] != 0
    }
    return result
  }

  /// The guided levels, moved so that the last one satisfies the row.
  private static func scaled(
    _ guided: [Double],
    to row: Int,
    in program: LinearProgram
  ) -> [Double] {
    let end = guided[guided.count - 1]
    let goal = min(max(end, program.rowLower[row]), program.rowUpper[row])
    let stages = Double(guided.count - 1)
    return guided.enumerated().map { $1 + (goal - end) * Double($0) / stages }
  }

  /// Whether every row has a pace, so that stretches can be decided apart from each other.
  var havePaces: Bool { rows.allSatisfy { !$0.pace.isEmpty } }

  /// What all stages from one on have to keep to, when the stages before it are decided.
  func limits(from stage: Int, values: [Double]) -> Limits {
    Limits(
      before: rows.map { row in
        var sum = row.constant
        for entry in 0..<row.start[stage] {
          sum += row.values[entry] * values[Int(row.ranks[entry])]
        }
        return sum
      },
      lower: lower,
      upper: upper
    )
  }

  /// What a stretch has to keep to by its pace, with its part of the slack that guidance leaves.
  ///
  /// Stretches that keep to theirs satisfy the rows together.
  func limits(ofStretch stretch: Range<Int>) -> Limits {
    var result = Limits()
    let share = Double(stretch.upperBound) / Double(stages)
    let shareBefore = Double(stretch.lowerBound) / Double(stages)
    for (number, row) in rows.enumerated() {
      let (first, end) = (row.pace[stretch.lowerBound], row.pace[stretch.upperBound])
      let (over, under) = (upper[number] - row.pace[stages], row.pace[stages] - lower[number])
      result.before.append(first)
      result.lower.append(end - (share - shareBefore) * under)
      result.upper.append(end + (share - shareBefore) * over)
    }
    return result
  }

  /// Adds what a window of a stretch must know of each row.
  ///
  /// The values are those decided so far, by rank from the stretch's first on.
  func add(
    to window: inout RollingWindow,
    of stretch: PrimalStretch,
    context: RollingContext,
    values: [Double]
  ) {
    let (first, end) = (window.stages.lowerBound, window.stages.upperBound)
    let limited = min(end, stretch.stages.upperBound)
    for (number, row) in rows.enumerated() where row.start[first] < row.start[stages] {
      var used = stretch.limits.before[number]
      for entry in row.start[stretch.earliest]..<row.start[first] {
        used += row.values[entry] * values[Int(row.ranks[entry]) - stretch.firstRank]
      }
      let rest = stretch.stages.upperBound
      let most = Self.difference(row.restMost[limited], row.restMost[rest], .infinity)
      let least = Self.difference(row.restLeast[limited], row.restLeast[rest], -.infinity)
      let lower = stretch.limits.lower[number] - used - most
      let upper = stretch.limits.upper[number] - used - least
      let hard = window.program.addRow(lower: min(lower, upper), upper: upper)
      addEntries(of: row, first..<limited, at: hard, to: &window, context.index)
      window.extraKeys.append(Int32(row.row))
      guard row.isSteered, end < stages else { continue }
      let fee = steering * 0.3 * abs(context.rowDuals[row.row])
      let goal = row.pace[end] - used
      let steered = window.program.addRow(lower: goal, upper: goal)
      addEntries(of: row, first..<end, at: steered, to: &window, context.index)
      let over = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      let under = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      window.program.add(-1, column: over, row: steered)
      window.program.add(1, column: under, row: steered)
      window.extraKeys.append(-1 - Int32(row.row))
    }
  }

  /// The difference of two sums that may be infinite; what is infinite stays so.
  private static func difference(_ left: Double, _ right: Double, _ infinite: Double) -> Double {
    let difference = left - right
    return left == right ? 0 : difference.isNaN ? infinite : difference
  }

  private func addEntries(
    of row: Row,
    _ stages: Range<Int>,
    at position: Int,
    to window: inout RollingWindow,
    _ index: StagedIndex
  ) {
    let base = Int32(index.columnStart[window.stages.lowerBound])
    for entry in row.start[stages.lowerBound]..<row.start[stages.upperBound] {
      window.program.add(row.values[entry], column: Int(row.ranks[entry] - base), row: position)
    }
  }
}
