public import GridDispatch
public import GridFormulation
public import Hourly

/// Whether there was enough: the margin over the demand, what was not served, the poorest week.
public struct Adequacy: Sendable {
  /// A week of wind and PV, from a midnight on.
  public struct Week: Sendable {
    /// Its first hour.
    public let start: TimeStamp
    /// What wind and PV could have given on average, MW.
    public let meanPower: Double
    /// The same per wind and PV capacity.
    public let meanShare: Double
  }

  /// What could be given beyond the demand at the peak and in the tightest hour; nil without demand.
  public let margin: CapacityMargin?
  /// Demand that was not served, MWh.
  public let unservedEnergy: Double
  /// Hours in which some demand was not served.
  public let unservedHours: Int
  /// The most that was not served in an hour, MW.
  public let unservedMost: Double
  /// Upward reserve that could not be held, MWh.
  public let reserveShort: Double
  /// The week with the least wind and PV; nil for less than a week.
  public let poorestWeek: Week?

  /// Reads adequacy off a settled schedule.
  public init(of schedule: Schedule, assets: [AssetSummary], margin: CapacityMargin?) {
    self.margin = margin
    let unserved = schedule.hourly(.unserved)
    unservedEnergy = unserved.reduce(0, +)
    unservedHours = unserved.filter { $0 > 0 }.count
    unservedMost = unserved.max() ?? 0
    reserveShort = schedule.total(.reserveUpShort)
    let weather = assets.filter { $0.facts.technology.isWind || $0.facts.technology.isSolar }
    let names = Set(weather.map(\.name))
    poorestWeek = Self.poorestWeek(
      of: schedule.hourly(.available) { names.contains($0) },
      capacity: weather.reduce(0) { $0 + $1.facts.capacity },
      over: schedule.horizon
    )
  }

  private static func poorestWeek(
    of available: [Double],
    capacity: Double,
    over horizon: Horizon
  ) -> Week? {
    let length = 168
    guard capacity > 0, available.count >= length else { return nil }
    var best: (first: Int, sum: Double)?
    for day in horizon.dayRanges where day.lowerBound + length <= available.count {
      let sum = available[day.lowerBound..<day.lowerBound + length].reduce(0, +)
      if sum < best?.sum ?? .infinity { best = (day.lowerBound, sum) }
    }
    return best.map { week in
      let mean = week.sum / Double(length)
      return Week(
        start: horizon.time(of: week.first),
        meanPower: mean,
        meanShare: mean / capacity
      )
    }
  }
}
