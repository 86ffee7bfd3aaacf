/// Numbers that give another one exactly when PyPSA's reader multiplies or divides by them.
///
/// A size written as a share of another comes back as the same size, to the last bit.
enum ExactNumber {
  /// The factor f with `f · other == product`, as near to the quotient as there is one.
  static func factor(of product: Double, by other: Double) -> Double {
    guard other != 0 else { return 0 }
    return nearest(to: product / other) { $0 * other == product }
  }

  /// The number n with `n / divisor == quotient`.
  static func dividend(giving quotient: Double, by divisor: Double) -> Double {
    nearest(to: quotient * divisor) { $0 / divisor == quotient }
  }

  /// The divisor d with `number / d == quotient`.
  static func divisor(of number: Double, giving quotient: Double) -> Double {
    nearest(to: number / quotient) { number / $0 == quotient }
  }

  /// The number n with `1 − n == rest`.
  static func complement(of rest: Double) -> Double {
    nearest(to: 1 - rest) { 1 - $0 == rest }
  }

  private static func nearest(to guess: Double, where isExact: (Double) -> Bool) -> Double {
    var (up, down) = (guess, guess)
    for _ in 0..<4 {
      if isExact(up) { return up }
      if isExact(down) { return down }
      (up, down) = (up.nextUp, down.nextDown)
    }
    return guess
  }
}
