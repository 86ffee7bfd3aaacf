/// A copy of a staged program in which nothing couples more than neighbouring stages.
///
/// A column without a stage becomes one copy a stage, each equal to the last, unless it is fixed; a row without a stage
/// becomes a running sum. The interior-point method factorises `A·D·Aᵀ`, whose cost then grows only
/// linearly with the stages.
struct ChainedProgram {
  private var flat = FlatProgram()
  /// The stage of each row of the copy; −1 where it has none.
  private(set) var rowStage: [Int32] = []
  private var program: LinearProgram
  private var index: StagedIndex
  private let columnLower: [Double]
  private let columnUpper: [Double]
  /// The first copy of each column.
  private var place: [Int32]
  /// The links of each chained row: rows of the copy, in the order of the stages.
  private var links: [(row: Int, copies: [Int])] = []
  private var rowPlace: [Int32]

  init(_ program: LinearProgram) {
    self.program = program
    (columnLower, columnUpper) = (program.columnLower, program.columnUpper)
    index = StagedIndex(program)
    place = [Int32](repeating: -1, count: program.columnCount)
    rowPlace = [Int32](repeating: -1, count: program.rowCount)
    for column in 0..<program.columnCount {
      place[column] = Int32(
        flat.addColumn(
          cost: program.cost[column],
          lower: program.columnLower[column],
          upper: program.columnUpper[column]
        )
      )
    }
    addPlainRows()
    for column in 0..<program.columnCount where program.columnStage[column] < 0 {
      addEntries(ofGlobalColumn: column)
    }
    for row in 0..<program.rowCount where rowPlace[row] < 0 { addChain(of: row) }
  }

  /// Rows of few entries, or of neighbouring stages, as they are.
  private mutating func addPlainRows() {
    for row in 0..<program.rowCount {
      let entries = program.rows.starts[row]..<program.rows.starts[row + 1]
      guard index.rowStage[row] >= 0 || entries.count <= 8 else { continue }
      let position = flat.addRow(lower: program.rowLower[row], upper: program.rowUpper[row])
      rowStage.append(index.rowStage[row])
      rowPlace[row] = Int32(position)
      for entry in entries {
        let column = Int(program.rows.indices[entry])
        guard program.columnStage[column] >= 0 || index.rowStage[row] < 0 else { continue }
        flat.add(program.rows.values[entry], column: Int(place[column]), row: position)
      }
    }
  }

  /// Copies of a column without a stage, one for each stage where it is used.
  private mutating func addEntries(ofGlobalColumn column: Int) {
    var copy = Int(place[column])
    var stage: Int32 = -1
    // What is fixed moves to the right-hand sides and joins nothing.
    let isFixed = program.columnLower[column] == program.columnUpper[column]
    let entries = (program.columns.starts[column]..<program.columns.starts[column + 1])
      .filter { index.rowStage[Int(program.columns.indices[$0])] >= 0 }
      .sorted {
        let (left, right) = (Int(program.columns.indices[$0]), Int(program.columns.indices[$1]))
        return (index.rowStage[left], left) < (index.rowStage[right], right)
      }
    for entry in entries {
      let row = Int(program.columns.indices[entry])
      if stage >= 0, index.rowStage[row] != stage, !isFixed {
        let lower = program.columnLower[column]
        let upper = program.columnUpper[column]
        let next = flat.addColumn(cost: 0, lower: lower, upper: upper)
        let link = flat.addRow(lower: 0, upper: 0)
        rowStage.append(index.rowStage[row])
        flat.add(1, column: next, row: link)
        flat.add(-1, column: copy, row: link)
        copy = next
      }
      stage = index.rowStage[row]
      flat.add(program.columns.values[entry], column: copy, row: Int(rowPlace[row]))
    }
  }

  /// A running sum through the stages of a row.
  private mutating func addChain(of row: Int) {
    let entries = (program.rows.starts[row]..<program.rows.starts[row + 1])
      .sorted {
        let (left, right) = (Int(program.rows.indices[$0]), Int(program.rows.indices[$1]))
        return (program.columnStage[left], left) < (program.columnStage[right], right)
      }
    var copies: [Int] = []
    var (least, most, sum) = (0.0, 0.0, -1)
    var position = 0
    while position < entries.count {
      let stage = program.columnStage[Int(program.rows.indices[entries[position]])]
      let link = flat.addRow(lower: 0, upper: 0)
      rowStage.append(stage)
      copies.append(link)
      if sum >= 0 { flat.add(1, column: sum, row: link) }
      while position < entries.count {
        let column = Int(program.rows.indices[entries[position]])
        guard program.columnStage[column] == stage else { break }
        let value = program.rows.values[entries[position]]
        flat.add(value, column: Int(place[column]), row: link)
        let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
        least += Certificate.least(value, lower: lower, upper: upper)
        most -= Certificate.least(-value, lower: lower, upper: upper)
        position += 1
      }
      let isLast = position == entries.count
      sum = flat.addColumn(
        cost: 0,
        lower: isLast ? program.rowLower[row] : least,
        upper: isLast ? program.rowUpper[row] : most
      )
      flat.add(-1, column: sum, row: link)
    }
    links.append((row, copies))
  }

  /// The copy; neither it nor the program is kept here any longer.
  mutating func takeCopy() -> FlatProgram {
    let copy = flat
    flat = FlatProgram()
    program = LinearProgram()
    index = StagedIndex(program)
    return copy
  }

  /// The values of the program's own columns.
  func values(of copy: [Double]) -> [Double] {
    place.indices.map { column in
      min(max(copy[Int(place[column])], columnLower[column]), columnUpper[column])
    }
  }

  /// The duals of the program's own rows; a chained row's is the mean of its links'.
  func rowDuals(of copy: [Double]) -> [Double] {
    var duals = rowPlace.map { $0 >= 0 ? copy[Int($0)] : 0 }
    for (row, copies) in links where !copies.isEmpty {
      duals[row] = copies.reduce(0) { $0 + copy[$1] } / Double(copies.count)
    }
    return duals
  }
}
