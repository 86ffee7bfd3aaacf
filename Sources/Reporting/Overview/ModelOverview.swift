public import GridFormulation
public import Hourly
public import Tables

/// What was read of a model, as `gridflex check` shows it: load, plants and series.
public struct ModelOverview: Sendable {
  /// The load of a zone, before network losses.
  public struct Load: Sendable {
    /// The zone; nil for all zones together.
    public let zone: String?
    /// The largest load, MW.
    public let peak: Double
    /// The hour of the largest load.
    public let peakTime: TimeStamp
    /// The smallest load, MW.
    public let least: Double
    /// The mean, MW.
    public let mean: Double
    /// The energy of the hours read, MWh.
    public let energy: Double
  }

  /// The assets of one technology.
  public struct Fleet: Sendable {
    /// The technology.
    public let technology: Technology
    /// How many assets there are.
    public let count: Int
    /// Their capacity, MW; the larger direction of links.
    public let capacity: Double
    /// What they store, MWh; nil where they are no stores.
    public let energy: Double?
  }

  /// The model's name.
  public let name: String
  /// What the model is, in a few words.
  public let title: String
  /// What the command line sets otherwise than the model.
  public let variant: [ModelChange]
  /// The hours that were read.
  public let horizon: Horizon
  /// The number of assets.
  public let assetCount: Int
  /// The number of goals.
  public let goalCount: Int
  /// The load of each zone, and of all together where there are several.
  public let loads: [Load]
  /// The assets by technology, in the order in which reports tell them.
  public let fleets: [Fleet]
  /// What was read of each series.
  public let series: [SeriesFacts]
  /// The warnings and notes that reading gave.
  public let issues: [Issue]

  /// Draws a model together.
  public init(of model: GridModel) {
    name = model.name
    title = model.title
    variant = model.changes
    horizon = model.horizon
    assetCount = model.assetSummaries.count
    goalCount = model.goals.filter { !$0.isImplied }.count
    series = model.series
    issues = model.issues
    fleets = Self.fleets(of: model)
    loads = Self.loads(of: model)
  }

  private static func loads(of model: GridModel) -> [Load] {
    let setting = model.setting
    let hours = model.horizon.hours
    guard hours > 0 else { return [] }
    let byZone = setting.zones.map { zone in
      let value = setting.value(of: zone.load)
      return (zone.name, (0..<hours).map { value[$0] })
    }
    var loads = byZone.map { load($0, $1, from: model.horizon) }
    if byZone.count > 1 {
      let all = (0..<hours).map { step in byZone.reduce(0) { $0 + $1.1[step] } }
      loads.append(load(nil, all, from: model.horizon))
    }
    return loads
  }

  private static func load(_ zone: String?, _ values: [Double], from horizon: Horizon) -> Load {
    let peak = values.indices.max { values[$0] < values[$1] } ?? 0
    let energy = values.reduce(0, +)
    return Load(
      zone: zone,
      peak: values[peak],
      peakTime: horizon.time(of: peak),
      least: values.min() ?? 0,
      mean: energy / Double(values.count),
      energy: energy
    )
  }

  private static func fleets(of model: GridModel) -> [Fleet] {
    let facts = model.assetSummaries.map(\.facts)
    return Technology.allCases.compactMap { technology in
      let fleet = facts.filter { $0.technology == technology }
      guard !fleet.isEmpty else { return nil }
      let stores = fleet.compactMap(\.energyCapacity)
      return Fleet(
        technology: technology,
        count: fleet.count,
        capacity: fleet.reduce(0) { sum, asset in
          sum + (asset.link.map { max($0.forwardLimit, $0.backwardLimit) } ?? asset.capacity)
        },
        energy: stores.isEmpty ? nil : stores.reduce(0, +)
      )
    }
  }
}
