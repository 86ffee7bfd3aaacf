/// Maps a standard normal process to a weather variable's month, hour and distribution.
struct WeatherMapping {
  let scores: [Double]
  let weather: GeneratorFigures.Weather
  let calendar: GeneratorCalendar

  /// Values of all hours; `widening` stretches the distribution about its mean, for a site.
  func map(_ latent: [Double], widening: Double = 1) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(latent.count)
    for (index, day) in calendar.days.enumerated() {
      let (low, high, part) = day.span
      let table = zip(weather.quantiles[low], weather.quantiles[high]).map {
        weather.mean + widening * ($0 * (1 - part) + $1 * part - weather.mean)
      }
      for hour in 0..<24 {
        let shift = weather.shifts[low][hour] * (1 - part) + weather.shifts[high][hour] * part
        values.append(interpolate(table, at: shift + weather.spread * latent[index * 24 + hour]))
      }
    }
    return values
  }

  /// The table's value at a normal score, held constant beyond its ends.
  private func interpolate(_ table: [Double], at score: Double) -> Double {
    guard score > scores[0] else { return table[0] }
    for index in 1..<scores.count where score <= scores[index] {
      let part = (score - scores[index - 1]) / (scores[index] - scores[index - 1])
      return table[index - 1] * (1 - part) + table[index] * part
    }
    return table[scores.count - 1]
  }

  /// Scales values to a mean, each kept between 0 and a limit.
  static func scale(_ values: [Double], to mean: Double, limit: Double) -> [Double] {
    var scaled = values.map { min(max($0, 0), limit) }
    for _ in 0..<60 {
      let present = scaled.reduce(0, +) / Double(scaled.count)
      guard present > 0, abs(present - mean) > 1e-9 else { break }
      for index in scaled.indices { scaled[index] = min(scaled[index] * mean / present, limit) }
    }
    return scaled
  }
}
