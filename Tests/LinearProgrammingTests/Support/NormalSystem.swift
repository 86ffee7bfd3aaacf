@testable import LinearProgramming

/// A small program in the order of its elimination, and `A·D·Aᵀ` of it in full.
struct NormalSystem {
  let order: EliminationOrder
  let ordered: FlatProgram
  let boxed: BoxedProgram

  /// The system of a program whose rows have stages; 0 where none are given.
  init(_ program: FlatProgram, stage: [Int32]? = nil) throws {
    let stages = stage ?? [Int32](repeating: 0, count: program.rowCount)
    order = try EliminationOrder(program, stage: stages)
    ordered = program.reordered(rows: order.rowOrder, columns: order.columnOrder)
    boxed = BoxedProgram(ordered)
  }

  /// The weights of columns, in the program's own order, and of its rows' slacks, as the engine takes them.
  func weights(columns: [Double], slacks: [Double]) -> Vector {
    let vector = Vector(count: columns.count + slacks.count)
    for (place, column) in order.columnOrder.enumerated() { vector[place] = columns[Int(column)] }
    for (place, row) in order.rowOrder.enumerated() {
      vector[columns.count + place] = slacks[Int(row)]
    }
    return vector
  }

  /// Numbers by rows, by their places.
  func placed(_ numbers: [Double]) -> Vector {
    let vector = Vector(count: numbers.count)
    for (place, row) in order.rowOrder.enumerated() { vector[place] = numbers[Int(row)] }
    return vector
  }

  /// Numbers by places, by rows.
  func rows(_ vector: Vector) -> [Double] { order.rowOrder.restored(vector.array) }

  /// The entries by column, unscaled, as a factor takes them.
  var columns: SparseMatrix {
    SparseMatrix(
      vectors: ordered.columnCount,
      width: ordered.rowCount,
      vectorOf: ordered.entryColumn,
      indexOf: ordered.entryRow,
      values: ordered.entryValue
    )
  }

  /// `A·D·Aᵀ` and the slacks' weights on its diagonal, by places.
  static func matrix(_ columns: SparseMatrix, rows: Int, weights: Vector) -> Dense {
    let count = columns.starts.count - 1
    var dense = [[Double]](repeating: [Double](repeating: 0, count: rows), count: rows)
    for column in 0..<count {
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        for other in columns.starts[column]..<columns.starts[column + 1] {
          let product = columns.values[entry] * columns.values[other]
          dense[Int(columns.indices[entry])][Int(columns.indices[other])] +=
            weights[column] * product
        }
      }
    }
    for row in 0..<rows { dense[row][row] += weights[count + row] }
    return Dense(dense)
  }
}
