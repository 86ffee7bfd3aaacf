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
    let total = zip(sent, returned).map { $0 + $1 }
    examination.ledger.charge(.wheeling, of: name, price: wheelingCost, for: total)
    examination.ties.add(.transfer, of: name, total)
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
    let out = examination.count(of: maintenanceShare > 0 ? maintenance : [])
    let usable = examination.values(of: share)
    let most = usable.indices.map { limit * usable[$0] * (out[$0] > 0 ? 1 - maintenanceShare : 1) }
    let planned = schedule.map { examination.values(of: $0) }
    examination.require("\(way) range", of: owner, size: size) { step in
      guard let target = planned.map({ sign * $0[step] }) else {
        return larger(-sent[step], sent[step] - most[step])
      }
      let least = min(limit * max(target - band, 0), most[step])
      let highest = min(limit * min(max(target + band, 0), 1), most[step])
      return larger(least - sent[step], sent[step] - highest)
    }
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
