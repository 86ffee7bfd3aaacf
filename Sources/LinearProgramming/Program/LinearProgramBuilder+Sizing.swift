/// A bound that moves with columns: `constant + Σ slope · x`.
package struct MovingBound: Sendable {
  /// The bound where all columns are 0.
  package let constant: Double
  /// What each column adds to it.
  package let slopes: [(column: Int, slope: Double)]
  /// The bound at its lowest and at its highest.
  package let range: ClosedRange<Double>

  package init(
    constant: Double,
    slopes: [(column: Int, slope: Double)],
    range: ClosedRange<Double>
  ) {
    (self.constant, self.slopes, self.range) = (constant, slopes, range)
  }
}

/// Bounds that move with columns, such as sizes.
extension LinearProgramBuilder {
  /// Multiplies the bounds of the columns and rows from given ones on by a sum of columns and a constant.
  ///
  /// The size is taken to lie between 0 and 1.
  package mutating func sizeBounds(
    columnsFrom firstColumn: Int,
    rowsFrom firstRow: Int,
    by size: [(column: Int, coefficient: Double)],
    plus constant: Double
  ) {
    moveBounds(columnsFrom: firstColumn, rowsFrom: firstRow) { bound, _, _ in
      guard bound != 0, bound.isFinite else { return nil }
      return MovingBound(
        constant: bound * constant,
        slopes: size.map { ($0.column, bound * $0.coefficient) },
        range: min(bound, 0)...max(bound, 0)
      )
    }
  }

  /// Which bound of a row or column is meant.
  package enum Side: Sendable {
    case lower, upper
  }

  /// A row or a column of the program.
  package enum Place: Sendable {
    case column(Int)
    case row(Int)
  }

  /// Lets bounds of the columns and rows from given ones on move with columns.
  ///
  /// A column's bound becomes a row, and the column keeps the widest it can be; a row's becomes an entry of it.
  ///
  /// - Parameters:
  ///   - firstColumn: The first column whose bounds may move.
  ///   - firstRow: The first row whose bounds may move.
  ///   - moving: How a bound moves, nil where it stays.
  package mutating func moveBounds(
    columnsFrom firstColumn: Int,
    rowsFrom firstRow: Int,
    as moving: (_ bound: Double, Place, Side) -> MovingBound?
  ) {
    let (columns, rows) = (firstColumn..<columnCount, firstRow..<rowCount)
    let implied = impliedBounds(columns, rows, moving)
    beginRows("size of rows")
    moveRows(rows, moving)
    beginRows("size of bounds")
    for column in columns {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let low = moving(lower, .column(column), .lower)
      let high = moving(upper, .column(column), .upper)
      guard low != nil || high != nil else { continue }
      setBounds(
        ofColumn: column,
        lower: low.map { min($0.range.lowerBound * Self.room, $0.range.lowerBound) } ?? lower,
        upper: high.map { max($0.range.upperBound * Self.room, $0.range.upperBound) } ?? upper
      )
      let stage = Int(program.columnStage[column])
      if let low, let high, lower == upper, low.moves(as: high) {
        limit(column, by: high, lower: -high.constant, upper: -high.constant, stage: stage)
        continue
      }
      if let low { limit(column, by: low, lower: -.infinity, upper: -low.constant, stage: stage) }
      if let high, !implied[column - firstColumn] {
        limit(column, by: high, lower: -high.constant, upper: .infinity, stage: stage)
      }
    }
  }

  /// How much wider than its moving bound a column is: the row binds then, and its dual tells what more size is worth.
  private static let room = 1.05

  /// Which columns have an upper bound that rows imply, however it moves.
  private func impliedBounds(
    _ columns: Range<Int>,
    _ rows: Range<Int>,
    _ moving: (_ bound: Double, Place, Side) -> MovingBound?
  ) -> [Bool] {
    var sizes: [Int] = []
    func moved(_ value: Double, _ place: Place, _ side: Side) -> (moving: [Double], moves: Bool) {
      guard let bound = moving(value, place, side) else { return ([value], false) }
      var result = [Double](repeating: 0, count: sizes.count + 1)
      result[0] = bound.constant
      for part in bound.slopes {
        if let index = sizes.firstIndex(of: part.column) {
          result[index + 1] += part.slope
        } else {
          sizes.append(part.column)
          result.append(part.slope)
        }
      }
      return (result, true)
    }
    var uppers = columns.map { moved(program.columnUpper[$0], .column($0), .upper) }
    let lowers = columns.map { column in
      let lower = program.columnLower[column]
      return moving(lower, .column(column), .lower) == nil ? lower : -.infinity
    }
    var mosts = rows.map { moved(program.rowUpper[$0], .row($0), .upper).moving }
    var leasts = rows.map { moved(program.rowLower[$0], .row($0), .lower).moving }
    func pad(_ moving: inout [Double]) {
      moving += [Double](repeating: 0, count: sizes.count + 1 - moving.count)
    }
    for index in uppers.indices { pad(&uppers[index].moving) }
    for index in mosts.indices { pad(&mosts[index]) }
    for index in leasts.indices { pad(&leasts[index]) }
    var implied = ImpliedBounds(
      firstColumn: columns.lowerBound,
      lower: lowers,
      upper: uppers.map(\.moving),
      moves: uppers.map(\.moves)
    )
    var rowEntries = [[(column: Int, value: Double)]](repeating: [], count: rows.count)
    for entry in entries(ofRowsFrom: rows.lowerBound) where rows.contains(Int(entryRows[entry])) {
      rowEntries[Int(entryRows[entry]) - rows.lowerBound]
        .append((Int(entryColumns[entry]), entryValues[entry]))
    }
    for index in rowEntries.indices {
      if mosts[index][0] < .infinity { implied.add(rowEntries[index], most: mosts[index]) }
      if leasts[index][0] > -.infinity {
        implied.add(
          rowEntries[index].map { ($0.column, -$0.value) },
          most: leasts[index].map { -$0 }
        )
      }
    }
    return implied.found()
  }

  /// The entries since a row was begun: those before it are never looked at again.
  private func entries(ofRowsFrom firstRow: Int) -> Range<Int> {
    var first = entryRows.count
    while first > 0, Int(entryRows[first - 1]) >= firstRow { first -= 1 }
    return first..<entryRows.count
  }

  /// States `Σ slope · x − column` between two sides.
  private mutating func limit(
    _ column: Int,
    by bound: MovingBound,
    lower: Double,
    upper: Double,
    stage: Int
  ) {
    let row = addRow(lower: lower, upper: upper, stage: stage)
    add(-1, column: column, row: row)
    for part in bound.slopes { add(part.slope, column: part.column, row: row) }
  }

  private mutating func moveRows(
    _ rows: Range<Int>,
    _ moving: (_ bound: Double, Place, Side) -> MovingBound?
  ) {
    var copies: [Int: Int] = [:]
    var sizes: Set<Int32> = []
    for row in rows {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      let low = moving(lower, .row(row), .lower)
      let high = moving(upper, .row(row), .upper)
      guard low != nil || high != nil else { continue }
      for part in (low?.slopes ?? []) + (high?.slopes ?? []) { sizes.insert(Int32(part.column)) }
      let isOneSided = !lower.isFinite || !upper.isFinite
      let isEqual = lower == upper && low.map { $0.moves(as: high) } ?? false
      if let bound = high ?? low, isOneSided || isEqual {
        if lower.isFinite { program.rowLower[row] = bound.constant }
        if upper.isFinite { program.rowUpper[row] = bound.constant }
        for part in bound.slopes { add(-part.slope, column: part.column, row: row) }
        continue
      }
      // The upper side stays with the row, the lower gets a copy of it.
      program.rowLower[row] = -.infinity
      program.rowUpper[row] = high?.constant ?? upper
      for part in high?.slopes ?? [] { add(-part.slope, column: part.column, row: row) }
      let copy = addRow(
        lower: low?.constant ?? lower,
        upper: .infinity,
        stage: Int(program.rowStage[row])
      )
      for part in low?.slopes ?? [] { add(-part.slope, column: part.column, row: copy) }
      copies[row] = copy
    }
    guard !copies.isEmpty else { return }
    for entry in entries(ofRowsFrom: rows.lowerBound) {
      guard let copy = copies[Int(entryRows[entry])], !sizes.contains(entryColumns[entry]) else {
        continue
      }
      add(entryValues[entry], column: Int(entryColumns[entry]), row: copy)
    }
  }
}

extension MovingBound {
  /// Whether another bound is always the same.
  fileprivate func moves(as other: MovingBound?) -> Bool {
    guard let other, constant == other.constant, slopes.count == other.slopes.count else {
      return false
    }
    return zip(slopes, other.slopes).allSatisfy {
      $0.0.column == $0.1.column && $0.0.slope == $0.1.slope
    }
  }
}
