import Testing

/// Means over six weather years against the statistics of the data behind the figures.
///
/// The tolerances are what the method leaves, found by comparison and stated, not zero: the
/// figures hold one measured year, whose own months lie far apart from a long-term mean.
@Suite struct MeasuredStatisticsTests {
  static let rows = Ensemble.table("measured-statistics.csv")
  static let names = rows.map(\.name)

  private static func measured(_ name: String, _ column: String) throws -> Double {
    try #require(rows.first { $0.name == name }?.numbers[column])
  }

  @Test(arguments: names)
  func `the yearly mean is the measured one`(name: String) throws {
    let difference = try Ensemble.mean(name, \.mean) - Self.measured(name, "mean")
    #expect(abs(difference) < (name.hasPrefix("temperature") ? 1 : 0.001))
  }

  @Test(arguments: names)
  func `the distribution of the hours is the measured one`(name: String) throws {
    let tolerance = name.hasPrefix("temperature") ? 1.2 : 0.04
    for (column, share) in [
      ("q05", 0.05), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q95", 0.95),
    ] {
      let generated = Ensemble.mean(name) { $0.quantile(share) }
      #expect(abs(generated - (try Self.measured(name, column))) < tolerance, "\(column)")
    }
    let ratio = try Ensemble.mean(name, \.deviation) / Self.measured(name, "deviation")
    #expect((0.93...1.07).contains(ratio))
  }

  @Test(arguments: names)
  func `hours follow each other as measured`(name: String) throws {
    for lag in [1, 3, 6, 12, 24] {
      let generated = Ensemble.mean(name) { $0.persistence(lag) }
      let measured = try Self.measured(name, "lag\(lag)")
      // Wind of the figures' source is smoother over half a day than two roots can be.
      #expect(abs(generated - measured) < (lag < 3 ? 0.02 : 0.11), "lag \(lag)")
    }
  }

  @Test(arguments: names)
  func `days follow each other as measured`(name: String) throws {
    let generated = Ensemble.mean(name, \.dayToDay)
    #expect(abs(generated - (try Self.measured(name, "day_to_day"))) < 0.1)
  }

  @Test(arguments: names)
  func `the means by month and hour are the measured ones`(name: String) throws {
    let rows = Ensemble.table("measured-month-hour-means.csv").filter { $0.name == name }
    let hours = (0..<24).map { ($0 < 10 ? "h0" : "h") + "\($0)" }
    let measured = rows.flatMap { row in hours.compactMap { row.numbers[$0] } }
    try #require(measured.count == 288)
    let years = Ensemble.all(name).map { SeriesStatistics(values: $0).monthHourMeans }
    var sum = 0.0
    for index in measured.indices {
      let mean = years.reduce(0) { $0 + $1[index] } / Double(years.count)
      sum += abs(mean - measured[index])
    }
    // A month of six years has about sixty weather spells: 0.22/√60 = 0.03 for wind.
    let tolerance = name.hasPrefix("temperature") ? 1.5 : 0.035
    #expect(sum / 288 < tolerance)
  }

  @Test(arguments: names)
  func `wind, PV, temperature and load go together as measured`(name: String) throws {
    let rows = Ensemble.table("measured-correlations.csv")
    let row = try #require(rows.first { $0.name == name })
    let own = Ensemble.all(name)
    for other in Self.names {
      let pairs = zip(own, Ensemble.all(other))
      let generated = pairs.map { SeriesStatistics.correlation($0, $1) }.reduce(0, +)
      let measured = try #require(row.numbers[other])
      #expect(abs(generated / Double(own.count) - measured) < 0.09, "\(other)")
    }
  }
}
