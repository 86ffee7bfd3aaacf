import DenseKernels

/// Dense loops on columns of numbers, for fronts of a factor, by the kernels made for the machine at hand.
///
/// Sums run in a fixed order: no answer depends on which BLAS a machine has, nor on how wide its vectors are. A machine
/// without fused multiply-add rounds products first, and so may end on other last digits.
enum DenseFront {
  typealias Numbers = UnsafeMutablePointer<Double>

  /// The kernels of the widest kind there is; a table of pure functions that nobody changes.
  nonisolated(unsafe) static let kernels = dense_kernels_best().pointee

  /// Columns done between two looks at whether to stop: a fraction of a second in the largest fronts.
  private static let columnsPerLook = 32
  /// Rows above the diagonal that a kernel may write anything to.
  static let margin = 8

  /// Factorises a panel in place: `L·Lᵀ`, the diagonal as reciprocals; false where it cannot or is stopped.
  ///
  /// The panel's first rows are a symmetric matrix of which the lower triangle counts. Columns go in blocks, each of
  /// which is subtracted from all that follow.
  static func factorise(_ panel: Numbers, height: Int, width: Int, stop: StopSignal) -> Bool {
    var first = 0
    while first < width {
      if first > 0, stop.isRaised { return false }
      let columns = min(columnsPerLook, width - first)
      let corner = panel + (first * height + first)
      guard kernels.factorise(corner, height, columns, height - first) else { return false }
      let next = first + columns
      kernels.subtract(
        panel + (next * height + next),
        height,
        width - next,
        corner + columns,
        height,
        columns,
        height - next
      )
      first = next
    }
    return true
  }

  /// Subtracts `B·Bᵀ` from the lower triangle of a square; false where it is stopped.
  static func subtractSquare(
    from square: Numbers,
    size: Int,
    panel: Numbers,
    stride: Int,
    depth: Int,
    stop: StopSignal
  ) -> Bool {
    var first = 0
    while first < size {
      if first > 0, stop.isRaised { return false }
      let columns = min(columnsPerLook, size - first)
      kernels.subtract(
        square + (first * size + first),
        size,
        columns,
        panel + first,
        stride,
        depth,
        size - first
      )
      first += columns
    }
    return true
  }

  /// Solves with the panel's square part and takes what follows off the rows below.
  static func forward(_ panel: Numbers, height: Int, width: Int, _ vector: Numbers) {
    kernels.forward(panel, height, width, vector)
  }

  /// Solves with the transposed panel, given the values of the rows below.
  static func backward(_ panel: Numbers, height: Int, width: Int, _ vector: Numbers) {
    kernels.backward(panel, height, width, vector)
  }
}
