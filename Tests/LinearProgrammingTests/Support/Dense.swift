/// A small matrix with every entry, by rows, that the sparse code is held against.
struct Dense {
  var rows: [[Double]]

  init(_ rows: [[Double]]) { self.rows = rows }

  subscript(row: Int, column: Int) -> Double { rows[row][column] }

  /// A random symmetric positive definite matrix: `B·Bᵀ` with something on the diagonal.
  static func positive(_ size: Int, _ random: inout SeededGenerator) -> Dense {
    let factor = (0..<size).map { _ in (0..<size).map { _ in 2 * random.unit() - 1 } }
    return Dense(
      (0..<size).map { row in
        (0..<size).map { column in
          let product = zip(factor[row], factor[column]).reduce(0) { $0 + $1.0 * $1.1 }
          return product + (row == column ? 0.5 : 0)
        }
      }
    )
  }

  /// The lower factor L of `L·Lᵀ`, row by row as a textbook has it.
  func cholesky() -> Dense {
    var lower = rows.map { $0.map { _ in 0.0 } }
    for row in rows.indices {
      for column in 0...row {
        let known = (0..<column).reduce(0) { $0 + lower[row][$1] * lower[column][$1] }
        let rest = rows[row][column] - known
        lower[row][column] = row == column ? rest.squareRoot() : rest / lower[column][column]
      }
    }
    return Dense(lower)
  }

  /// The product with a vector.
  func times(_ vector: [Double]) -> [Double] {
    rows.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Solves by elimination with the largest pivot of each column.
  func solve(_ rightHandSide: [Double]) -> [Double] {
    var left = rows
    var right = rightHandSide
    let size = rows.count
    for column in 0..<size {
      let pivot = (column..<size).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      for row in (column + 1)..<max(size, column + 1) {
        let share = left[row][column] / left[column][column]
        for entry in column..<size { left[row][entry] -= share * left[column][entry] }
        right[row] -= share * right[column]
      }
    }
    for row in (0..<size).reversed() {
      for entry in (row + 1)..<max(size, row + 1) { right[row] -= left[row][entry] * right[entry] }
      right[row] /= left[row][row]
    }
    return right
  }
}

/// The largest difference of two lists of one length.
func distance(_ left: [Double], _ right: [Double]) -> Double {
  left.count == right.count ? zip(left, right).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}
