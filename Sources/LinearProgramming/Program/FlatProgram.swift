/// A linear program without stages or families, as an engine takes it.
///
/// Entries are triplets counted from 0, in any order, without duplicates.
package struct FlatProgram: Sendable, Equatable {
  /// Objective coefficient of each column.
  package var cost: [Double] = []
  /// What decides among points of one cost, a weight a column; empty where nothing is preferred.
  package var preference: [Double] = []
  /// Lower bound of each column.
  package var columnLower: [Double] = []
  /// Upper bound of each column.
  package var columnUpper: [Double] = []
  /// Lower bound of each row.
  package var rowLower: [Double] = []
  /// Upper bound of each row.
  package var rowUpper: [Double] = []
  /// Row of each entry.
  package var entryRow: [Int32] = []
  /// Column of each entry.
  package var entryColumn: [Int32] = []
  /// Value of each entry.
  package var entryValue: [Double] = []

  package init() {}

  /// The whole of a staged program.
  package init(_ program: LinearProgram) {
    cost = program.cost
    preference = program.preference
    columnLower = program.columnLower
    columnUpper = program.columnUpper
    rowLower = program.rowLower
    rowUpper = program.rowUpper
    entryColumn = program.rows.indices
    entryValue = program.rows.values
    entryRow.reserveCapacity(entryColumn.count)
    for row in 0..<program.rowCount {
      for _ in program.rows.starts[row]..<program.rows.starts[row + 1] {
        entryRow.append(Int32(row))
      }
    }
  }

  /// Appends a column and returns its index.
  @discardableResult
  package mutating func addColumn(
    cost: Double,
    preference: Double = 0,
    lower: Double,
    upper: Double
  ) -> Int {
    if preference != 0 || !self.preference.isEmpty {
      self.preference += [Double](repeating: 0, count: columnCount - self.preference.count)
      self.preference.append(preference)
    }
    self.cost.append(cost)
    columnLower.append(lower)
    columnUpper.append(upper)
    return self.cost.count - 1
  }

  /// Appends a row and returns its index.
  @discardableResult
  package mutating func addRow(lower: Double, upper: Double) -> Int {
    rowLower.append(lower)
    rowUpper.append(upper)
    return rowLower.count - 1
  }

  /// Appends an entry.
  package mutating func add(_ value: Double, column: Int, row: Int) {
    guard value != 0 else { return }
    entryRow.append(Int32(row))
    entryColumn.append(Int32(column))
    entryValue.append(value)
  }

  /// The number of columns.
  package var columnCount: Int { cost.count }
  /// The number of rows.
  package var rowCount: Int { rowLower.count }

  /// What a point costs.
  func cost(of values: [Double]) -> Double { zip(cost, values).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Whether a point keeps all bounds, up to a small part of the terms that make up a row.
  func isMet(by values: [Double]) -> Bool {
    let tolerance = 1e-6
    guard values.count == columnCount else { return false }
    var activity = [Double](repeating: 0, count: rowCount)
    var size = [Double](repeating: 1, count: rowCount)
    for entry in entryRow.indices {
      let term = entryValue[entry] * values[Int(entryColumn[entry])]
      activity[Int(entryRow[entry])] += term
      size[Int(entryRow[entry])] += abs(term)
    }
    for row in 0..<rowCount {
      let off = max(rowLower[row] - activity[row], activity[row] - rowUpper[row])
      guard off <= tolerance * size[row] else { return false }
    }
    return isWithinBounds(values)
  }

  /// Whether a point keeps the bounds of the columns, up to a small part of its values.
  func isWithinBounds(_ values: [Double]) -> Bool {
    values.indices.allSatisfy { column in
      let off = max(columnLower[column] - values[column], values[column] - columnUpper[column])
      return off <= 1e-6 * (1 + abs(values[column]))
    }
  }

  /// Throws unless every number is one a solver can take.
  package func validate() throws(SolverError) {
    try Self.requireFinite(cost, "the cost of column")
    try Self.requireFinite(preference, "the preference of column")
    try Self.requireFinite(entryValue, "the coefficient of entry")
    try Self.requireOrder(columnLower, columnUpper, "column")
    try Self.requireOrder(rowLower, rowUpper, "row")
    guard entryRow.count == entryValue.count, entryColumn.count == entryValue.count else {
      throw .wrongShape(what: "entries", expected: entryValue.count, found: entryRow.count)
    }
    for entry in entryRow.indices {
      guard entryRow[entry] >= 0, Int(entryRow[entry]) < rowCount else {
        throw .wrongShape(what: "rows", expected: rowCount, found: Int(entryRow[entry]))
      }
      guard entryColumn[entry] >= 0, Int(entryColumn[entry]) < columnCount else {
        throw .wrongShape(what: "columns", expected: columnCount, found: Int(entryColumn[entry]))
      }
    }
  }

  static func requireFinite(_ values: [Double], _ what: String) throws(SolverError) {
    for index in values.indices where !values[index].isFinite {
      throw .invalidNumber(what: what, index: index, value: "\(values[index])")
    }
  }

  static func requireOrder(
    _ lower: [Double],
    _ upper: [Double],
    _ what: String
  ) throws(SolverError) {
    guard lower.count == upper.count else {
      throw .wrongShape(what: "bounds of a \(what)", expected: lower.count, found: upper.count)
    }
    for index in lower.indices {
      let (low, high) = (lower[index], upper[index])
      guard !low.isNaN, low < .infinity else {
        throw .invalidNumber(what: "the lower bound of \(what)", index: index, value: "\(low)")
      }
      guard !high.isNaN, high > -.infinity else {
        throw .invalidNumber(what: "the upper bound of \(what)", index: index, value: "\(high)")
      }
      guard low <= high else {
        throw .crossedBounds(what: what, index: index, lower: low, upper: high)
      }
    }
  }
}
