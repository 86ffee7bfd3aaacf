import Hourly
import Tables

extension PlausibilityCheck {
  /// The yearly means of what nature gives, share of the capacity.
  private static func usualMean(of technology: Technology) -> (least: Double, most: Double)? {
    if technology.isSolar { return (0.10, 0.30) }
    if technology.isWind { return (0.15, 0.60) }
    return technology == .hydro ? (0.06, 1) : nil
  }

  /// A source that gives more than nature does, less than half of it, or less than a hundredth.
  static func checkFullLoadHours(
    _ entry: ReadAsset,
    _ setting: Setting,
    _ log: inout IssueLog
  ) {
    let technology = entry.asset.facts.technology
    guard let (least, most) = usualMean(of: technology), setting.horizon.hours >= 8760 else {
      return
    }
    for use in entry.profiles
    where ["availability", "maximum_output_pu", "inflow_pu"].contains(use.field) {
      guard let values = setting.series[use.series] else { continue }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      let isPresent = entry.asset.facts.capacity > 0
      if mean < least / 100, isPresent, technology != .hydro {
        log.append(
          entry.row.issue(
            field: use.field,
            rule: "a yearly mean of \(NumberText.shortest(mean)) is less than a hundredth of what "
              + "\(technology.rawValue) gives (\(least))",
            fix: "Check the unit and scale-to of the series: 1 亿 is 10,000 times 1 万."
          )
        )
      } else if mean < least / 2, isPresent {
        log.append(
          entry.row.issue(
            .warning,
            field: use.field,
            rule: "a yearly mean of \(NumberText.shortest((mean * 1e4).rounded() / 1e4)) is less "
              + "than half of what \(technology.rawValue) gives (\(least)): "
              + "is it off by a factor of ten?",
            fix: "Check the unit and scale-to of the series."
          )
        )
      } else if mean > most {
        log.append(
          entry.row.issue(
            .warning,
            field: use.field,
            rule: "a yearly mean of \(NumberText.shortest((mean * 1000).rounded() / 1000)) "
              + "is beyond what \(technology.rawValue) reaches (\(most))",
            fix: "Check the unit and scale-to of the series."
          )
        )
      }
    }
  }
}
