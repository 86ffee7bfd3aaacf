import Hourly
import Tables

/// Slips of a factor of ten, such as 万千瓦 typed as MW: figures that others in the model contradict.
///
/// They are warnings: a model may be unusual. Ranges are wide enough for what is built, and narrow enough that ten
/// times and a tenth of the usual lie outside.
extension PlausibilityCheck {
  /// What a fix of power and energy always says.
  package static let units = "1 万千瓦 is 10 MW, 1 亿千瓦时 is 100 GWh."

  /// A load beyond what all plants could serve, or a small part of those that burn fuel.
  ///
  /// Plants count with their capacity, wind and PV with three tenths of it. A base that makes power for others has
  /// a load below a fiftieth of its plants or none, which is left alone. Of a network's nodes only the sum is
  /// judged, of zones whose load is all of society's each.
  static func checkLoadAgainstPlants(
    _ setting: Setting,
    _ library: SeriesLibrary,
    _ root: YAMLMapping,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) {
    guard !setting.zones.contains(where: { isUnread($0, setting) }) else { return }
    var groups = setting.zones.filter { $0.loadScope == .wholeSociety }.map { [$0] }
    if groups.count < setting.zones.count || groups.count != 1 { groups.append(setting.zones) }
    var found: Set<String> = []
    for zones in groups {
      guard let zone = zones.first, found.isDisjoint(with: zones.map(\.name)) else { continue }
      guard let rule = contradiction(of: zones, setting, assets) else { continue }
      found.formUnion(zones.map(\.name))
      let peak = peak(of: zones, in: setting)
      let declaration = zone.load.seriesName.flatMap { library.declaration($0) }
      log.warning(
        at: declaration?.place ?? root.place(of: "zones"),
        field: zones.count == 1 ? "zones/\(zone.name)/load" : "zones",
        value: "\(shown(peak)) MW at the most",
        rule: rule,
        fix: "Check unit, scale and scale-to of the load and the plants' capacities: \(units)"
      )
    }
  }

  private static func isUnread(_ zone: Zone, _ setting: Setting) -> Bool {
    zone.load.seriesName.map { setting.series[$0] == nil } ?? false
  }

  private static func peak(of zones: [Zone], in setting: Setting) -> Double {
    let demands = zones.map { setting.value(of: $0.load) }
    return setting.horizon.steps.reduce(0) { most, step in
      max(most, demands.reduce(0) { $0 + $1[step] })
    }
  }

  /// What plants say against a load; nil where nothing does.
  private static func contradiction(
    of zones: [Zone],
    _ setting: Setting,
    _ assets: [ReadAsset]
  ) -> String? {
    let names = Set(zones.map(\.name))
    // Where energy of one kind becomes another, a sum over both says nothing.
    let converts = assets.contains {
      $0.asset.facts.technology == .converter
        && $0.asset.zones.contains { names.contains($0.name) }
    }
    if converts { return nil }
    let peak = peak(of: zones, in: setting)
    var (possible, burning) = (0.0, 0.0)
    for asset in assets.map(\.asset) {
      let facts = asset.facts
      if let link = facts.link {
        guard names.contains(link.from) != names.contains(link.to) else { continue }
        possible += names.contains(link.to) ? link.forwardLimit : link.backwardLimit
        continue
      }
      guard names.contains(asset.zone) else { continue }
      let technology = facts.technology
      if let exchange = asset as? Interchange {
        possible += exchange.importLimit.megawatts
      } else if technology.isWind || technology.isSolar {
        possible += 0.3 * facts.capacity
      } else if technology.isGeneration || technology.isStorage {
        possible += facts.capacity
      }
      switch technology {
      case .coal, .gas, .nuclear, .biomass: burning += facts.capacity
      default: break
      }
    }
    if possible > 0, peak > 1.25 * possible {
      return "is \(shown(peak / possible)) times what all plants, stores and imports could give "
        + "(\(shown(possible)) MW, wind and PV at three tenths): is it off by a factor of ten?"
    }
    if burning > 0, peak < burning / 4, peak > burning / 50 {
      return "is only \(shown(100 * peak / burning)) % of the plants that burn fuel or are nuclear "
        + "(\(shown(burning)) MW): is it off by a factor of ten?"
    }
    return nil
  }

  /// An hour of a load that stands out: an energy that does not fit its peak or its least hour.
  static func checkShape(
    of zone: Zone,
    _ setting: Setting,
    _ library: SeriesLibrary,
    _ log: inout IssueLog
  ) {
    guard let name = zone.load.seriesName, let values = setting.series[name],
      values.count >= 48, let declaration = library.declaration(name),
      let peak = values.indices.max(by: { values[$0] < values[$1] }),
      let least = values.indices.min(by: { values[$0] < values[$1] })
    else { return }
    let mean = values.reduce(0, +) / Double(values.count)
    let (step, rule): (Int, String)
    if mean < 0.25 * values[peak] {
      step = peak
      rule =
        "is \(shown(values[peak] / mean)) times the mean load (\(shown(mean)) MW), where "
        + "even short peaks are below 4 times"
    } else if values[least] > 0, values[least] < 0.15 * mean {
      step = least
      rule = "is \(shown(100 * values[least] / mean)) % of the mean load (\(shown(mean)) MW)"
    } else {
      return
    }
    log.warning(
      at: declaration.place,
      field: "series/\(name)",
      value: "\(shown(values[step])) MW at \(setting.horizon.time(of: step))",
      rule: rule + ": is that hour off by a factor of ten?",
      fix: "Check that hour in \(declaration.file): \(units)"
    )
  }

  /// A number as a message shows it: three digits or so.
  package static func shown(_ value: Double) -> String {
    let decimals = abs(value) < 10 ? 2 : abs(value) < 100 ? 1 : 0
    return NumberText.grouped(value, decimals: decimals)
  }
}
