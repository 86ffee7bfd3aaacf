import GridDispatch
package import GridFormulation
package import Hourly

/// A result's grid, or one zone of it, hour by hour: what was made, drawn, offered and asked for.
package struct ReportedGrid: Sendable {
  /// What one asset, or all lines together, injected in each hour; drawn is negative.
  package struct Entry: Sendable {
    /// Its name.
    package let name: String
    /// What it is made of.
    package let technology: Technology
    /// Net injection, MW.
    package var power: [Double]
  }

  /// The result.
  package let result: ReportedResult
  /// The zone; nil for the whole grid.
  package let zone: String?
  /// The hours.
  package let horizon: Horizon
  /// The months that the hours lie in, as ranges of hours.
  package let months: [Range<Int>]
  /// The assets that stand in it, links left out.
  package let assets: [AssetSummary]
  /// What each asset injected.
  package let entries: [Entry]
  /// Demand with losses, MW.
  package let demand: [Double]
  /// Demand that was not served, MW.
  package let unserved: [Double]

  /// The whole grid of a result, or one zone of it.
  package init(_ result: ReportedResult, zone: String? = nil) {
    self.result = result
    self.zone = zone
    horizon = result.model.horizon
    months = horizon.monthRanges
    let summaries = result.model.assetSummaries
    func isInside(_ name: String) -> Bool { zone == nil || name == zone }
    assets = summaries.filter { $0.facts.link == nil && isInside($0.zone) }
    var technologies: [String: Technology] = [:]
    for asset in summaries { technologies[asset.name] = asset.facts.technology }
    entries = Self.entries(of: result.schedule, technologies) { isInside($0) }
    demand = Self.sum(.demand, of: result.schedule) { isInside($0.zone) }
    unserved = Self.sum(.unserved, of: result.schedule) { isInside($0.zone) }
  }

  private static func entries(
    of schedule: Schedule,
    _ technologies: [String: Technology],
    where isInside: (String) -> Bool
  ) -> [Entry] {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for series in schedule.series where series.quantity == .power && isInside(series.zone) {
      if let place = places[series.owner] {
        for step in series.values.indices { entries[place].power[step] += series.values[step] }
      } else {
        places[series.owner] = entries.count
        let technology = technologies[series.owner] ?? .line
        entries.append(
          Entry(name: series.owner, technology: technology, power: series.values)
        )
      }
    }
    return entries
  }

  private static func sum(
    _ quantity: ResultQuantity,
    of schedule: Schedule,
    where isCounted: (Schedule.Series) -> Bool
  ) -> [Double] {
    var sum = [Double](repeating: 0, count: schedule.horizon.hours)
    for series in schedule.series where series.quantity == quantity && isCounted(series) {
      for step in sum.indices { sum[step] += series.values[step] }
    }
    return sum
  }
}

extension ReportedGrid {
  /// The most zones that are told one by one.
  package static let mostZones = 12

  /// Whether tables and pictures tell its zones one by one.
  package var tellsZones: Bool {
    zone == nil && (2...Self.mostZones).contains(result.model.zoneNames.count)
  }

  /// Technologies in the order of a stack: what runs through first, what follows the load last.
  package static let order: [Technology] = [
    .nuclear, .biomass, .coal, .gas, .other, .hydro, .onshoreWind, .offshoreWind, .centralSolar,
    .distributedSolar, .pumpedHydro, .battery, .otherStorage,
  ]

  /// The technologies that stand in it, in the order of tables; links and heat are left out.
  package var technologies: [Technology] {
    let present = Set(assets.map(\.facts.technology))
    return Self.order.filter(present.contains)
  }

  /// What the assets of a technology gave in each hour, MW.
  package func supply(of technology: Technology) -> [Double] { oneWay(technology, 1) }

  /// What the assets of a technology drew in each hour, MW.
  package func draw(of technology: Technology) -> [Double] { oneWay(technology, -1) }

  private func oneWay(_ technology: Technology, _ sign: Double) -> [Double] {
    var sum = [Double](repeating: 0, count: horizon.hours)
    for entry in entries where entry.technology == technology {
      for step in sum.indices { sum[step] += max(sign * entry.power[step], 0) }
    }
    return sum
  }

  /// A quantity of those assets of it that pass, summed in each hour.
  package func sum(
    _ quantity: ResultQuantity,
    where isCounted: (Technology) -> Bool = { _ in true }
  ) -> [Double] {
    let names = Set(assets.filter { isCounted($0.facts.technology) }.map(\.name))
    return Self.sum(quantity, of: result.schedule) { names.contains($0.owner) }
  }

  /// A quantity of its zones, or of the areas where they hold reserve together, summed in each hour.
  package func zoneSum(_ quantity: ResultQuantity) -> [Double] {
    Self.sum(quantity, of: result.schedule) { zone == nil || $0.owner == zone }
  }

  /// Demand less wind and PV that was on offer, MW.
  package var netLoad: [Double] {
    let offered = sum(.available) { $0.isWind || $0.isSolar }
    return demand.indices.map { demand[$0] - offered[$0] }
  }

  /// Wind and PV that was on offer and not taken, MW.
  package var curtailed: [Double] { sum(.curtailed) { $0.isWind || $0.isSolar } }

  /// The number of the month that a range of hours lies in.
  package func month(_ range: Range<Int>) -> Int { horizon.monthOf(range.lowerBound) }
}
