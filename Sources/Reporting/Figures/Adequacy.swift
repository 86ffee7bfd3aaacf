public import Grid
public import GridDispatch

/// Whether there was enough: the peak, the margin over it, what was not served, the poorest week.
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

  /// The hour of the highest demand; nil where there is none.
  public let peakTime: TimeStamp?
  /// Demand in that hour, MW.
  public let peakDemand: Double
  /// What could have been given then, MW: plants, stores and interruptible load at their capacity,
  /// wind and PV as the weather offered.
  public let capacityAtPeak: Double
  /// Demand that was not served, MWh.
  public let unservedEnergy: Double
  /// Hours in which some demand was not served.
  public let unservedHours: Int
  /// Upward reserve that could not be held, MWh.
  public let reserveShort: Double
  /// The week with the least wind and PV; nil for less than a week.
  public let poorestWeek: Week?

  /// Reads adequacy off a schedule.
  public init(of schedule: Schedule, assets: [AssetSummary]) {
    let demand = schedule.hourly(.demand)
    let unserved = schedule.hourly(.unserved)
    let peak = demand.indices.max { demand[$0] < demand[$1] }
    peakTime = peak.map(schedule.horizon.time)
    peakDemand = peak.map { demand[$0] } ?? 0
    let weather = Set(
      assets.filter { $0.facts.technology.isWind || $0.facts.technology.isSolar }.map(\.name)
    )
    let available = schedule.hourly(.available) { weather.contains($0) }
    let firm = assets.reduce(0) { sum, asset in
      sum + (weather.contains(asset.name) ? 0 : Self.firmCapacity(of: asset.facts))
    }
    capacityAtPeak = firm + (peak.map { available[$0] } ?? 0)
    unservedEnergy = unserved.reduce(0, +)
    unservedHours = unserved.reduce(0) { $0 + ($1 > 1e-3 ? 1 : 0) }
    reserveShort = schedule.total(.reserveUpShort)
    let capacity = assets.reduce(0) { sum, asset in
      sum + (weather.contains(asset.name) ? asset.facts.capacity : 0)
    }
    poorestWeek = Self.poorestWeek(of: available, capacity: capacity, over: schedule.horizon)
  }

  /// Capacity above the peak demand, as a share of it.
  public var reserveMargin: Double? {
    peakDemand > 0 ? (capacityAtPeak - peakDemand) / peakDemand : nil
  }

  private static func firmCapacity(of facts: AssetFacts) -> Double {
    let technology = facts.technology
    if technology.isGeneration || technology.isStorage { return facts.capacity }
    return technology == .interruptibleLoad ? facts.registeredResponse : 0
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
