public import GridDispatch
public import GridFormulation

/// What the heat networks used, from what sources, and what heat was worth.
public struct HeatFigures: Sendable {
  /// One heat zone.
  public struct Zone: Sendable {
    /// Its name.
    public let name: String
    /// Demand with network losses, MWh.
    public let demand: Double
    /// Demand that was not served, MWh.
    public let unserved: Double
    /// The mean price weighted by demand; nil where there is none.
    public let meanPrice: Double?
  }

  /// The sources of one technology.
  public struct Source: Sendable {
    /// What they are made of.
    public let technology: Technology
    /// Heat given, MWh.
    public let given: Double
    /// Heat taken, such as by tanks, MWh.
    public let taken: Double
    /// Heat given less heat taken, MWh.
    public var net: Double { given - taken }
  }

  /// The heat zones, in the order of the model.
  public let zones: [Zone]
  /// The technologies that gave or took heat.
  public let sources: [Source]

  /// Adds up a schedule's heat; nil where it has none.
  public init?(of schedule: Schedule, assets: [AssetSummary]) {
    let demands = schedule.series(of: .heatDemand)
    guard !demands.isEmpty else { return nil }
    let unserved = schedule.series(of: .unservedHeat)
    let prices = schedule.series(of: .heatPrice)
    zones = demands.map { series in
      let demand = series.values.reduce(0, +)
      let price = prices.first { $0.owner == series.owner }?.values
      let paid = price.map { zip($0, series.values).reduce(0) { $0 + $1.0 * $1.1 } }
      return Zone(
        name: series.owner,
        demand: demand,
        unserved: unserved.first { $0.owner == series.owner }?.values.reduce(0, +) ?? 0,
        meanPrice: demand > 0 ? paid.map { $0 / demand } : nil
      )
    }
    let heat = schedule.series(of: .heat)
    sources = Technology.allCases.compactMap { technology in
      let owners = assets.filter { $0.facts.technology == technology }.map(\.name)
      var (given, taken) = (0.0, 0.0)
      for owner in owners where heat.contains(where: { $0.owner == owner }) {
        for value in schedule.hourly(.heat, where: { $0 == owner }) {
          if value > 0 { given += value } else { taken -= value }
        }
      }
      guard given > 0 || taken > 0 else { return nil }
      return Source(technology: technology, given: given, taken: taken)
    }
  }

  /// Demand of all zones, MWh.
  public var demand: Double { zones.reduce(0) { $0 + $1.demand } }
  /// Demand of all zones that was served, MWh.
  public var served: Double { demand - unserved }
  /// The share of a source in the demand that was served, net of what it took; nil without any.
  public func share(of source: Source) -> Double? { served > 0 ? source.net / served : nil }
  /// Demand of all zones that was not served, MWh.
  public var unserved: Double { zones.reduce(0) { $0 + $1.unserved } }
}
