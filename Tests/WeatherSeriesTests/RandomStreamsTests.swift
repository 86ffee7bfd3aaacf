import Testing

@testable import WeatherSeries

@Suite struct RandomStreamsTests {
  @Test func `the first stream is that of the seed`() {
    var streams = RandomStreams(seed: 2030, count: 2)
    var random = SeededRandom(seed: 2030)
    for _ in 0..<10 { #expect(streams.normal(from: 1) == random.normal()) }
  }

  @Test func `drawing from one stream leaves the other as it is`() {
    var one = RandomStreams(seed: 7, count: 2)
    var other = RandomStreams(seed: 7, count: 3)
    for _ in 0..<5 { _ = one.normal(from: 2) }
    for _ in 0..<5 { #expect(one.normal(from: 1) == other.normal(from: 1)) }
    for _ in 0..<5 { _ = other.normal(from: 3) }
    var fresh = RandomStreams(seed: 7, count: 2)
    for _ in 0..<5 { #expect(fresh.normal(from: 2) == other.normal(from: 2)) }
  }

  @Test func `streams of one seed do not go together`() {
    var streams = RandomStreams(seed: 1, count: 2)
    let draws = (0..<10_000).map { _ in (streams.normal(from: 1), streams.normal(from: 2)) }
    let correlation = SeriesStatistics.correlation(draws.map(\.0), draws.map(\.1))
    // Four standard errors: 4/√10000.
    #expect(abs(correlation) < 0.04)
  }
}
