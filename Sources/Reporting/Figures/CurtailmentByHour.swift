public import GridDispatch
public import GridFormulation
import Hourly
import Tables

/// Curtailed wind and PV by month and hour of the day, MWh.
public enum CurtailmentByHour {
  /// 12 rows by month with 24 sums by hour of the day.
  public static func table(of schedule: Schedule, assets: [AssetSummary]) -> [[Double]] {
    let names = Set(
      assets.filter { $0.facts.technology.isWind || $0.facts.technology.isSolar }.map(\.name)
    )
    let curtailed = schedule.hourly(.curtailed) { names.contains($0) }
    var cells = Array(repeating: Array(repeating: 0.0, count: 24), count: 12)
    for months in schedule.horizon.monthRanges {
      let month = schedule.horizon.monthOf(months.lowerBound) - 1
      for step in months where curtailed[step] > 0 {
        cells[month][schedule.horizon.hourOfDay(step)] += curtailed[step]
      }
    }
    return cells
  }
}
