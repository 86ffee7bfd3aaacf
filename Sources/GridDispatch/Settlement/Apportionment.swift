import Tables

/// Shares a whole number out so that nothing is left over.
enum Apportionment {
  /// Whole parts in proportion to weights, which add up to the total; the largest remainders are rounded up.
  ///
  /// All parts are 0 where no weight is above 0.
  static func whole(_ total: Int, by weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * $0 / sum }
    var parts = exact.map { WholeNumber.nearest($0, .down) }
    let left = total - parts.reduce(0, +)
    let order = exact.indices.sorted {
      let (first, second) = (
        exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down)
      )
      return first == second ? $0 < $1 : first > second
    }
    for index in order.prefix(max(left, 0)) { parts[index] += 1 }
    return parts
  }
}
