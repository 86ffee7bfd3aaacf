import Testing
import WeatherSeries

@Suite struct SeriesGeneratorTests {
  private static func year(_ year: Int, seed: UInt64 = 11) throws -> [GeneratedSeries] {
    let figures = try GeneratorFigures(folder: CommittedSeries.figures)
    return SeriesGenerator(figures: figures, seed: seed, year: year).make()
  }

  private static func load(_ zone: String, in year: Int) throws -> SeriesStatistics {
    let series = try Self.year(year).first { $0.name == "load-\(zone)" }
    return SeriesStatistics(values: try #require(series).values)
  }

  @Test func `one seed is one weather year and another seed another`() throws {
    let once = try Self.year(2030)
    #expect(try Self.year(2030) == once)
    let other = try Self.year(2030, seed: 12)
    for (one, two) in zip(once, other) { #expect(one.values != two.values, "\(one.name)") }
  }

  @Test func `every series has 8760 finite values within what physics allows`() throws {
    for series in try Self.year(2030) {
      let range = series.unit == "C" ? -45.0...45.0 : 0.0...(series.name.hasPrefix("load") ? 2 : 1)
      #expect(series.values.count == 8760)
      #expect(series.values.allSatisfy { range.contains($0) }, "\(series.name)")
    }
  }

  @Test func `the sun does not shine at night`() throws {
    for series in try Self.year(2030) where series.name.hasPrefix("solar") {
      for (hour, value) in series.values.enumerated() where hour % 24 < 3 || hour % 24 > 20 {
        #expect(value == 0)
      }
    }
  }

  // 1 January was a Tuesday in 2019 and 2030 and a Wednesday in 2025; the first Saturday of
  // March fell on the 2nd, the 1st and the 2nd, day 60, 59 and 60 from 0.
  @Test(arguments: [(2019, 60), (2025, 59), (2030, 60)])
  func `the load falls on weekends of its own year`(year: Int, saturday: Int) throws {
    let days = try Self.load("jilin", in: year).dailyMeans
    for week in 0..<4 {
      let friday = days[saturday + 7 * week - 1]
      #expect(days[saturday + 7 * week] < friday * 1.02)
    }
    let weekend = (0..<8).map { days[saturday + 7 * $0] + days[saturday + 7 * $0 + 1] }
    let midweek = (0..<8).map { days[saturday + 7 * $0 - 3] + days[saturday + 7 * $0 - 2] }
    let ratio = weekend.reduce(0, +) / midweek.reduce(0, +)
    // The figures' factors are 0.94 to 0.95; the day noise of 2.8 % leaves 0.02 on the mean.
    #expect((0.90...0.98).contains(ratio))
  }

  // The lunar new year: 5 February 2019, 29 January 2025, 3 February 2030.
  @Test(arguments: zip(["jilin", "liaoning"], [0.84, 0.81]))
  func `the load dips at the Spring Festival of its year`(zone: String, expected: Double) throws {
    for (year, newYear) in [(2019, 35), (2025, 28), (2030, 33)] {
      let days = try Self.load(zone, in: year).dailyMeans
      let festival = days[newYear - 1...newYear + 5].reduce(0, +) / 7
      let before = days[newYear - 20...newYear - 14].reduce(0, +) / 7
      let after = days[newYear + 14...newYear + 20].reduce(0, +) / 7
      // Factors of the figures averaged over the seven days, against the weeks around.
      #expect(abs(festival / ((before + after) / 2) - expected) < 0.06, "\(year)")
    }
  }

  @Test func `heat is asked for in the heating season only`() throws {
    let series = try Self.year(2030)
    let heat = try #require(series.first { $0.name == "heat-liaoning" }).values
    let online = try #require(series.first { $0.name == "chp-online-liaoning" }).values
    // 1 April to 31 October are the days 90 to 303 from 0.
    for hour in 90 * 24..<304 * 24 {
      #expect(heat[hour] <= 0.02)
      #expect(online[hour] == 0)
    }
    #expect(online[..<(90 * 24)].allSatisfy { $0 > 0.4 })
  }
}
