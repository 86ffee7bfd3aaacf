import DenseKernels
import Testing

@testable import LinearProgramming

/// The kernels are judged against plain loops, and the kinds for machines with fused multiply-add against each other.
struct DenseKernelsTests {
  private var kinds: [dense_kernels] {
    (0..<4).compactMap { dense_kernels_at($0)?.pointee }
  }

  /// What the kernels make of one panel: its factor, the square that it leaves, and a vector solved to and fro.
  private struct Work {
    let panel: Vector
    let square: Vector
    let vector: Vector
    let (height, width): (Int, Int)

    init(_ kernels: dense_kernels, height: Int, width: Int, seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      (self.height, self.width) = (height, width)
      let size = height - width
      (panel, square) = (Vector(count: height * width), Vector(count: size * size))
      vector = Vector(count: height)
      for column in 0..<width {
        for row in column..<height { panel[column * height + row] = random.unit() }
        panel[column * height + column] += Double(height)
      }
      for row in 0..<height { vector[row] = random.unit() }
      let isDone = kernels.factorise(panel.numbers, height, width, height)
      #expect(isDone, "\(height) × \(width)")
      kernels.subtract(
        square.numbers,
        size,
        size,
        panel.numbers + width,
        height,
        width,
        size
      )
      kernels.forward(panel.numbers, height, width, vector.numbers)
      kernels.backward(panel.numbers, height, width, vector.numbers)
    }

    /// The numbers that count: what is above the diagonal may be anything.
    var numbers: [Double] {
      let size = height - width
      return (0..<width).flatMap { column in
        (column..<height).map { panel[column * height + $0] }
      }
        + (0..<size).flatMap { column in (column..<size).map { square[column * size + $0] } }
        + vector.array
    }
  }

  /// The same by the loops of a textbook.
  private func plain(height: Int, width: Int, seed: UInt64) -> [Double] {
    var random = SeededGenerator(seed: seed)
    var panel = [[Double]](repeating: [], count: width)
    for column in 0..<width {
      panel[column] = (0..<height).map { $0 < column ? 0 : random.unit() }
      panel[column][column] += Double(height)
    }
    var vector = (0..<height).map { _ in random.unit() }
    for column in 0..<width {
      for earlier in 0..<column {
        let share = panel[earlier][column]
        for row in column..<height { panel[column][row] -= share * panel[earlier][row] }
      }
      let root = panel[column][column].squareRoot()
      for row in column..<height { panel[column][row] /= root }
      panel[column][column] = 1 / root
    }
    let size = height - width
    let square = (0..<size).flatMap { column in
      (column..<size).map { row in
        panel.reduce(0) { $0 - $1[width + row] * $1[width + column] }
      }
    }
    for column in 0..<width {
      vector[column] *= panel[column][column]
      for row in (column + 1)..<max(height, column + 1) {
        vector[row] -= panel[column][row] * vector[column]
      }
    }
    for column in (0..<width).reversed() {
      for row in (column + 1)..<max(height, column + 1) {
        vector[column] -= panel[column][row] * vector[row]
      }
      vector[column] *= panel[column][column]
    }
    return panel.indices.flatMap { panel[$0][$0...] } + square + vector
  }

  private static let sizes = Array(1...60) + [61, 64, 97, 128, 131, 200]

  @Test(arguments: sizes)
  func `every kind does what plain loops do`(height: Int) {
    for width in Set([1, 2, 3, 4, 5, 7, 8, 9, 12, 31, 33, height / 2, height]).sorted()
    where width > 0 && width <= height {
      let expected = plain(height: height, width: width, seed: 77)
      for kernels in kinds {
        let found = Work(kernels, height: height, width: width, seed: 77).numbers
        let worst = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
        #expect(found.count == expected.count && worst < 1e-11, "\(height) × \(width)")
      }
    }
  }

  /// A machine with wider vectors gives the same bytes.
  @Test(arguments: sizes)
  func `kinds with fused multiply-add agree to the last bit`(height: Int) {
    let fused = kinds.filter { String(cString: $0.name) != "plain" }
    for width in 1...height where width < 12 || width % 7 == 0 || width == height {
      let found = fused.map { Work($0, height: height, width: width, seed: 78).numbers }
      for other in found.dropFirst() { #expect(other == found[0], "\(height) × \(width)") }
    }
  }
}
