/// Dense kernels on columns of numbers, for fronts of a factor.
///
/// Plain vector arithmetic in a fixed order: no answer depends on which BLAS a machine has.
enum DenseFront {
  typealias Numbers = UnsafeMutablePointer<Double>
  typealias Four = SIMD4<Double>

  /// Columns done between two looks at whether to stop: a fraction of a second in the largest fronts.
  private static let columnsPerLook = 16

  /// Factorises a panel in place: `L·Lᵀ`, the diagonal as reciprocals; false where it cannot or is stopped.
  ///
  /// The panel's first rows are a symmetric matrix of which the lower triangle counts.
  static func factorise(_ panel: Numbers, height: Int, width: Int, stop: StopSignal) -> Bool {
    var first = 0
    while first < width {
      if first > 0, first % columnsPerLook == 0, stop.isRaised { return false }
      let columns = min(4, width - first)
      let corner = panel + (first * height + first)
      subtract(
        from: corner,
        stride: height,
        columns: columns,
        panel: panel + first,
        panelStride: height,
        depth: first,
        rows: height - first
      )
      let isPositive =
        columns == 4
        ? factoriseFour(corner, stride: height, rows: height - first)
        : factoriseFew(corner, stride: height, columns: columns, rows: height - first)
      guard isPositive else { return false }
      first += columns
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
      if first > 0, first % columnsPerLook == 0, stop.isRaised { return false }
      let columns = min(4, size - first)
      subtract(
        from: square + (first * size + first),
        stride: size,
        columns: columns,
        panel: panel + first,
        panelStride: stride,
        depth: depth,
        rows: size - first
      )
      first += columns
    }
    return true
  }

  /// Subtracts from at most four columns: `target[i, q] −= Σₚ panel[i, p]·panel[q, p]`.
  @inline(__always)
  private static func subtract(
    from target: Numbers,
    stride: Int,
    columns: Int,
    panel: Numbers,
    panelStride: Int,
    depth: Int,
    rows: Int
  ) {
    guard depth > 0 else { return }
    guard columns == 4 else {
      for column in 0..<columns {
        subtractOne(
          from: target + column * stride,
          first: column,
          panel: panel,
          panelStride: panelStride,
          depth: depth,
          rows: rows
        )
      }
      return
    }
    var row = 0
    while row + 4 <= rows {
      var (sum0, sum1, sum2, sum3) = (Four.zero, Four.zero, Four.zero, Four.zero)
      var entry = panel
      for _ in 0..<depth {
        let left = load(entry + row)
        sum0 += left * entry[0]
        sum1 += left * entry[1]
        sum2 += left * entry[2]
        sum3 += left * entry[3]
        entry += panelStride
      }
      let place = target + row
      store(load(place) - sum0, place)
      store(load(place + stride) - sum1, place + stride)
      store(load(place + 2 * stride) - sum2, place + 2 * stride)
      store(load(place + 3 * stride) - sum3, place + 3 * stride)
      row += 4
    }
    while row < rows {
      var sum = Four.zero
      var entry = panel
      for _ in 0..<depth {
        sum += load(entry) * entry[row]
        entry += panelStride
      }
      for column in 0..<4 { target[column * stride + row] -= sum[column] }
      row += 1
    }
  }

  private static func subtractOne(
    from target: Numbers,
    first: Int,
    panel: Numbers,
    panelStride: Int,
    depth: Int,
    rows: Int
  ) {
    var row = first
    while row + 4 <= rows {
      var sum = Four.zero
      var entry = panel
      for _ in 0..<depth {
        sum += load(entry + row) * entry[first]
        entry += panelStride
      }
      store(load(target + row) - sum, target + row)
      row += 4
    }
    while row < rows {
      var (sum, entry) = (0.0, panel)
      for _ in 0..<depth {
        sum += entry[row] * entry[first]
        entry += panelStride
      }
      target[row] -= sum
      row += 1
    }
  }

  /// Factorises four columns whose earlier columns are already subtracted.
  private static func factoriseFour(_ corner: Numbers, stride: Int, rows: Int) -> Bool {
    guard factoriseFew(corner, stride: stride, columns: 4, rows: 4) else { return false }
    let (one, two, three) = (corner + stride, corner + 2 * stride, corner + 3 * stride)
    let (scale0, scale1, scale2, scale3) = (corner[0], one[1], two[2], three[3])
    let (low10, low20, low30) = (corner[1], corner[2], corner[3])
    let (low21, low31, low32) = (one[2], one[3], two[3])
    var row = 4
    while row + 4 <= rows {
      let value0 = load(corner + row) * scale0
      let value1 = (load(one + row) - value0 * low10) * scale1
      let value2 = (load(two + row) - value0 * low20 - value1 * low21) * scale2
      let value3 = (load(three + row) - value0 * low30 - value1 * low31 - value2 * low32) * scale3
      store(value0, corner + row)
      store(value1, one + row)
      store(value2, two + row)
      store(value3, three + row)
      row += 4
    }
    while row < rows {
      corner[row] *= scale0
      one[row] = (one[row] - corner[row] * low10) * scale1
      two[row] = (two[row] - corner[row] * low20 - one[row] * low21) * scale2
      let sum = corner[row] * low30 + one[row] * low31 + two[row] * low32
      three[row] = (three[row] - sum) * scale3
      row += 1
    }
    return true
  }

  private static func factoriseFew(
    _ corner: Numbers,
    stride: Int,
    columns: Int,
    rows: Int
  ) -> Bool {
    for column in 0..<columns {
      let own = corner + column * stride
      for earlier in 0..<column {
        let other = corner + earlier * stride
        subtract(other, times: other[column], from: own, rows: column..<rows)
      }
      guard own[column] > 0, own[column].isFinite else { return false }
      let scale = 1 / own[column].squareRoot()
      own[column] = scale
      for row in (column + 1)..<rows { own[row] *= scale }
    }
    return true
  }

  /// `target −= share·source`, where rows of both are counted from the same one.
  static func subtract(
    _ source: Numbers,
    times share: Double,
    from target: Numbers,
    rows: Range<Int>
  ) {
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      store(load(target + row) - load(source + row) * share, target + row)
      row += 4
    }
    while row < rows.upperBound {
      target[row] -= share * source[row]
      row += 1
    }
  }

  @inline(__always)
  static func load(_ place: Numbers) -> Four {
    UnsafeRawPointer(place).loadUnaligned(as: Four.self)
  }

  @inline(__always)
  static func store(_ value: Four, _ place: Numbers) {
    UnsafeMutableRawPointer(place).storeBytes(of: value, as: Four.self)
  }
}
