/// A sum that keeps what rounding would lose (Neumaier 1974).
struct CompensatedSum: Sendable {
  private var total = 0.0
  private var lost = 0.0

  /// The sum so far.
  var value: Double { total.isFinite ? total + lost : total }

  /// Adds a term.
  @inline(__always)
  mutating func add(_ term: Double) {
    let sum = total + term
    if abs(total) >= abs(term) {
      lost += (total - sum) + term
    } else {
      lost += (term - sum) + total
    }
    total = sum
  }
}
