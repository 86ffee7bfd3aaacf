import Testing
import WeatherSeries

@Suite struct SeededRandomTests {
  @Test func `the stream is that of SplitMix64`() {
    // Reference outputs of the authors' C code for the seed 1234567.
    var random = SeededRandom(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func `normal deviates have mean 0 and variance 1`() {
    var random = SeededRandom(seed: 7)
    let draws = (0..<40_000).map { _ in random.normal() }
    let statistics = SeriesStatistics(values: draws)
    // Four standard errors: 4/√40000 = 0.02.
    #expect(abs(statistics.mean) < 0.02)
    #expect(abs(statistics.deviation - 1) < 0.02)
  }
}
