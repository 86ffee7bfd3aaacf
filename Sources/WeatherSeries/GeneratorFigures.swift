/// The tables of figures from which the generator makes series.
///
/// Read from a folder of small CSV files; `GridModels/figures/README.md` says what each holds
/// and where its numbers come from.
public struct GeneratorFigures: Sendable {
  /// One weather variable of one zone: its persistence, distribution and day shape.
  struct Weather: Sendable {
    let name: String
    /// Hourly persistence of the slow and the fast part, and the root both share.
    let slow, fast, smooth: Double
    /// The share of variance of the slow part, and the deviation of the normal score.
    let slowShare, spread: Double
    let mean: Double
    /// Degrees north and east, for the sun.
    let latitude, longitude: Double
    /// Mid-month quantile tables at `scores`, twelve rows.
    let quantiles: [[Double]]
    /// Mid-month shifts of the normal score by hour of day, twelve rows.
    let shifts: [[Double]]
  }

  /// A site within a zone: its parent's weather, partly its own, less smoothed.
  struct Site: Sendable {
    let name, parent: String
    let ownShare, widening: Double
  }

  /// The load of one zone, per unit of its yearly mean.
  struct Load: Sendable {
    let name: String
    let months: [Double]
    let saturday, sunday: Double
    let dayNoise, dayPersistence: Double
    /// Factors of fixed holidays, in the order of the holidays.
    let holidays: [Double]
    /// Factors of the days around the lunar new year; the first is `festivalStart`.
    let festival: [Double]
    let festivalStart: Int
    /// Hourly shapes by month, twelve rows each.
    let weekday, weekend: [[Double]]
    let coldPerDegree, warmPerDegree: Double
  }

  /// A zone and the stream of random numbers that its series draw from.
  struct Zone: Sendable {
    let name: String
    /// Counted from 1; zones of another stream leave the series of this one as they are.
    let stream: Int
  }

  /// The heating season of one zone.
  struct Heating: Sendable {
    let zone: String
    let startMonth, startDay, endMonth, endDay: Int
    let indoor, design, hotWater: Double
    let onlineFloor, onlineSlope: Double
  }

  /// The natural inflow of one zone's rivers, per unit of turbine capacity.
  struct Inflow: Sendable {
    let zone: String
    let mean, deviation, persistence: Double
    let months: [Double]
  }

  /// A holiday on fixed days of the year.
  struct Holiday: Sendable {
    let item: String
    let month, day, days: Int
  }

  let zones: [Zone]
  let scores: [Double]
  let weather: [Weather]
  /// Correlations of the innovations, in the order of `weather`.
  let slowCorrelation, fastCorrelation: [[Double]]
  let sites: [Site]
  let loads: [Load]
  let heating: [Heating]
  let inflows: [Inflow]
  let holidays: [Holiday]
  /// The Gregorian month and day of the lunar new year, by year.
  let lunarNewYears: [Int: (month: Int, day: Int)]

  /// The zone of a series name, the part after the first hyphen.
  static func zone(of name: String) -> String {
    String(name.split(separator: "-", maxSplits: 1).last ?? "")
  }

  /// The stream of a series of one zone, or of the zone itself.
  func stream(of name: String) -> Int {
    let zone = zones.first { $0.name == name || $0.name == Self.zone(of: name) }
    return zone?.stream ?? 1
  }
}
