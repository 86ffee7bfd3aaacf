import Tables

/// Checks that results can tell apart all that the model names: a label heads one column and stands for one thing.
///
/// Zones, areas, heat zones and assets are told by their names, parts of an asset by `asset.part`. What is told
/// elsewhere is not told again: equal names among zones, among heat zones, among assets, and a heat zone's or an
/// area's among those.
enum LabelCheck {
  /// What has a label, and whose it is.
  private struct Holder {
    enum Kind { case zone, area, heatZone, lines, asset, part }

    let kind: Kind
    let name: String
    let words: String
  }

  /// Logs each asset or area whose label, or that of a part of it, another thing of the model has.
  static func run(setting: Setting, assets: [ReadAsset], log: inout IssueLog) {
    var holders = holders(in: setting, &log)
    for entry in assets where !entry.asset.name.isEmpty {
      let asset = entry.asset
      let own = Holder(kind: .asset, name: asset.name, words: "the asset \(asset.name)")
      claim(asset.name, own, entry, &holders, &log)
      guard entry.isSound else { continue }
      for part in asset.partNames where !part.isEmpty {
        let label = Owner(asset.name, part: part, zone: asset.zone).label
        let words = "the part \(part) of the asset \(asset.name)"
        claim(
          label,
          Holder(kind: .part, name: asset.name, words: words),
          entry,
          &holders,
          &log
        )
      }
    }
  }

  /// The labels of zones, areas and heat zones, and of the lines of each zone.
  private static func holders(in setting: Setting, _ log: inout IssueLog) -> [String: Holder] {
    var holders: [String: Holder] = [:]
    for zone in setting.zones {
      let lines = NodalBalance.linesOwner(zone.name).label
      let name = zone.name
      holders[name] = Holder(kind: .zone, name: name, words: "the zone \(name)")
      holders[lines] = Holder(kind: .lines, name: name, words: "all lines of the zone \(name)")
    }
    for heatZone in setting.heatZones where holders[heatZone.name] == nil {
      let name = heatZone.name
      holders[name] = Holder(kind: .heatZone, name: name, words: "the heat zone \(name)")
    }
    for zone in setting.zones {
      guard let area = zone.area else { continue }
      if let other = holders[area], other.kind == .heatZone {
        log.error(
          at: zone.place,
          field: "zones/\(zone.name)/area",
          value: area,
          rule: "is the name of a heat zone",
          fix: "Give the area a name of its own."
        )
      } else if holders[area] == nil {
        holders[area] = Holder(kind: .area, name: area, words: "the area \(area)")
      }
    }
    return holders
  }

  private static func claim(
    _ label: String,
    _ own: Holder,
    _ entry: ReadAsset,
    _ holders: inout [String: Holder],
    _ log: inout IssueLog
  ) {
    guard let other = holders[label] else {
      holders[label] = own
      return
    }
    let isOneAsset =
      [own.kind, other.kind].allSatisfy { $0 == .asset || $0 == .part }
      && own.name == other.name
    let isTold = own.kind == .asset && (other.kind == .asset || other.kind == .heatZone)
    guard !isOneAsset, !isTold else { return }
    log.append(
      entry.row.issue(
        field: "name",
        value: label,
        rule: own.kind == .part
          ? "is the label of \(own.words) in results, and that of \(other.words)"
          : "is the label of \(other.words) in results",
        fix: "Give the asset another name."
      )
    )
  }
}
