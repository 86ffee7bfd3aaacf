import GridDispatch
package import GridFormulation
import Hourly
import Tables

/// The hourly share of some sources in the net generation of a zone.
package struct HourlyMix {
  /// Share in each hour; 0 where nothing is generated.
  package let share: [Double]

  /// The share of the sources that pass, in a zone.
  package init(
    of zone: String,
    in evidence: Evidence,
    where isIncluded: (Technology) -> Bool
  ) {
    var technologies: [String: Technology] = [:]
    for asset in evidence.wholeAssets { technologies[asset.name] = asset.facts.technology }
    var chosen = [Double](repeating: 0, count: evidence.schedule.horizon.hours)
    var all = chosen
    for series in evidence.wholeSeries where series.quantity == .power && series.zone == zone {
      guard let technology = technologies[series.owner], technology.isGeneration else { continue }
      let counts = isIncluded(technology)
      for step in all.indices {
        all[step] += series.values[step]
        if counts { chosen[step] += series.values[step] }
      }
    }
    share = zip(chosen, all).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
