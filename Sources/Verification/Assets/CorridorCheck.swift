import GridFormulation
import Hourly
import Tables

/// A corridor keeps its limits, schedule, ramp and losses, and what one end sends the other receives.
extension Corridor: CheckedAsset {
  func check(in examination: inout Examination) {
    let (forward, backward) = (forwardLimit.megawatts, backwardLimit.megawatts)
    let size = 1 + max(forward, backward)
    let flow = examination.series(.flow, of: owner)
    let sent = examination.series(.sent, of: end(from))
    let returned = examination.series(.sent, of: end(to))
    let arrived = examination.series(.received, of: end(to))
    let back = examination.series(.received, of: end(from))
    let here = examination.injection(of: end(from))
    let there = examination.injection(of: end(to))
    examination.identify("flow", of: owner, size: size) { flow[$0] - sent[$0] + returned[$0] }
    examination.identify("power at \(from)", of: owner, size: size) {
      here[$0] - back[$0] + sent[$0]
    }
    examination.identify("power at \(to)", of: owner, size: size) {
      there[$0] - arrived[$0] + returned[$0]
    }
    checkWay("forward", forward, forwardShare, 1, sent, arrived, in: &examination)
    checkWay("backward", backward, backwardShare, -1, returned, back, in: &examination)
    if let ramp {
      let most = ramp * max(forward, backward)
      examination.require("ramp", of: owner, size: size, from: 1) {
        abs(flow[$0] - flow[$0 - 1]) - most
      }
    }
    examination.requireOneWay("one way", of: owner, size: size, sent, returned)
    noteMargins(sent, returned, in: &examination)
    let total = zip(sent, returned).map { $0 + $1 }
    examination.ledger.charge(.wheeling, of: name, price: wheelingCost, for: total)
    examination.ties.add(.transfer, of: name, total)
  }

  /// What each way costs, where no hour is tied to the next and what is lost is a share.
  private func noteMargins(
    _ sent: [Double],
    _ returned: [Double],
    in examination: inout Examination
  ) {
    guard ramp == nil, loss == 0 || lossPieces <= 1 else { return }
    let limits = (forwardLimit.megawatts, backwardLimit.megawatts)
    let ways: [(from: String, to: String, limit: Double, share: Profile, sign: Double)] = [
      (from, to, limits.0, forwardShare, 1), (to, from, limits.1, backwardShare, -1),
    ]
    let bounds = ways.map { way in
      self.bounds(
        way.limit,
        way.sign,
        most: most(way.limit, way.share, in: examination),
        in: examination
      )
    }
    for (index, way) in ways.enumerated() where way.limit > 0 {
      let (own, other) = index == 0 ? (sent, returned) : (returned, sent)
      let trace = examination.tolerance.allowed(bySize: 1 + way.limit)
      let upper = own.indices.map { step in
        // Nothing goes both ways, and ways with a loss share the hour.
        guard other[step] <= bounds[1 - index].least[step] + trace else { return own[step] }
        guard loss > 0, limits.0 > 0, limits.1 > 0 else { return bounds[index].highest[step] }
        let left = 1 - sent[step] / limits.0 - returned[step] / limits.1
        return min(bounds[index].highest[step], own[step] + way.limit * left)
      }
      examination.note(
        Margin(
          owner: end(way.from),
          name: "what is sent",
          size: 1 + way.limit,
          amounts: own,
          lower: bounds[index].least,
          upper: upper,
          costs: examination.constant(wheelingCost),
          gains: [
            examination.gain(inZone: way.to, examination.constant(1 - loss)),
            examination.gain(inZone: way.from, examination.constant(-1)),
          ]
        )
      )
    }
  }

  /// What can go one way in each hour, MW.
  private func most(_ limit: Double, _ share: Profile, in examination: Examination) -> [Double] {
    let out = examination.count(of: maintenanceShare > 0 ? maintenance : [])
    let usable = examination.values(of: share)
    return usable.indices.map { limit * usable[$0] * (out[$0] > 0 ? 1 - maintenanceShare : 1) }
  }

  /// The least and the most that goes one way in each hour, MW.
  private func bounds(
    _ limit: Double,
    _ sign: Double,
    most: [Double],
    in examination: Examination
  ) -> (least: [Double], highest: [Double]) {
    guard let schedule else { return (examination.constant(0), most) }
    let planned = examination.values(of: schedule).map { sign * $0 }
    return (
      planned.indices.map { min(limit * max(planned[$0] - band, 0), most[$0]) },
      planned.indices.map { min(limit * min(max(planned[$0] + band, 0), 1), most[$0]) }
    )
  }

  private func checkWay(
    _ way: String,
    _ limit: Double,
    _ share: Profile,
    _ sign: Double,
    _ sent: [Double],
    _ received: [Double],
    in examination: inout Examination
  ) {
    let size = 1 + limit
    let most = most(limit, share, in: examination)
    let (least, highest) = bounds(limit, sign, most: most, in: examination)
    examination.requireRange(
      "\(way) range",
      of: owner,
      size: size,
      sent,
      from: least,
      to: highest
    )
    guard lossPieces > 1, loss > 0 else {
      examination.identify("\(way) loss", of: owner, size: size) {
        received[$0] - (1 - loss) * sent[$0]
      }
      return
    }
    let width = limit / Double(lossPieces)
    examination.require("\(way) loss", of: owner, size: size) { step in
      var lost = 0.0
      for piece in 0..<lossPieces {
        let filled = min(max(sent[step] - Double(piece) * width, 0), width)
        lost += filled * loss * Double(2 * piece + 1) / Double(lossPieces)
      }
      return received[step] - sent[step] + lost
    }
  }
}
