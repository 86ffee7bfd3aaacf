extension DenseFront {
  /// Solves with the panel's square part and takes what follows off the rows below.
  static func forward(_ panel: Numbers, height: Int, width: Int, _ vector: Numbers) {
    var first = 0
    while first < width {
      let columns = min(4, width - first)
      let corner = panel + (first * height + first)
      let values = vector + first
      for column in 0..<columns {
        let entries = corner + column * height
        values[column] *= entries[column]
        for row in (column + 1)..<max(columns, column + 1) {
          values[row] -= entries[row] * values[column]
        }
      }
      if columns == 4 {
        forwardFour(corner, stride: height, values, rows: height - first)
      } else {
        for column in 0..<columns {
          let entries = corner + column * height
          subtract(entries, times: values[column], from: values, rows: columns..<(height - first))
        }
      }
      first += columns
    }
  }

  private static func forwardFour(_ corner: Numbers, stride: Int, _ values: Numbers, rows: Int) {
    let (one, two, three) = (corner + stride, corner + 2 * stride, corner + 3 * stride)
    let (value0, value1, value2, value3) = (values[0], values[1], values[2], values[3])
    var row = 4
    while row + 4 <= rows {
      let early = load(corner + row) * value0 + load(one + row) * value1
      let late = load(two + row) * value2 + load(three + row) * value3
      store(load(values + row) - (early + late), values + row)
      row += 4
    }
    while row < rows {
      let early = corner[row] * value0 + one[row] * value1
      values[row] -= early + (two[row] * value2 + three[row] * value3)
      row += 1
    }
  }

  /// Solves with the transposed panel, given the values of the rows below.
  static func backward(_ panel: Numbers, height: Int, width: Int, _ vector: Numbers) {
    var first = (width - 1) & ~3
    while first >= 0 {
      let columns = min(4, width - first)
      let corner = panel + (first * height + first)
      let values = vector + first
      if columns == 4 {
        backwardFour(corner, stride: height, values, rows: height - first)
      } else {
        for column in 0..<columns {
          let entries = corner + column * height
          values[column] -= product(entries, values, rows: columns..<(height - first))
        }
      }
      for column in (0..<columns).reversed() {
        let entries = corner + column * height
        for row in (column + 1)..<max(columns, column + 1) {
          values[column] -= entries[row] * values[row]
        }
        values[column] *= entries[column]
      }
      first -= 4
    }
  }

  private static func backwardFour(_ corner: Numbers, stride: Int, _ values: Numbers, rows: Int) {
    let (one, two, three) = (corner + stride, corner + 2 * stride, corner + 3 * stride)
    var (sum0, sum1, sum2, sum3) = (Four.zero, Four.zero, Four.zero, Four.zero)
    var row = 4
    while row + 4 <= rows {
      let value = load(values + row)
      sum0 += load(corner + row) * value
      sum1 += load(one + row) * value
      sum2 += load(two + row) * value
      sum3 += load(three + row) * value
      row += 4
    }
    var sums = Four(sum0.sum(), sum1.sum(), sum2.sum(), sum3.sum())
    while row < rows {
      sums += Four(corner[row], one[row], two[row], three[row]) * values[row]
      row += 1
    }
    for column in 0..<4 { values[column] -= sums[column] }
  }

  private static func product(_ left: Numbers, _ right: Numbers, rows: Range<Int>) -> Double {
    var sums = Four.zero
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      sums += load(left + row) * load(right + row)
      row += 4
    }
    var sum = sums.sum()
    while row < rows.upperBound {
      sum += left[row] * right[row]
      row += 1
    }
    return sum
  }
}
