public import GridDispatch
public import GridFormulation

/// What one zone made, used, sent and received over the hours.
public struct ZoneFigures: Sendable {
  /// The zone's name.
  public let name: String
  /// Demand with network losses, MWh.
  public private(set) var demand = 0.0
  /// Demand that was not served, MWh.
  public private(set) var unserved = 0.0
  /// Net generation, MWh.
  public private(set) var generation = 0.0
  /// Net generation without fossil fuel, MWh.
  public private(set) var nonFossilGeneration = 0.0
  /// Wind and PV on offer, MWh.
  public private(set) var available = 0.0
  /// What of it was not delivered, MWh.
  public private(set) var curtailed = 0.0
  /// Bought from outside the model, MWh.
  public private(set) var imported = 0.0
  /// Sold to the outside of the model, MWh.
  public private(set) var exported = 0.0
  /// Sent into corridors, or taken by plants that make another energy of it, MWh.
  public private(set) var sent = 0.0
  /// Received from corridors, or from plants that make it of another energy, MWh.
  public private(set) var received = 0.0
  /// What lines brought less what they took, MWh.
  public private(set) var netFromLines = 0.0
  /// CO2 emitted, t.
  public private(set) var carbonDioxide = 0.0
  /// Prices; nil where there are none.
  public private(set) var price: PriceFigures?

  /// The share of wind and PV that was not delivered; nil where there was none.
  public var curtailmentRate: Double? { available > 0 ? curtailed / available : nil }

  /// The zones of a schedule, in the order of the model.
  public static func all(
    of schedule: Schedule,
    assets: [AssetSummary],
    zones: [String],
    prices: [PriceFigures]
  ) -> [ZoneFigures] {
    var technologies: [String: Technology] = [:]
    for asset in assets { technologies[asset.name] = asset.facts.technology }
    var positions: [String: Int] = [:]
    for (index, zone) in zones.enumerated() { positions[zone] = index }
    var figures = zones.map { ZoneFigures(name: $0) }
    for series in schedule.series {
      guard let position = positions[series.zone] else { continue }
      figures[position].add(series, technologies[series.owner])
    }
    for price in prices {
      guard let position = positions[price.zone] else { continue }
      figures[position].price = price
    }
    return figures
  }

  private init(name: String) { self.name = name }

  private mutating func add(_ series: Schedule.Series, _ technology: Technology?) {
    let isWeather = technology.map { $0.isWind || $0.isSolar } ?? false
    var sum: Double { series.values.reduce(0, +) }
    switch series.quantity {
    case .demand: demand += sum
    case .unserved: unserved += sum
    case .available where isWeather: available += sum
    case .curtailed where isWeather: curtailed += sum
    case .imported: imported += sum
    case .exported: exported += sum
    case .sent: sent += sum
    case .received: received += sum
    case .carbonDioxide: carbonDioxide += sum
    case .power:
      if technology == .converter {
        for power in series.values { if power > 0 { received += power } else { sent -= power } }
      } else if let technology {
        guard technology.isGeneration else { return }
        generation += sum
        if technology.isNonFossil { nonFossilGeneration += sum }
      } else {
        netFromLines += sum
      }
    default: return
    }
  }
}
