import Testing

@testable import LinearProgramming

struct SparseMatrixTests {
  /// Three rows, of which one is empty.
  ///
  ///     ⎡ 0  5  0 ⎤
  ///     ⎢ 0  0  0 ⎥
  ///     ⎣ 7  0  2 ⎦
  private let small = SparseMatrix(
    vectors: 3,
    width: 3,
    vectorOf: [2, 0, 2],
    indexOf: [2, 1, 0],
    values: [2, 5, 7]
  )

  @Test func `triplets in any order stand by vector and by index`() {
    #expect(small.starts == [0, 1, 1, 3])
    #expect(small.indices == [1, 0, 2])
    #expect(small.values == [5, 7, 2])
  }

  /// Two and three entries of one position: 1 + 4 and 2 − 3 + 0.5; the one between them is another.
  @Test func `entries of one position are one entry with their sum`() {
    let matrix = SparseMatrix(
      vectors: 1,
      width: 9,
      vectorOf: [0, 0, 0, 0, 0, 0],
      indexOf: [8, 3, 5, 8, 3, 8],
      values: [2, 1, 10, -3, 4, 0.5]
    )
    #expect(matrix.starts == [0, 3])
    #expect(matrix.indices == [3, 5, 8])
    #expect(matrix.values == [5, 10, -0.5])
  }

  @Test func `what rounding leaves of numbers that cancel is no entry, even alone in its row`() {
    // 0.1 + 0.2 − 0.3 leaves 5.6e-17; 1 + 1e-9 − 1 leaves 1e-9, which is what was meant.
    #expect(0.1 + 0.2 - 0.3 != 0)
    let matrix = SparseMatrix(
      vectors: 2,
      width: 1,
      vectorOf: [0, 0, 0, 1, 1, 1],
      indexOf: [0, 0, 0, 0, 0, 0],
      values: [0.1, 0.2, -0.3, 1, 1e-9, -1]
    )
    #expect(matrix.starts == [0, 0, 1])
    #expect(abs(matrix.values[0] - 1e-9) < 1e-15)
  }

  @Test func `an entry that is nothing beside others of its row is none, what is small is one`() {
    // 1e-17 beside 0.5 is rounding; 1e-9 beside 0.5 is a number, alone 1e-17 is one too.
    var matrix = SparseMatrix(
      vectors: 3,
      width: 3,
      vectorOf: [0, 0, 1, 1, 2],
      indexOf: [0, 1, 0, 1, 2],
      values: [1e-17, 0.5, 1e-9, 0.5, 1e-17]
    )
    matrix.dropRounding()
    #expect(matrix.starts == [0, 1, 3, 4])
    #expect(matrix.indices == [1, 0, 1, 2])
    #expect(matrix.values == [0.5, 1e-9, 0.5, 1e-17])
  }

  /// Entries of one index at the end of one vector and the beginning of the next are no duplicates.
  @Test func `equal indices of neighbouring vectors stay apart`() {
    let matrix = SparseMatrix(
      vectors: 2,
      width: 1,
      vectorOf: [0, 1],
      indexOf: [0, 0],
      values: [3, 4]
    )
    #expect(matrix.starts == [0, 1, 2])
    #expect(matrix.values == [3, 4])
  }

  @Test func `vectors without entries keep their place`() {
    let nothing = SparseMatrix(vectors: 4, width: 0, vectorOf: [], indexOf: [], values: [])
    #expect(nothing.starts == [0, 0, 0, 0, 0])
    #expect(nothing.transposed(width: 0) == SparseMatrix())
    let last = SparseMatrix(vectors: 3, width: 2, vectorOf: [2], indexOf: [1], values: [1])
    #expect(last.starts == [0, 0, 0, 1])
  }

  @Test func `the transpose has the columns as vectors`() {
    let transposed = small.transposed(width: 3)
    #expect(transposed.starts == [0, 1, 2, 3])
    #expect(transposed.indices == [2, 0, 2])
    #expect(transposed.values == [7, 5, 2])
  }

  @Test func `over random triplets each position holds its sum and turns twice into itself`() {
    var random = SeededGenerator(seed: 8_100)
    for number in 0..<100 {
      let (height, width) = (1 + Int(random.unit() * 6), 1 + Int(random.unit() * 6))
      var dense = [Double](repeating: 0, count: height * width)
      var (vectorOf, indexOf, values) = ([Int32](), [Int32](), [Double]())
      for _ in 0..<Int(random.unit() * 30) {
        let (row, column) = (
          Int(random.unit() * Double(height)), Int(random.unit() * Double(width))
        )
        let value = (20 * random.unit() - 10).rounded()
        dense[row * width + column] += value
        vectorOf.append(Int32(row))
        indexOf.append(Int32(column))
        values.append(value)
      }
      let matrix = SparseMatrix(
        vectors: height,
        width: width,
        vectorOf: vectorOf,
        indexOf: indexOf,
        values: values
      )
      var found = [Double](repeating: 0, count: height * width)
      for row in 0..<height {
        let entries = matrix.starts[row]..<matrix.starts[row + 1]
        for entry in entries {
          found[row * width + Int(matrix.indices[entry])] = matrix.values[entry]
        }
        let indices = Array(matrix.indices[entries])
        #expect(indices == Set(indices).sorted(), "8100, program \(number)")
      }
      #expect(found == dense, "8100, program \(number)")
      let turned = matrix.transposed(width: width)
      #expect(turned.starts.count == width + 1)
      #expect(turned.transposed(width: height) == matrix, "8100, program \(number)")
    }
  }
}
