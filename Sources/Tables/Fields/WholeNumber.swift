/// Whole numbers made of numbers that people wrote or that follow from them.
///
/// This is the one way from a `Double` to an `Int`: the language's own conversion stops the program
/// at infinity, at what is no number, and beyond 64 bits.
package enum WholeNumber {
  /// The range in which a `Double` holds every whole number.
  package static let exact = -9_007_199_254_740_992...9_007_199_254_740_992

  /// The whole number that a number is; nil where it is none or lies outside the range.
  package static func exactly(_ number: Double, in range: ClosedRange<Int> = exact) -> Int? {
    guard let whole = Int(exactly: number), range.contains(whole) else { return nil }
    return whole
  }

  /// The whole number a number is rounded to; nil where that is none or lies outside the range.
  package static func rounded(
    _ number: Double,
    _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero,
    in range: ClosedRange<Int> = exact
  ) -> Int? {
    exactly(number.rounded(rule), in: range)
  }

  /// The whole number of a range that is nearest a number; the lower bound for what is no number.
  package static func nearest(
    _ number: Double,
    _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero,
    in range: ClosedRange<Int> = exact
  ) -> Int {
    if let whole = rounded(number, rule, in: range) { return whole }
    return number > Double(range.lowerBound) ? range.upperBound : range.lowerBound
  }
}
