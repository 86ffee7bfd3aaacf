import GridDispatch
import GridFormulation
import Hourly

/// What upward reserve is required for, hour by hour.
package struct ReserveNeed: Sendable {
  /// For errors of the load, MW.
  package private(set) var load: [Double]
  /// For errors of wind and PV, MW.
  package private(set) var renewables: [Double]
  /// For the largest unit and what is required whatever the load, MW.
  package private(set) var other: [Double]

  /// The reserve of a grid, or of the zone where it holds reserve by itself.
  package init(of grid: ReportedGrid) {
    let required = grid.zoneSum(.reserveUpRequired)
    var load = [Double](repeating: 0, count: grid.horizon.hours)
    var renewables = load
    let setting = grid.result.model.setting
    let schedule = grid.result.schedule
    for area in setting.areas {
      let zones = Set(area.zones.map { setting.zones[$0].name })
      guard grid.zone == nil || area.name == grid.zone else { continue }
      let policy = area.reserve
      for series in schedule.series(of: .demand) where zones.contains(series.zone) {
        for step in load.indices { load[step] += policy.upShareOfLoad * series.values[step] }
      }
      guard policy.upShareOfWindAndSolar > 0 else { continue }
      let plants = Set(
        grid.assets.filter {
          zones.contains($0.zone) && ($0.facts.technology.isWind || $0.facts.technology.isSolar)
        }.map(\.name)
      )
      let sent = schedule.hourly(.power) { plants.contains($0) }
      for step in sent.indices { renewables[step] += policy.upShareOfWindAndSolar * sent[step] }
    }
    // Where nothing is required none is needed for the load either.
    for step in required.indices where required[step] <= 0 {
      (load[step], renewables[step]) = (0, 0)
    }
    other = required.indices.map { max(required[$0] - load[$0] - renewables[$0], 0) }
    (self.load, self.renewables) = (load, renewables)
  }

  /// All of it in an hour, MW.
  package func all(at step: Int) -> Double { load[step] + renewables[step] + other[step] }
}
