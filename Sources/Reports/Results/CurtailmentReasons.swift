import GridDispatch
import GridFormulation
import Hourly

/// Why wind and PV were not taken, hour by hour, as far as the schedule and its prices tell.
///
/// In an hour and zone with curtailment a *section* is the reason where a link out of the zone is full and the zone
/// at its other end has a higher price; *regulation* where no link is and energy is worth nothing in the zone
/// (nothing that runs could go lower, no store could take more); anything *other*, such as reserve or ramps, where
/// energy still has a price.
package struct CurtailmentReasons: Sendable {
  /// What plants and stores could not make room for, MW.
  package private(set) var regulation: [Double]
  /// What a full link kept in its zone, MW.
  package private(set) var sections: [Double]
  /// What of it was curtailed while an export of the zone to the outside was at its limit, MW.
  package private(set) var exportFull: [Double]
  /// What was curtailed though energy had a price, MW.
  package private(set) var other: [Double]

  /// The share of a limit from which on a link is full.
  static let full = 0.999
  /// The price from which on energy is worth something, in the currency per MWh.
  static let worth = 0.5

  /// The reasons in a grid or in one zone of it.
  package init(of grid: ReportedGrid) {
    let none = [Double](repeating: 0, count: grid.horizon.hours)
    (regulation, sections, other, exportFull) = (none, none, none, none)
    let schedule = grid.result.schedule
    var prices: [String: [Double]] = [:]
    for series in schedule.series(of: .price) { prices[series.zone] = series.values }
    let links = Self.links(of: grid.result)
    for zone in grid.zone.map({ [$0] }) ?? grid.result.model.zoneNames {
      let names = Set(
        grid.assets.filter {
          $0.zone == zone && ($0.facts.technology.isWind || $0.facts.technology.isSolar)
        }.map(\.name)
      )
      let exports = Self.exports(of: grid, in: zone)
      let curtailed = schedule.hourly(.curtailed) { names.contains($0) }
      for step in curtailed.indices where curtailed[step] != 0 {
        let price = prices[zone]?[step] ?? 0
        let isHeld = links.contains { $0.isFull(out: zone, at: step, price, prices) }
        if isHeld {
          sections[step] += curtailed[step]
        } else if price <= Self.worth {
          regulation[step] += curtailed[step]
          if exports.contains(where: { $0.power[step] <= -Self.full * $0.limit }) {
            exportFull[step] += curtailed[step]
          }
        } else {
          other[step] += curtailed[step]
        }
      }
    }
  }

  private struct Link {
    let facts: LinkFacts
    let flow: [Double]

    func isFull(
      out zone: String,
      at step: Int,
      _ price: Double,
      _ prices: [String: [Double]]
    ) -> Bool {
      let isForward = facts.from == zone
      guard isForward || facts.to == zone else { return false }
      let limit = isForward ? facts.forwardLimit : facts.backwardLimit
      let sent = isForward ? flow[step] : -flow[step]
      guard limit > 0, sent >= CurtailmentReasons.full * limit else { return false }
      let other = prices[isForward ? facts.to : facts.from]?[step] ?? 0
      return other > price + CurtailmentReasons.worth
    }
  }

  /// The exports of a zone to the outside, with what they may send.
  private static func exports(
    of grid: ReportedGrid,
    in zone: String
  ) -> [(power: [Double], limit: Double)] {
    grid.assets.compactMap { asset in
      guard asset.zone == zone, let trade = asset.facts.trade, trade.exportLimit > 0,
        let entry = grid.entries.first(where: { $0.name == asset.name })
      else { return nil }
      return (entry.power, trade.exportLimit)
    }
  }

  private static func links(of result: ReportedResult) -> [Link] {
    var flows: [String: [Double]] = [:]
    for series in result.schedule.series(of: .flow) { flows[series.owner] = series.values }
    return result.model.assetSummaries.compactMap { asset in
      guard let facts = asset.facts.link, let flow = flows[asset.name] else { return nil }
      return Link(facts: facts, flow: flow)
    }
  }
}
