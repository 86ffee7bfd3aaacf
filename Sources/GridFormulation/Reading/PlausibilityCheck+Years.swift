import Hourly
import Tables

extension PlausibilityCheck {
  /// Load and weather of different years, which a cold spell or a holiday no longer joins.
  ///
  /// The series of load, wind, PV and inflow count; one whose year nobody tells is left out.
  static func checkYears(
    _ setting: Setting,
    _ library: SeriesLibrary,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) {
    var groups: [(year: Int, series: [String])] = []
    for name in seriesOfLoadAndWeather(setting, assets) {
      guard let year = library.year(of: name) else { continue }
      if let index = groups.firstIndex(where: { $0.year == year }) {
        if !groups[index].series.contains(name) { groups[index].series.append(name) }
      } else {
        groups.append((year, [name]))
      }
    }
    guard groups.count > 1, let first = groups.first?.series.first,
      let declaration = library.declaration(first)
    else { return }
    let said = groups.map { "\(joined($0.series)) of \($0.year)" }.joined(separator: "; ")
    log.warning(
      at: declaration.place(of: "year"),
      field: "series/\(first)",
      rule: "\(said): load and weather of different years do not belong together, "
        + "for a cold day's load meets another day's wind",
      fix: "Take series of one year, or trust yearly sums only and no single hour."
    )
  }

  /// The series of the zones' load, then those that the weather makes, in the order of the model.
  private static func seriesOfLoadAndWeather(
    _ setting: Setting,
    _ assets: [ReadAsset]
  ) -> [String] {
    let loads = setting.zones.compactMap(\.load.seriesName)
    let weather = assets.flatMap { entry -> [String] in
      let technology = entry.asset.facts.technology
      guard technology.isWind || technology.isSolar || technology == .hydro else { return [] }
      return entry.profiles.map(\.series)
    }
    return loads + weather
  }

  /// Names as a sentence lists them: `a, b and c`.
  private static func joined(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
