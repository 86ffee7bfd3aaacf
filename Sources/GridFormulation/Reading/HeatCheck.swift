import Hourly
import Tables

/// Checks that every heat zone has sources for its demand.
enum HeatCheck {
  /// Logs each heat zone whose demand is above all that its sources could give in some hour.
  static func run(
    setting: Setting,
    assets: [ReadAsset],
    isComplete: Bool,
    log: inout IssueLog
  ) {
    let seriesAreThere = assets.allSatisfy { entry in
      entry.profiles.allSatisfy { setting.series[$0.series] != nil }
    }
    guard isComplete, seriesAreThere else { return }
    var sources: [String: [any Asset]] = [:]
    for entry in assets {
      for name in Set(entry.asset.heatZones.map(\.name)) {
        sources[name, default: []].append(entry.asset)
      }
    }
    for heatZone in setting.heatZones {
      if let name = heatZone.demand.seriesName, setting.series[name] == nil { continue }
      let demand = heatZone.demand(in: setting)
      var room = setting.horizon.steps.map { -demand[$0] }
      for source in sources[heatZone.name] ?? [] {
        let most = source.mostHeat(in: heatZone.name, setting)
        for step in room.indices { room[step] += most[step] }
      }
      let missed = room.indices.filter { room[$0] < -1e-6 }
      guard let least = room.min(), !missed.isEmpty else { continue }
      let hours = missed.prefix(3).map { setting.horizon.time(of: $0).description }
      log.error(
        at: heatZone.place,
        field: "heat-zones/\(heatZone.name)/demand",
        rule: "is above all that the zone's heat sources can give in \(missed.count) hours, "
          + "the first at \(hours.joined(separator: ", ")), by up to "
          + "\(NumberText.shortest((-1000 * least).rounded() / 1000)) MW",
        fix: "Add heat sources such as assets/heat-boiler.csv, or check unit and scale-to."
      )
    }
  }
}
