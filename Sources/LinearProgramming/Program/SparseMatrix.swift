/// A sparse matrix in compressed form: vector `v` holds entries `starts[v]..<starts[v + 1]`.
public struct SparseMatrix: Sendable, Equatable {
  /// Where each vector begins; one more than there are vectors.
  public internal(set) var starts: [Int] = [0]
  /// The position of each entry within its vector, ascending.
  public internal(set) var indices: [Int32] = []
  /// The value of each entry.
  public internal(set) var values: [Double] = []

  package init() {}

  /// Builds a matrix from triplets in any order; equal positions are summed.
  ///
  /// A sum that is nothing but what rounding leaves of numbers taken from each other is no entry: one of 1e-17 would
  /// have its row, and then all that is joined to it, scaled by billions.
  ///
  /// Two stable counting sorts, so linear in entries and the same bytes for the same input.
  package init(
    vectors: Int,
    width: Int,
    vectorOf: [Int32],
    indexOf: [Int32],
    values triplets: [Double]
  ) {
    let byIndex = Self.stableOrder(of: 0..<Int32(triplets.count), by: indexOf, bins: width)
    let order = Self.stableOrder(of: byIndex, by: vectorOf, bins: vectors)
    starts = [0]
    starts.reserveCapacity(vectors + 1)
    indices.reserveCapacity(triplets.count)
    values.reserveCapacity(triplets.count)
    var position = 0
    for vector in 0..<vectors {
      while position < order.count, Int(vectorOf[Int(order[position])]) == vector {
        let index = indexOf[Int(order[position])]
        var (sum, size, parts) = (0.0, 0.0, 0)
        while position < order.count, Int(vectorOf[Int(order[position])]) == vector,
          indexOf[Int(order[position])] == index
        {
          let value = triplets[Int(order[position])]
          (sum, size, parts) = (sum + value, size + abs(value), parts + 1)
          position += 1
        }
        guard parts == 1 || abs(sum) > Self.cancellation * size else { continue }
        indices.append(index)
        values.append(sum)
      }
      starts.append(indices.count)
    }
  }

  /// What is left of summands, as a share of their sizes, where they cancel: 64 times the rounding of one.
  private static let cancellation = 64 * Double.ulpOfOne

  private static func stableOrder(
    of items: some Collection<Int32>,
    by key: [Int32],
    bins: Int
  ) -> [Int32] {
    var next = [Int32](repeating: 0, count: bins + 1)
    for item in items { next[Int(key[Int(item)]) + 1] += 1 }
    for bin in 0..<bins { next[bin + 1] += next[bin] }
    var result = [Int32](repeating: 0, count: items.count)
    for item in items {
      let bin = Int(key[Int(item)])
      result[Int(next[bin])] = item
      next[bin] += 1
    }
    return result
  }

  /// The same matrix seen along the other axis.
  package func transposed(width: Int) -> SparseMatrix {
    var vectorOf = [Int32]()
    vectorOf.reserveCapacity(values.count)
    for vector in 0..<(starts.count - 1) {
      for _ in starts[vector]..<starts[vector + 1] { vectorOf.append(Int32(vector)) }
    }
    return SparseMatrix(
      vectors: width,
      width: starts.count - 1,
      vectorOf: indices,
      indexOf: vectorOf,
      values: values
    )
  }

  /// Takes out entries that are nothing beside others of their vector: what rounding left before they were added here.
  mutating func dropRounding() {
    var (last, kept) = (0, 0)
    for vector in 0..<(starts.count - 1) {
      let entries = last..<starts[vector + 1]
      last = entries.upperBound
      let largest = entries.reduce(0) { max($0, abs(values[$1])) }
      let least = min(Self.rounding * largest, Self.smallest)
      for entry in entries where abs(values[entry]) > least {
        (indices[kept], values[kept]) = (indices[entry], values[entry])
        kept += 1
      }
      starts[vector + 1] = kept
    }
    indices.removeSubrange(kept...)
    values.removeSubrange(kept...)
  }

  /// What rounding leaves at most, beside the largest entry and in all.
  private static let rounding = 1e-12
  private static let smallest = 1e-9
}
