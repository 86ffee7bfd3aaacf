/// A generated series: a name, a unit and one value an hour.
public struct GeneratedSeries: Sendable, Equatable {
  /// The kind and the zone: `wind-jilin`, `load-liaoning`.
  public let name: String
  /// `pu` or `C`.
  public let unit: String
  /// One value an hour, 8,760 in all; 29 February is left out.
  public let values: [Double]
}

/// Makes the hourly series of all zones of the figures for one year.
///
/// The method is a Gaussian copula: correlated normal processes with hourly and daily
/// persistence (`LatentWeather`) go through each month's distribution and each hour's shift
/// (`WeatherMapping`); PV is a clear-sky curve times a clearness made that way. The yearly
/// mean of wind and PV is the figures' mean in every year. Another seed is another weather
/// year; the same seed gives the same bytes everywhere.
public struct SeriesGenerator: Sendable {
  /// The figures the series follow.
  public let figures: GeneratorFigures
  /// The seed of the weather.
  public let seed: UInt64
  /// The calendar year: weekdays and the Spring Festival differ.
  public let year: Int
  /// Yearly means that replace those of the figures, by name of the wind or PV series.
  public let means: [String: Double]

  /// A generator of one weather year.
  public init(
    figures: GeneratorFigures,
    seed: UInt64,
    year: Int,
    means: [String: Double] = [:]
  ) {
    self.figures = figures
    self.seed = seed
    self.year = year
    self.means = means
  }

  /// All series: weather, sites, loads, heat, shares of CHP online, inflows, in that order.
  public func make() -> [GeneratedSeries] {
    let calendar = GeneratorCalendar(year: year)
    let count = figures.zones.map(\.stream).max() ?? 1
    var random = RandomStreams(seed: seed, count: count)
    let latent = LatentWeather(figures: figures).make(hours: 8760, random: &random)
    var series: [GeneratedSeries] = []
    for (index, weather) in figures.weather.enumerated() {
      series.append(self.weather(weather, latent: latent[index], calendar: calendar))
    }
    for (index, site) in figures.sites.enumerated() {
      guard let parent = figures.weather.first(where: { $0.name == site.parent }) else { continue }
      let mapping = WeatherMapping(scores: figures.scores, weather: parent, calendar: calendar)
      let process = latent[figures.weather.count + index]
      let values = mapping.map(process, widening: site.widening)
      series.append(
        output(
          site.name,
          WeatherMapping.scale(values, to: means[site.name] ?? parent.mean, limit: 1)
        )
      )
    }
    series += loads(temperatures: series, calendar: calendar, random: &random)
    series += heat(temperatures: series, calendar: calendar)
    series += inflows(calendar: calendar, random: &random)
    return series
  }

  private func weather(
    _ weather: GeneratorFigures.Weather,
    latent: [Double],
    calendar: GeneratorCalendar
  ) -> GeneratedSeries {
    let mapping = WeatherMapping(scores: figures.scores, weather: weather, calendar: calendar)
    let values = mapping.map(latent)
    if weather.name.hasPrefix("temperature") { return output(weather.name, values, unit: "C") }
    guard weather.name.hasPrefix("solar") else {
      return output(
        weather.name,
        WeatherMapping.scale(values, to: means[weather.name] ?? weather.mean, limit: 1)
      )
    }
    let sky = ClearSky.series(latitude: weather.latitude, longitude: weather.longitude)
    let output = zip(values, sky).map { clearness, clear in
      clear < ClearSky.dark ? clear : min(clear * clearness, 0.85)
    }
    return self.output(
      weather.name,
      WeatherMapping.scale(output, to: means[weather.name] ?? weather.mean, limit: 0.85)
    )
  }

  private func loads(
    temperatures: [GeneratedSeries],
    calendar: GeneratorCalendar,
    random: inout RandomStreams
  ) -> [GeneratedSeries] {
    let newYear = figures.lunarNewYears[year].map {
      calendar.index(month: $0.month, day: $0.day)
    }
    var series: [GeneratedSeries] = []
    for load in figures.loads {
      let generator = LoadGenerator(
        load: load,
        holidays: figures.holidays,
        calendar: calendar,
        newYear: newYear
      )
      let zone = GeneratorFigures.zone(of: load.name)
      let weather = temperatures.first { $0.name == "temperature-\(zone)" }
      let departures = weather.map { Self.departures($0.values, calendar: calendar) }
      let none = [Double](repeating: 0, count: calendar.days.count)
      let values = generator.make(
        departures: departures ?? none,
        random: &random,
        stream: figures.stream(of: load.name)
      )
      series.append(output(load.name, values))
    }
    return series
  }

  private func heat(
    temperatures: [GeneratedSeries],
    calendar: GeneratorCalendar
  ) -> [GeneratedSeries] {
    var series: [GeneratedSeries] = []
    for heating in figures.heating {
      let name = "temperature-\(heating.zone)"
      guard let weather = temperatures.first(where: { $0.name == name }) else { continue }
      let generator = HeatGenerator(heating: heating, calendar: calendar)
      let demand = generator.demand(temperatures: weather.values)
      series.append(output("heat-\(heating.zone)", demand))
      series.append(output("chp-online-\(heating.zone)", generator.onlineShare(demand: demand)))
    }
    return series
  }

  private func inflows(
    calendar: GeneratorCalendar,
    random: inout RandomStreams
  ) -> [GeneratedSeries] {
    figures.inflows.map { inflow in
      let stream = figures.stream(of: inflow.zone)
      var noise = random.normal(from: stream)
      let fresh = (1 - inflow.persistence * inflow.persistence).squareRoot()
      var values: [Double] = []
      for day in calendar.days {
        noise = inflow.persistence * noise + fresh * random.normal(from: stream)
        let level = day.between(inflow.months) * max(1 + inflow.deviation * noise, 0.2)
        values += [Double](repeating: level, count: 24)
      }
      return output(
        "inflow-\(inflow.zone)",
        WeatherMapping.scale(values, to: inflow.mean, limit: 1)
      )
    }
  }

  /// Each day's mean temperature less the mean of its month.
  private static func departures(_ values: [Double], calendar: GeneratorCalendar) -> [Double] {
    let days = calendar.days.indices.map { values[$0 * 24..<$0 * 24 + 24].reduce(0, +) / 24 }
    var sums = [Double](repeating: 0, count: 12)
    for (day, mean) in zip(calendar.days, days) { sums[day.month - 1] += mean }
    return zip(calendar.days, days).map { day, mean in
      mean - sums[day.month - 1] / Double(GeneratorCalendar.lengths[day.month - 1])
    }
  }

  /// A series rounded to what its file holds, so that a file read back is the series.
  private func output(_ name: String, _ values: [Double], unit: String = "pu") -> GeneratedSeries {
    let digits = unit == "C" ? 100.0 : 10_000.0
    return GeneratedSeries(
      name: name,
      unit: unit,
      values: values.map { ($0 * digits).rounded() / digits }
    )
  }
}
