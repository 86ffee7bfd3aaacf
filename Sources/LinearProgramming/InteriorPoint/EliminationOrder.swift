/// The order in which the rows of a program are eliminated, and its columns in the order they follow.
struct EliminationOrder {
  /// The row at each place.
  let rowOrder: [Int32]
  /// The columns by the first place they touch; those that touch none or are fixed come last.
  private(set) var columnOrder: [Int32] = []
  /// The number of columns that touch a place.
  private(set) var begunColumns = 0
  /// The fronts of the elimination.
  let tree: FrontTree

  /// An order for rows that each have a stage, −1 where there is none.
  init(_ program: FlatProgram, stage: [Int32]) throws(SolverError) {
    let columns = Self.movingColumns(of: program)
    let dissection = TimeDissection(
      columnsOf: columns.transposed(width: program.rowCount),
      columnCount: program.columnCount,
      stage: stage
    )
    var analysis = try FrontAnalysis(columns: columns, group: dissection.group)
    var tree = FrontTree(analysis)
    if tree.workPerNumber > Self.wideWork {
      let plain = try FrontAnalysis(columns: columns, group: dissection.group.map { _ in 0 })
      let other = FrontTree(plain)
      if other.work < tree.work { (analysis, tree) = (plain, other) }
    }
    rowOrder = analysis.rowOrder
    self.tree = tree
    sort(columns)
  }

  /// Multiplications for each number of a factor by time from which an order of minimum degree alone is tried.
  ///
  /// Where hundreds of units are joined by a few balances an hour, what crosses an hour is wide, and each
  /// unit by itself, through all hours, is eliminated sooner: 100 units over 168 h then take a seventieth of the
  /// work, 978 over 48 h a six-thousandth. Grids of a few clusters stay far below this.
  private static let wideWork = 1_000.0

  private static func movingColumns(of program: FlatProgram) -> SparseMatrix {
    var (columns, rows) = ([Int32](), [Int32]())
    for entry in program.entryRow.indices {
      let column = Int(program.entryColumn[entry])
      guard program.columnLower[column] < program.columnUpper[column] else { continue }
      columns.append(Int32(column))
      rows.append(program.entryRow[entry])
    }
    return SparseMatrix(
      vectors: program.columnCount,
      width: program.rowCount,
      vectorOf: columns,
      indexOf: rows,
      values: [Double](repeating: 1, count: rows.count)
    )
  }

  /// Orders columns by the first place they touch, by counting.
  private mutating func sort(_ columns: SparseMatrix) {
    let count = columns.starts.count - 1
    var placeOf = [Int32](repeating: 0, count: rowOrder.count)
    for (place, row) in rowOrder.enumerated() { placeOf[Int(row)] = Int32(place) }
    let first = (0..<count).map { column in
      columns.indices[columns.starts[column]..<columns.starts[column + 1]].reduce(
        Int32(rowOrder.count)
      ) { min($0, placeOf[Int($1)]) }
    }
    var next = [Int](repeating: 0, count: rowOrder.count + 2)
    for place in first { next[Int(place) + 1] += 1 }
    for place in 0...rowOrder.count { next[place + 1] += next[place] }
    begunColumns = next[rowOrder.count]
    columnOrder = [Int32](repeating: 0, count: count)
    for column in 0..<count {
      columnOrder[next[Int(first[column])]] = Int32(column)
      next[Int(first[column])] += 1
    }
  }
}

extension FlatProgram {
  /// The same program with rows and columns in another order.
  func reordered(rows: [Int32], columns: [Int32]) -> FlatProgram {
    var result = FlatProgram()
    for column in columns.lazy.map(Int.init) {
      result.addColumn(cost: cost[column], lower: columnLower[column], upper: columnUpper[column])
    }
    for row in rows.lazy.map(Int.init) {
      result.addRow(lower: rowLower[row], upper: rowUpper[row])
    }
    let (placeOfRow, placeOfColumn) = (Self.inverse(of: rows), Self.inverse(of: columns))
    result.entryRow = entryRow.map { placeOfRow[Int($0)] }
    result.entryColumn = entryColumn.map { placeOfColumn[Int($0)] }
    result.entryValue = entryValue
    return result
  }

  private static func inverse(of order: [Int32]) -> [Int32] {
    var result = order
    for (place, index) in order.enumerated() { result[Int(index)] = Int32(place) }
    return result
  }
}

extension [Int32] {
  /// Numbers in this order, back where they came from.
  func restored(_ numbers: [Double]) -> [Double] {
    var result = numbers
    for (place, index) in enumerated() { result[Int(index)] = numbers[place] }
    return result
  }
}
