import Testing

@testable import LinearProgramming

struct DenseFrontTests {
  /// The first columns of a symmetric matrix as a panel: column after column, upper triangle poisoned.
  private func panel(_ matrix: Dense, width: Int) -> Vector {
    let height = matrix.rows.count
    let panel = Vector(count: height * width)
    for column in 0..<width {
      for row in 0..<height {
        panel[column * height + row] = row < column ? .nan : matrix[row, column]
      }
    }
    return panel
  }

  private func vector(_ numbers: [Double]) -> Vector {
    let vector = Vector(count: numbers.count)
    for (index, number) in numbers.enumerated() { vector[index] = number }
    return vector
  }

  /// A matrix whose factor has whole numbers.
  ///
  ///     ⎡ 4  2  6 ⎤   ⎡ 2       ⎤ ⎡ 2 1 3 ⎤
  ///     ⎢ 2  5  5 ⎥ = ⎢ 1  2    ⎥ ⎢   2 1 ⎥
  ///     ⎣ 6  5 19 ⎦   ⎣ 3  1  3 ⎦ ⎣     3 ⎦
  private let three = Dense([[4, 2, 6], [2, 5, 5], [6, 5, 19]])

  @Test func `the factor has reciprocals on its diagonal`() {
    let panel = panel(three, width: 3)
    let isDone = DenseFront.factorise(panel.numbers, height: 3, width: 3, stop: StopSignal())
    #expect(isDone)
    #expect([0, 1, 2, 4, 5, 8].map { panel[$0] } == [0.5, 1, 3, 0.5, 1, 1.0 / 3])
  }

  /// One column eliminated leaves [5 5; 5 19] − (1, 3)·(1, 3)ᵀ = [4 2; 2 10].
  @Test func `a front's pivots leave the Schur complement to its parent`() {
    let panel = panel(three, width: 1)
    _ = DenseFront.factorise(panel.numbers, height: 3, width: 1, stop: StopSignal())
    #expect(panel.array == [0.5, 1, 3])
    let square = vector([5, 5, .nan, 19])
    let isDone = DenseFront.subtractSquare(
      from: square.numbers,
      size: 2,
      panel: panel.numbers + 1,
      stride: 3,
      depth: 1,
      stop: StopSignal()
    )
    #expect(isDone)
    #expect([0, 1, 3].map { square[$0] } == [4, 2, 10])
  }

  /// L·y = (2, 5, 14) gives y = (1, 2, 3); Lᵀ·x = y gives x = (−1.25, 0.5, 1).
  @Test func `forward and backward solve with the factor`() {
    let panel = panel(three, width: 3)
    _ = DenseFront.factorise(panel.numbers, height: 3, width: 3, stop: StopSignal())
    let side = vector([2, 5, 14])
    DenseFront.forward(panel.numbers, height: 3, width: 3, side.numbers)
    #expect(distance(side.array, [1, 2, 3]) < 1e-15)
    DenseFront.backward(panel.numbers, height: 3, width: 3, side.numbers)
    #expect(distance(side.array, [-1.25, 0.5, 1]) < 1e-15)
  }

  /// Of one pivot: y₀ = 2 / 2 = 1 takes 1·1 and 3·1 off what follows; given x₁, x₂ = 0.5, 1 it is −1.25.
  @Test func `a front solves its own and hands on what is left`() {
    let panel = panel(three, width: 1)
    _ = DenseFront.factorise(panel.numbers, height: 3, width: 1, stop: StopSignal())
    let side = vector([2, 5, 14])
    DenseFront.forward(panel.numbers, height: 3, width: 1, side.numbers)
    #expect(side.array == [1, 4, 11])
    (side[1], side[2]) = (0.5, 1)
    DenseFront.backward(panel.numbers, height: 3, width: 1, side.numbers)
    #expect(side.array == [-1.25, 0.5, 1])
  }

  /// Kernels take four columns and four rows at once; every remainder of both is tried.
  @Test func `fronts of every size factorise and solve as the dense factor does`() {
    var random = SeededGenerator(seed: 4_400)
    for width in 1...11 {
      for height in width...(width + 9) {
        let matrix = Dense.positive(height, &random)
        let lower = matrix.cholesky()
        let panel = panel(matrix, width: width)
        let isDone = DenseFront.factorise(
          panel.numbers,
          height: height,
          width: width,
          stop: StopSignal()
        )
        #expect(isDone, "4400, \(height) × \(width)")
        var worst = 0.0
        for column in 0..<width {
          for row in column..<height {
            let found = panel[column * height + row]
            worst = max(worst, abs((row == column ? 1 / found : found) - lower[row, column]))
          }
        }
        #expect(worst < 1e-12, "4400, \(height) × \(width)")
        let numbers = (0..<height).map { _ in random.unit() }
        #expect(forwardError(panel, lower, numbers, width) < 1e-11, "4400, \(height) × \(width)")
        #expect(backwardError(panel, lower, numbers, width) < 1e-11, "4400, \(height) × \(width)")
      }
    }
  }

  /// How far L·y, where the own part is solved and the rest kept beside it, is from the right-hand side.
  private func forwardError(
    _ panel: Vector,
    _ lower: Dense,
    _ numbers: [Double],
    _ width: Int
  ) -> Double {
    let height = numbers.count
    let side = vector(numbers)
    DenseFront.forward(panel.numbers, height: height, width: width, side.numbers)
    let product = (0..<height).map { row in
      let own = (0..<min(row + 1, width)).reduce(0) { $0 + lower[row, $1] * side[$1] }
      return own + (row < width ? 0 : side[row])
    }
    return distance(product, numbers)
  }

  /// How far Lᵀ·x, for x with the rows below as given, is from the right-hand side of the own rows.
  private func backwardError(
    _ panel: Vector,
    _ lower: Dense,
    _ numbers: [Double],
    _ width: Int
  ) -> Double {
    let height = numbers.count
    let side = vector(numbers)
    DenseFront.backward(panel.numbers, height: height, width: width, side.numbers)
    let product = (0..<width).map { column in
      (column..<height).reduce(0) { $0 + lower[$1, column] * side[$1] }
    }
    return max(
      distance(product, Array(numbers[..<width])),
      distance(Array(side.array[width...]), Array(numbers[width...]))
    )
  }

  @Test func `what is left to a parent of every size is the Schur complement`() {
    var random = SeededGenerator(seed: 4_500)
    for (size, depth) in [(1, 1), (3, 2), (4, 5), (5, 4), (9, 3), (14, 7)] {
      let stride = size + 2
      let panel = vector((0..<(stride * depth)).map { _ in random.unit() })
      let square = Vector(count: size * size)
      let isDone = DenseFront.subtractSquare(
        from: square.numbers,
        size: size,
        panel: panel.numbers,
        stride: stride,
        depth: depth,
        stop: StopSignal()
      )
      #expect(isDone)
      for column in 0..<size {
        for row in column..<size {
          let expected = (0..<depth).reduce(0) {
            $0 - panel[$1 * stride + row] * panel[$1 * stride + column]
          }
          #expect(abs(square[column * size + row] - expected) < 1e-13, "4500, \(size), \(depth)")
        }
      }
    }
  }

  /// The second pivots: 1 − 2·2 = −3, 1 − 1·1 = 0, and no number.
  @Test(arguments: [
    [[1, 2], [2, 1]], [[1, 1], [1, 1]], [[1, 0], [0, .nan]], [[0, 0], [0, 1]],
  ])
  func `a matrix that is not positive definite is not factorised`(rows: [[Double]]) {
    let panel = panel(Dense(rows), width: 2)
    let isDone = DenseFront.factorise(panel.numbers, height: 2, width: 2, stop: StopSignal())
    #expect(!isDone)
  }

  /// A pivot of 10⁻³⁰⁰ has a square root far from 0: x = 10⁻³⁰⁰ / 10⁻³⁰⁰ = 1.
  @Test func `a tiny pivot is a pivot`() {
    let panel = vector([1e-300])
    let isDone = DenseFront.factorise(panel.numbers, height: 1, width: 1, stop: StopSignal())
    #expect(isDone)
    let side = vector([1e-300])
    DenseFront.forward(panel.numbers, height: 1, width: 1, side.numbers)
    DenseFront.backward(panel.numbers, height: 1, width: 1, side.numbers)
    #expect(abs(side[0] - 1) < 1e-15)
  }

  @Test func `a wide front is given up soon after a stop`() {
    let monitor = SolveMonitor()
    monitor.cancel()
    let size = 40
    let identity = Dense((0..<size).map { row in (0..<size).map { $0 == row ? 4 : 0 } })
    let panel = panel(identity, width: size)
    let stop = StopSignal(monitor: monitor)
    let isDone = DenseFront.factorise(panel.numbers, height: size, width: size, stop: stop)
    #expect(!isDone)
    // Thirty-two columns were done before it looked.
    #expect(panel[31 * size + 31] == 0.5)
    #expect(panel[32 * size + 32] == 4)
    let square = Vector(count: size * size)
    let isSubtracted = DenseFront.subtractSquare(
      from: square.numbers,
      size: size,
      panel: panel.numbers,
      stride: size,
      depth: 1,
      stop: stop
    )
    #expect(!isSubtracted)
  }
}
