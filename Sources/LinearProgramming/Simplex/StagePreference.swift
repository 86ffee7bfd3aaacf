/// The preferred among points of one cost, sought stage by stage from a point inside the optimal face.
///
/// An interior point ends in the middle of all optima, where everything that is tied is shared out. In each stage the
/// columns that may move at no cost, by the duals, take the preferred values that keep every row as well as the
/// point did and cost no more than it does; all else is held. What couples stages so keeps its value.
package struct StagePreference {
  /// A reduced cost below this part of its terms may be none; the row of the cost sees to it.
  private static let tolerance = 1e-5

  private let program: LinearProgram
  private let index: StagedIndex
  private let isFree: [Bool]
  private var values: [Double]
  private var activity: [Double]

  /// Moves a point within its cost; returns it as it was where nothing is preferred.
  package static func settled(
    _ values: [Double],
    rowDuals: [Double],
    in program: LinearProgram,
    stop: StopSignal
  ) throws(SolverError) -> [Double] {
    guard !program.preference.isEmpty, rowDuals.count == program.rowCount else { return values }
    var settling = StagePreference(values, rowDuals, program)
    for stage in 0..<settling.index.stages {
      guard !stop.isRaised else { break }
      try settling.settle(stage, stop: stop)
    }
    return settling.values
  }

  private init(_ values: [Double], _ rowDuals: [Double], _ program: LinearProgram) {
    self.program = program
    self.values = values
    index = StagedIndex(program)
    activity = (0..<program.rowCount).map { program.activity(ofRow: $0, at: values) }
    let reduced = Certificate.reducedCosts(program, cost: program.cost, rowDuals: rowDuals)
    isFree = reduced.indices.map { column in
      guard program.columnLower[column] < program.columnUpper[column] else { return false }
      let entries = program.columns.starts[column]..<program.columns.starts[column + 1]
      let size = entries.reduce(1 + abs(program.cost[column])) { sum, entry in
        sum + abs(program.columns.values[entry] * rowDuals[Int(program.columns.indices[entry])])
      }
      return abs(reduced[column]) <= Self.tolerance * size
    }
  }

  /// Whether a column could move to where it is preferred.
  private func canGain(_ column: Int) -> Bool {
    let weight = program.preference[column]
    guard weight != 0 else { return false }
    let bound = weight > 0 ? program.columnLower[column] : program.columnUpper[column]
    return abs(values[column] - bound) > 1e-6
  }

  private mutating func settle(_ stage: Int, stop: StopSignal) throws(SolverError) {
    let columns = (index.columnStart[stage]..<index.columnStart[stage + 1])
      .map { Int(index.columnOrder[$0]) }
      .filter { isFree[$0] }
    guard columns.contains(where: canGain) else { return }
    let (flat, rows) = part(of: columns)
    let solution = try Simplex.solve(flat, stop: stop)
    guard solution.termination == .optimal, solution.values.count == columns.count else { return }
    let moves = zip(columns, solution.values).map { column, value in
      min(max(value, program.columnLower[column]), program.columnUpper[column]) - values[column]
    }
    let gain = zip(columns, moves).reduce(0) { $0 + program.preference[$1.0] * $1.1 }
    guard gain < 0 else { return }
    for (column, move) in zip(columns, moves) { values[column] += move }
    for row in rows { activity[row] = program.activity(ofRow: row, at: values) }
  }

  /// The program of some columns beside all others as they are, with the rows that it changes.
  private func part(of columns: [Int]) -> (FlatProgram, [Int]) {
    var flat = FlatProgram()
    var position: [Int: Int] = [:]
    var rows: [Int] = []
    var inside: [Double] = []
    for column in columns {
      let place = flat.addColumn(
        cost: program.preference[column],
        lower: program.columnLower[column],
        upper: program.columnUpper[column]
      )
      for entry in program.columns.starts[column]..<program.columns.starts[column + 1] {
        let row = Int(program.columns.indices[entry])
        if position[row] == nil {
          position[row] = flat.addRow(lower: 0, upper: 0)
          rows.append(row)
          inside.append(0)
        }
        let place = (row: position[row] ?? 0, column: place)
        flat.add(program.columns.values[entry], column: place.column, row: place.row)
        inside[place.row] += program.columns.values[entry] * values[column]
      }
    }
    for (place, row) in rows.enumerated() {
      let outside = activity[row] - inside[place]
      flat.rowLower[place] = min(program.rowLower[row], activity[row]) - outside
      flat.rowUpper[place] = max(program.rowUpper[row], activity[row]) - outside
    }
    let paid = columns.reduce(0) { $0 + program.cost[$1] * values[$1] }
    let cost = flat.addRow(lower: -.infinity, upper: paid)
    for (place, column) in columns.enumerated() {
      flat.add(program.cost[column], column: place, row: cost)
    }
    return (flat, rows)
  }
}
