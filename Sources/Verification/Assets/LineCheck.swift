import GridFormulation
import Tables

/// A line keeps its limit; what it brings each zone is checked with all other lines.
extension Line: CheckedAsset {
  func check(in examination: inout Examination) {
    let size = 1 + limit.megawatts
    let flow = examination.series(.flow, of: owner)
    let usable = examination.values(of: limitShare).map {
      $0 * limit.megawatts * (1 - securityMargin)
    }
    examination.require("limit", of: owner, size: size) { abs(flow[$0]) - usable[$0] }
    var lost = [Double](repeating: 0, count: examination.hours)
    if loss > 0 {
      lost = examination.series(.lost, of: owner)
      examination.ties.add(.lineLoss, of: name, lost)
      let width = limit.megawatts / Double(lossPieces)
      examination.require("loss", of: owner, size: size) { step in
        (0..<lossPieces).reduce(-lost[step]) { sum, piece in
          let filled = min(max(abs(flow[step]) - Double(piece) * width, 0), width)
          let slope = lossPieces == 1 ? loss : loss * Double(2 * piece + 1) / Double(lossPieces)
          return sum + slope * filled
        }
      }
    }
    for (zone, sign) in [(from, -1.0), (to, 1.0)] {
      let brought = flow.indices.map { sign * flow[$0] - lost[$0] / 2 }
      examination.add(brought, to: \.lines, of: Owner(name, zone: zone))
    }
    examination.lines.append(
      ExaminedLine(
        name: name,
        from: from,
        to: to,
        reactance: reactance * tapRatio / 100,
        shift: phaseShift * .pi / 180,
        limit: limit.megawatts,
        flow: flow
      )
    )
  }
}
