/// The rows without a stage, such as yearly limits, as a primal pass sees them.
///
/// A window may use what is left of a row after what the past has used and the least the future can
/// do with, by its column bounds. Where guidance gives a price, a *pace* leads the running level
/// along the guided one: leaving it costs a fraction of the price, either way.
struct LongRows: Sendable {
  struct Row: Sendable {
    let row: Int
    /// The entries, in the order of the columns' ranks.
    var columns: [Int32] = []
    var values: [Double] = []
    /// The first entry of each stage.
    var start: [Int]
    /// What columns without a stage add.
    var constant = 0.0
    /// The least and the most that the stages from each one on can add.
    var restLeast: [Double]
    var restMost: [Double]
    /// The guided level before each stage; empty where guidance has none.
    var pace: [Double] = []
  }

  private(set) var rows: [Row] = []

  private let steering: Double

  /// Steers as usual, or as many times harder.
  init(_ context: RollingContext, steering: Double) {
    self.steering = steering
    for row in context.index.longRows { rows.append(Self.row(row, context)) }
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
      result.columns.append(Int32(column))
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
    if guided[index.stages].isFinite, context.rowDuals[row] != 0 {
      result.pace = scaled(guided, to: row, in: program)
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

  /// What the stages before one have added to a row.
  func used(_ row: Row, before stage: Int, values: [Double]) -> Double {
    var sum = row.constant
    for entry in 0..<row.start[stage] {
      sum += row.values[entry] * values[Int(row.columns[entry])]
    }
    return sum
  }

  /// Adds what a window must know of each row.
  func add(to window: inout RollingWindow, context: RollingContext, values: [Double]) {
    let (first, end) = (window.stages.lowerBound, window.stages.upperBound)
    for row in rows where row.start[first] < row.start[row.start.count - 1] {
      let used = used(row, before: first, values: values)
      let lower = context.program.rowLower[row.row] - used - row.restMost[end]
      let upper = context.program.rowUpper[row.row] - used - row.restLeast[end]
      let hard = window.program.addRow(
        lower: lower.isNaN ? -.infinity : min(lower, upper),
        upper: upper.isNaN ? .infinity : upper
      )
      addEntries(of: row, at: hard, to: &window, context.index)
      window.extraKeys.append(Int32(row.row))
      guard !row.pace.isEmpty, end < context.index.stages else { continue }
      let fee = steering * 0.3 * abs(context.rowDuals[row.row])
      let goal = row.pace[end] - used
      let steered = window.program.addRow(lower: goal, upper: goal)
      addEntries(of: row, at: steered, to: &window, context.index)
      let over = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      let under = window.program.addColumn(cost: fee, lower: 0, upper: .infinity)
      window.program.add(-1, column: over, row: steered)
      window.program.add(1, column: under, row: steered)
      window.extraKeys.append(-1 - Int32(row.row))
    }
  }

  private func addEntries(
    of row: Row,
    at position: Int,
    to window: inout RollingWindow,
    _ index: StagedIndex
  ) {
    let base = Int32(index.columnStart[window.stages.lowerBound])
    for entry in row.start[window.stages.lowerBound]..<row.start[window.stages.upperBound] {
      let rank = index.columnRank[Int(row.columns[entry])]
      window.program.add(row.values[entry], column: Int(rank - base), row: position)
    }
  }
}
