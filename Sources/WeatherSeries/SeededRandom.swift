/// A small seeded source of random numbers that gives the same stream on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, section 4). Normal deviates are sums of
/// twelve uniform ones (Irwin–Hall), which needs no transcendental function: only exact
/// arithmetic, so the stream does not depend on the C library.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream that starts from the given seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in 0 ..< 1 with 53 random bits.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number with mean 0 and variance 1, close to normal within ±3.
  public mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return sum
  }
}
