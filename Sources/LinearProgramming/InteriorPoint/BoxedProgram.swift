import Foundation

/// A flat program as the interior-point method takes it: `A·x = b`, every variable between bounds.
///
/// The variables are the columns and then a slack for each row, so that row `i` reads
/// `(A·x)ᵢ − slackᵢ = bᵢ`. Rows and columns are scaled by powers of two; fixed columns are moved to
/// the right-hand side; equations have a fixed slack of 0.
struct BoxedProgram: Sendable {
  /// The columns' entries by column and by row, scaled.
  private(set) var columns: SparseMatrix
  private(set) var rows: SparseMatrix
  /// Cost and bounds of each column and each slack, and which of these count.
  private(set) var cost: [Double]
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  private(set) var kinds: [Kind]
  /// What the columns cost that do not move.
  private var fixedCost = 0.0
  /// The right-hand side.
  private(set) var rightHandSide: [Double]
  private let rowScale: [Double]
  private let columnScale: [Double]
  private let costScale: Double
  private let valueScale: Double

  /// What there is to know of a variable before its numbers.
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    /// Free to move; what does not has no bounds either.
    static let moves = Kind(rawValue: 1)
    /// Bounded from below.
    static let lower = Kind(rawValue: 2)
    /// Bounded from above.
    static let upper = Kind(rawValue: 4)
  }

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
    (cost, lower, upper, kinds) = ([], [], [], [])
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
    for column in 0..<columnCount where kinds[column].isEmpty && lower[column] != 0 {
      fixedCost += cost[column] * lower[column]
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        rightHandSide[Int(columns.indices[entry])] -= columns.values[entry] * lower[column]
      }
    }
  }

  private mutating func append(cost: Double, lower: Double, upper: Double) {
    self.cost.append(cost)
    self.lower.append(lower)
    self.upper.append(upper)
    guard !lower.isFinite || upper - lower > 1e-12 * max(1, abs(lower)) else {
      kinds.append([])
      return
    }
    kinds.append(
      Kind.moves.union(lower.isFinite ? .lower : []).union(upper.isFinite ? .upper : [])
    )
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

  /// `A·x − slack` for values of all variables, 0 for what does not move.
  func writeProduct(_ values: Vector, to result: Vector, _ team: Team) {
    team.forEachRange(of: rowCount) { range in
      rows.indices.withUnsafeBufferPointer { indices in
        rows.values.withUnsafeBufferPointer { entries in
          for row in range {
            var sum = -values[columnCount + row]
            for entry in rows.starts[row]..<rows.starts[row + 1] {
              sum += entries[entry] * values[Int(indices[entry])]
            }
            result[row] = sum
          }
        }
      }
    }
  }

  /// `Aᵀ·y` for a column, `−y` for a slack.
  @inline(__always)
  func priced(_ variable: Int, _ duals: Vector) -> Double {
    guard variable < columnCount else { return -duals[variable - columnCount] }
    var sum = 0.0
    for entry in columns.starts[variable]..<columns.starts[variable + 1] {
      sum += columns.values[entry] * duals[Int(columns.indices[entry])]
    }
    return sum
  }

  /// The most that a row is off, unscaled, of what the scaled rows are off by.
  func worst(_ rest: Vector) -> Double {
    (0..<rowCount).reduce(0) { max($0, abs(rest[$1]) * valueScale / rowScale[$1]) }
  }

  /// The values of the program's columns, unscaled.
  func columnValues(of values: [Double]) -> [Double] {
    (0..<columnCount).map { column in
      (kinds[column].contains(.moves) ? values[column] : lower[column]) * columnScale[column]
        * valueScale
    }
  }

  /// A cost of the program, without its constant, as it is counted here.
  func scaled(cost: Double) -> Double { cost / (costScale * valueScale) - fixedCost }

  /// The duals of the program's rows, unscaled.
  func rowDuals(of duals: [Double]) -> [Double] {
    (0..<rowCount).map { duals[$0] * rowScale[$0] * costScale }
  }
}
