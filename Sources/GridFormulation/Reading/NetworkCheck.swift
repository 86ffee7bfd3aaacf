import Hourly
import Tables

/// Checks that zones, corridors and lines make a grid that can be run.
enum NetworkCheck {
  /// Logs every contract, zone and island that cannot be right.
  ///
  /// Islands are looked at only where all assets could be read.
  static func run(
    setting: Setting,
    assets: [ReadAsset],
    options: [CapacityOption],
    isComplete: Bool,
    log: inout IssueLog
  ) {
    checkEnds(assets, &log)
    checkContracts(assets, &log)
    guard isComplete, setting.zones.count > 1 else { return }
    checkEmptyZones(setting, assets, &log)
    checkIslands(setting, assets, options, &log)
  }

  private static func checkEnds(_ assets: [ReadAsset], _ log: inout IssueLog) {
    for entry in assets {
      guard let link = entry.asset.facts.link, !link.from.isEmpty, link.from == link.to else {
        continue
      }
      log.append(
        entry.row.issue(
          field: "to",
          value: link.to,
          rule: "is where it begins, too: a loop of one zone carries nothing",
          fix: "Name the zone at its other end, or take it out."
        )
      )
    }
  }

  /// Contracts with plants that are not there or stand elsewhere, or that promise more than all of a plant.
  private static func checkContracts(_ assets: [ReadAsset], _ log: inout IssueLog) {
    var promised: [String: Double] = [:]
    let named = Dictionary(assets.map { ($0.asset.name, $0.asset) }) { first, _ in first }
    for entry in assets {
      let facts = entry.asset.facts
      let field = facts.link == nil ? "supplied_by" : "contract_plants"
      let home = facts.link?.from ?? entry.asset.zone
      for contract in facts.link?.contracts ?? facts.suppliers {
        guard let plant = named[contract.plant] else {
          let plants = assets.filter { $0.asset.facts.technology.isGeneration }
          log.append(
            entry.row.issue(
              field: field,
              rule: "\(contract.plant) is not a plant of the model",
              fix: NearestName.fix(contract.plant, among: plants.map(\.asset.name))
            )
          )
          continue
        }
        if plant.zone != home {
          log.append(
            entry.row.issue(
              field: field,
              rule: facts.link == nil
                ? "\(contract.plant) stands in \(plant.zone), what it supplies in \(home)"
                : "\(contract.plant) stands in \(plant.zone), the corridor sends from \(home)",
              fix: facts.link == nil
                ? "Name plants of the same zone." : "Name plants of the sending zone."
            )
          )
        }
        let total = (promised[contract.plant] ?? 0) + contract.share
        promised[contract.plant] = total
        guard total > 1 + 1e-9 else { continue }
        log.append(
          entry.row.issue(
            field: field,
            rule: "more energy of \(contract.plant) is contracted than it has: "
              + "\(NumberText.shortest((1000 * total).rounded() / 1000)) of its output",
            fix: "Let the shares of a plant over all contracts add up to 1 at the most."
          )
        )
      }
    }
  }

  /// Zones in which nothing stands, nothing is used and nothing arrives.
  private static func checkEmptyZones(
    _ setting: Setting,
    _ assets: [ReadAsset],
    _ log: inout IssueLog
  ) {
    let used = Set(assets.flatMap { $0.asset.zones.map(\.name) })
    for zone in setting.zones where !used.contains(zone.name) {
      guard setting.value(of: zone.load).isEverywhere(0) else { continue }
      log.error(
        at: zone.place,
        field: "zones/\(zone.name)",
        rule: "has no load, no asset and no corridor",
        fix: "Write its `load`, or take the zone out of the list."
      )
    }
  }

  /// Tells of islands whose demand is above all that could be injected in some hour.
  ///
  /// What options could add counts: without them such a grid goes short, and a plan may still mend it.
  private static func checkIslands(
    _ setting: Setting,
    _ assets: [ReadAsset],
    _ options: [CapacityOption],
    _ log: inout IssueLog
  ) {
    let seriesAreThere = assets.allSatisfy { entry in
      entry.profiles.allSatisfy { setting.series[$0.series] != nil }
    }
    guard seriesAreThere else { return }
    let standing = shortages(of: setting, assets.map(\.asset))
    guard !standing.isEmpty else { return }
    let grown = shortages(of: setting, assets.map { $0.asset.grown(by: options) })
    for shortage in grown.isEmpty ? standing : grown {
      let island = shortage.island
      let shown = island.prefix(4).map { setting.zones[$0].name }.joined(separator: ", ")
      log.append(
        setting.zones[island[0]].place.issue(
          grown.isEmpty ? .warning : .error,
          field: "zones",
          value: shown + (island.count > 4 ? " and \(island.count - 4) more" : ""),
          rule:
            "is an island that cannot be balanced\(grown.isEmpty ? " without its options" : ""): "
            + "in \(shortage.hours) hours, the first at \(setting.horizon.time(of: shortage.first)), "
            + "demand is above all that could be injected, by up to "
            + "\(NumberText.shortest((1000 * shortage.most).rounded() / 1000)) MW",
          fix: grown.isEmpty
            ? "Plan it with `gridflex plan`, or add capacity."
            : "Join it to the rest by a corridor or line, or add capacity."
        )
      )
    }
  }

  /// An island that cannot be balanced in some hours.
  private struct Shortage {
    /// Its zones, as positions among the model's.
    let island: [Int]
    let hours: Int
    let first: Int
    /// What is missing at the most, MW.
    let most: Double
  }

  /// The islands whose demand is above all that could be injected; none where all is joined.
  private static func shortages(of setting: Setting, _ assets: [any Asset]) -> [Shortage] {
    let islands = islands(of: setting, assets)
    guard islands.count > 1 else { return [] }
    let inZone = Dictionary(grouping: assets, by: \.zone)
    let converting = Set(assets.filter { $0.facts.technology == .converter }.map(\.zone))
    return islands.compactMap { island in
      let names = Set(island.map { setting.zones[$0].name })
      // Where energy of one kind becomes another, a sum over both proves nothing.
      if !converting.isDisjoint(with: names) { return nil }
      var room = [Double](repeating: 0, count: setting.horizon.hours)
      for index in island {
        for asset in inZone[setting.zones[index].name] ?? [] {
          let most = asset.mostInjection(in: setting)
          for step in room.indices { room[step] += most[step] }
        }
        let demand = NodalBalance.demand(of: setting.zones[index], in: setting)
        for step in room.indices { room[step] -= demand[step] }
      }
      let missed = room.indices.filter { room[$0] < -1e-6 }
      guard let first = missed.first, let least = room.min() else { return nil }
      return Shortage(island: island, hours: missed.count, first: first, most: -least)
    }
  }

  private static func carries(_ facts: AssetFacts) -> Bool {
    facts.link.map { max($0.forwardLimit, $0.backwardLimit) > 0 } ?? (facts.capacity > 0)
  }

  /// The zones that are joined, as positions among the model's.
  private static func islands(of setting: Setting, _ assets: [any Asset]) -> [[Int]] {
    var positions: [String: Int] = [:]
    for (index, zone) in setting.zones.enumerated() { positions[zone.name] = index }
    var root = Array(setting.zones.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index { index = root[index] }
      return index
    }
    for asset in assets where carries(asset.facts) {
      let ends = asset.zones.compactMap { positions[$0.name] }
      for end in ends.dropFirst() {
        let (low, high) = (min(find(ends[0]), find(end)), max(find(ends[0]), find(end)))
        root[high] = low
      }
    }
    var groups: [Int: [Int]] = [:]
    for index in root.indices { groups[find(index), default: []].append(index) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
