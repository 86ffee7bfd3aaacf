/// Collects rows, columns and entries in any order and makes a ``LinearProgram`` of them.
package struct LinearProgramBuilder: Sendable {
  var program = LinearProgram()
  private(set) var entryRows: [Int32] = []
  private(set) var entryColumns: [Int32] = []
  private(set) var entryValues: [Double] = []

  package init() {}

  /// The number of columns declared so far.
  package var columnCount: Int { program.columnCount }
  /// The number of rows declared so far.
  package var rowCount: Int { program.rowCount }

  /// Opens a family: the columns added until the next family belong to it.
  package mutating func beginColumns(_ name: String) {
    closeColumns()
    openColumns = (name, program.columnCount)
  }

  /// Opens a family: the rows added until the next family belong to it.
  package mutating func beginRows(_ name: String) {
    closeRows()
    openRows = (name, program.rowCount)
  }

  /// Adds a column and returns its index.
  @discardableResult
  package mutating func addColumn(
    cost: Double = 0,
    lower: Double = 0,
    upper: Double,
    stage: Int
  ) -> Int {
    program.cost.append(cost)
    program.columnLower.append(lower)
    program.columnUpper.append(upper)
    program.columnStage.append(Int32(stage))
    return program.cost.count - 1
  }

  /// Adds a row and returns its index.
  @discardableResult
  package mutating func addRow(lower: Double, upper: Double, stage: Int) -> Int {
    program.rowLower.append(lower)
    program.rowUpper.append(upper)
    program.rowStage.append(Int32(stage))
    return program.rowLower.count - 1
  }

  /// Adds a coefficient to an entry of the matrix.
  package mutating func add(_ coefficient: Double, column: Int, row: Int) {
    precondition(column < columnCount && row < rowCount, "entry outside the program")
    guard coefficient != 0 else { return }
    entryRows.append(Int32(row))
    entryColumns.append(Int32(column))
    entryValues.append(coefficient)
  }

  /// States that of two sides at most one may be used in a stage.
  package mutating func exclude(_ exclusion: Exclusion) { program.exclusions.append(exclusion) }

  /// Adds to the objective coefficient of a column.
  package mutating func addCost(_ coefficient: Double, column: Int) {
    program.cost[column] += coefficient
  }

  /// Adds to what decides among points of one cost.
  package mutating func addPreference(_ weight: Double, column: Int) {
    padPreference()
    program.preference[column] += weight
  }

  private mutating func padPreference() {
    let missing = columnCount - program.preference.count
    program.preference += [Double](repeating: 0, count: missing)
  }

  /// Adds to the constant part of the objective.
  package mutating func addConstant(_ value: Double) { program.objectiveConstant += value }

  /// Sets every objective coefficient and the constant to 0; nothing is preferred.
  package mutating func clearObjective() {
    program.cost = [Double](repeating: 0, count: columnCount)
    program.objectiveConstant = 0
    program.preference = []
  }

  /// Shifts the bounds of a row by a constant.
  package mutating func shiftRow(_ row: Int, by amount: Double) {
    program.rowLower[row] += amount
    program.rowUpper[row] += amount
  }

  /// Replaces the bounds of a column.
  package mutating func setBounds(ofColumn column: Int, lower: Double, upper: Double) {
    program.columnLower[column] = lower
    program.columnUpper[column] = upper
  }

  /// Appends every row, column and entry of a program.
  package mutating func append(_ other: LinearProgram, withCost: Bool = true) {
    let (firstColumn, firstRow) = (columnCount, rowCount)
    closeColumns()
    closeRows()
    if withCost, !other.preference.isEmpty {
      padPreference()
      program.preference += other.preference
    }
    program.cost += withCost ? other.cost : [Double](repeating: 0, count: other.columnCount)
    program.columnLower += other.columnLower
    program.columnUpper += other.columnUpper
    program.columnStage += other.columnStage
    program.rowLower += other.rowLower
    program.rowUpper += other.rowUpper
    program.rowStage += other.rowStage
    program.columnFamilies += other.columnFamilies.map { $0.shifted(by: firstColumn) }
    program.rowFamilies += other.rowFamilies.map { $0.shifted(by: firstRow) }
    program.exclusions += other.exclusions.map { $0.shifted(by: firstColumn) }
    for row in 0..<other.rowCount {
      for entry in other.rows.starts[row]..<other.rows.starts[row + 1] {
        add(
          other.rows.values[entry],
          column: firstColumn + Int(other.rows.indices[entry]),
          row: firstRow + row
        )
      }
    }
    if withCost { addConstant(other.objectiveConstant) }
  }

  /// The finished program.
  package consuming func build() -> LinearProgram {
    closeColumns()
    closeRows()
    if !program.preference.isEmpty { padPreference() }
    program.rows = SparseMatrix(
      vectors: program.rowCount,
      width: program.columnCount,
      vectorOf: entryRows,
      indexOf: entryColumns,
      values: entryValues
    )
    (entryRows, entryColumns, entryValues) = ([], [], [])
    program.rows.dropRounding()
    program.columns = program.rows.transposed(width: program.columnCount)
    return program
  }

  private var openColumns: (name: String, first: Int)?
  private var openRows: (name: String, first: Int)?

  private mutating func closeColumns() {
    guard let open = openColumns, open.first < program.columnCount else { return }
    program.columnFamilies.append(.init(name: open.name, range: open.first..<program.columnCount))
    openColumns = nil
  }

  private mutating func closeRows() {
    guard let open = openRows, open.first < program.rowCount else { return }
    program.rowFamilies.append(.init(name: open.name, range: open.first..<program.rowCount))
    openRows = nil
  }
}

extension LinearProgram.Family {
  fileprivate func shifted(by offset: Int) -> Self {
    Self(name: name, range: (range.lowerBound + offset)..<(range.upperBound + offset))
  }
}
