import Foundation

/// A flat program as the interior-point method takes it: `A·x = b`, every variable between bounds.
///
/// The variables are the columns and then a slack for each row, so that row `i` reads
/// `(A·x)ᵢ − slackᵢ = bᵢ`. Rows and columns are scaled by powers of two; fixed columns are moved to
/// the right-hand side; equations have a fixed slack of 0.
struct BoxedProgram {
  /// The columns' entries by column and by row, scaled.
  private(set) var columns: SparseMatrix
  private(set) var rows: SparseMatrix
  /// Cost, bounds, and whether free to move, of each column and each slack.
  private(set) var cost: [Double]
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  private(set) var moves: [Bool]
  /// The right-hand side.
  private(set) var rightHandSide: [Double]
  private let rowScale: [Double]
  private let columnScale: [Double]
  private let costScale: Double
  private let valueScale: Double

  /// The number of columns; the slacks follow them.
  let columnCount: Int
  /// The number of rows.
  let rowCount: Int

  init(_ program: FlatProgram) {
    (columnCount, rowCount) = (program.columnCount, program.rowCount)
    var matrix = SparseMatrix(
      vectors: program.columnCount,
      width: program.rowCount,
      vectorOf: program.entryColumn,
      indexOf: program.entryRow,
      values: program.entryValue
    )
    (rowScale, columnScale) = Self.scales(of: matrix, rows: program.rowCount)
    for column in 0..<columnCount {
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        matrix.values[entry] *= rowScale[Int(matrix.indices[entry])] * columnScale[column]
      }
    }
    columns = matrix
    rows = matrix.transposed(width: program.rowCount)
    var scaledCost = [Double](repeating: 0, count: columnCount)
    for column in 0..<columnCount {
      scaledCost[column] = program.cost[column] * columnScale[column]
    }
    costScale = Self.middle(of: scaledCost)
    var bounds: [Double] = []
    for column in 0..<columnCount {
      bounds.append(program.columnUpper[column] / columnScale[column])
    }
    valueScale = Self.middle(of: bounds)
    (cost, lower, upper, moves) = ([], [], [], [])
    rightHandSide = [Double](repeating: 0, count: rowCount)
    for column in 0..<columnCount {
      let scale = columnScale[column] * valueScale
      append(
        cost: scaledCost[column] / costScale,
        lower: program.columnLower[column] / scale,
        upper: program.columnUpper[column] / scale
      )
    }
    for row in 0..<rowCount {
      let scale = rowScale[row] / valueScale
      let (low, high) = (program.rowLower[row] * scale, program.rowUpper[row] * scale)
      if low == high {
        append(cost: 0, lower: 0, upper: 0)
        rightHandSide[row] = low
      } else {
        append(cost: 0, lower: low, upper: high)
      }
    }
    for column in 0..<columnCount where !moves[column] && lower[column] != 0 {
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        rightHandSide[Int(columns.indices[entry])] -= columns.values[entry] * lower[column]
      }
    }
  }

  private mutating func append(cost: Double, lower: Double, upper: Double) {
    self.cost.append(cost)
    self.lower.append(lower)
    self.upper.append(upper)
    moves.append(!lower.isFinite || upper - lower > 1e-12 * max(1, abs(lower)))
  }

  /// The geometric mean of the sizes of what is neither 0 nor infinite.
  private static func middle(of values: [Double]) -> Double {
    var (sum, count) = (0.0, 0.0)
    for value in values where value.isFinite && value != 0 {
      sum += Foundation.log2(abs(value))
      count += 1
    }
    return count == 0 ? 1 : Foundation.exp2((sum / count).rounded())
  }

  /// Powers of two that bring the entries of each row and column near 1.
  private static func scales(of matrix: SparseMatrix, rows: Int) -> ([Double], [Double]) {
    var rowScale = [Double](repeating: 1, count: rows)
    var columnScale = [Double](repeating: 1, count: matrix.starts.count - 1)
    for _ in 0..<4 {
      var least = [Double](repeating: .infinity, count: rows)
      var most = [Double](repeating: 0, count: rows)
      for column in columnScale.indices {
        for entry in matrix.starts[column]..<matrix.starts[column + 1] {
          let row = Int(matrix.indices[entry])
          let size = abs(matrix.values[entry]) * columnScale[column]
          (least[row], most[row]) = (min(least[row], size), max(most[row], size))
        }
      }
      for row in 0..<rows where most[row] > 0 {
        rowScale[row] = 1 / (least[row] * most[row]).squareRoot()
      }
      for column in columnScale.indices {
        var (least, most) = (Double.infinity, 0.0)
        for entry in matrix.starts[column]..<matrix.starts[column + 1] {
          let size = abs(matrix.values[entry]) * rowScale[Int(matrix.indices[entry])]
          (least, most) = (min(least, size), max(most, size))
        }
        if most > 0 { columnScale[column] = 1 / (least * most).squareRoot() }
      }
    }
    return (rowScale.map(Self.powerOfTwo), columnScale.map(Self.powerOfTwo))
  }

  private static func powerOfTwo(_ value: Double) -> Double {
    Foundation.exp2(Foundation.log2(value).rounded())
  }

  /// `A·x − slack` for values of all variables; what does not move counts as 0.
  func product(_ values: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      var sum = moves[columnCount + row] ? -values[columnCount + row] : 0
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let column = Int(rows.indices[entry])
        if moves[column] { sum += rows.values[entry] * values[column] }
      }
      result[row] = sum
    }
    return result
  }

  /// `Aᵀ·y` for each column, `−y` for each slack.
  func transposedProduct(_ duals: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount + rowCount)
    for column in 0..<columnCount {
      var sum = 0.0
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        sum += columns.values[entry] * duals[Int(columns.indices[entry])]
      }
      result[column] = sum
    }
    for row in 0..<rowCount { result[columnCount + row] = -duals[row] }
    return result
  }

  /// The values of the program's columns, unscaled.
  func columnValues(of values: [Double]) -> [Double] {
    (0..<columnCount).map { column in
      (moves[column] ? values[column] : lower[column]) * columnScale[column] * valueScale
    }
  }

  /// The duals of the program's rows, unscaled.
  func rowDuals(of duals: [Double]) -> [Double] {
    (0..<rowCount).map { duals[$0] * rowScale[$0] * costScale }
  }
}
