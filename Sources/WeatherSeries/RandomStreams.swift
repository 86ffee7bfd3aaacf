/// The random numbers of one weather year: independent streams from one seed.
///
/// The first stream is that of the seed itself. The others start from seeds that are hashed
/// from it, so that they are no shifted copies of each other.
struct RandomStreams: Sendable {
  private var sources: [SeededRandom]

  /// So many streams of a seed.
  init(seed: UInt64, count: Int) {
    sources = (0..<count).map { index in
      guard index > 0 else { return SeededRandom(seed: seed) }
      var mixer = SeededRandom(seed: seed ^ (UInt64(index) << 32))
      return SeededRandom(seed: mixer.next())
    }
  }

  /// The streams' numbers, counted from 1.
  var numbers: ClosedRange<Int> { 1...sources.count }

  /// A number with mean 0 and variance 1 from one stream.
  mutating func normal(from stream: Int) -> Double {
    sources[stream - 1].normal()
  }
}
