import GridFormulation

/// The heat that thermal units give: with their power it lies in the region of what is online, also when the reserve
/// they hold is called.
struct ExtractionCheck {
  let heatZone: String
  /// Power lost per heat extracted.
  let powerLoss: Double
  /// Least power per MW online.
  let leastPower: Double
  /// Largest heat per MW online.
  let mostHeat: Double
  /// By how much power and heat lie outside of the region of so many MW online; 0 or less within.
  let excess: (_ power: Double, _ heat: Double, _ online: Double) -> Double
  /// The least `power + powerLoss·heat` per heat at any share online.
  let leastSteamPerHeat: Double
  /// Whether power follows heat, so that it is no more, too.
  var isBackpressure = false

  /// Checks units whose online capacity is followed.
  func check(
    _ power: [Double],
    _ heat: [Double],
    online: [Double],
    held: (up: [Double], down: [Double]),
    of units: ThermalCheck,
    in examination: inout Examination
  ) {
    let (owner, size) = (units.owner, units.size)
    examination.require("heat region", of: owner, size: size) {
      larger(-heat[$0], excess(power[$0], heat[$0], online[$0]))
    }
    examination.require("reserve up region", of: owner, size: size) {
      excess(power[$0] + held.up[$0], heat[$0], online[$0])
    }
    examination.require("reserve down region", of: owner, size: size) {
      excess(power[$0] - held.down[$0], heat[$0], online[$0])
    }
  }

  /// Checks the heat of units whose online capacity is not followed: any share of them may run.
  func checkRange(_ heat: [Double], of units: ThermalCheck, in examination: inout Examination) {
    examination.require("heat range", of: units.owner, size: units.size) {
      larger(-heat[$0], heat[$0] - mostHeat * units.available[$0])
    }
  }

  /// Checks their steam against the heat.
  func checkLean(
    _ steam: [Double],
    _ heat: [Double],
    held: (up: [Double], down: [Double]),
    of units: ThermalCheck,
    in examination: inout Examination
  ) {
    let (owner, size) = (units.owner, units.size)
    if isBackpressure {
      examination.require("heat line", of: owner, size: size) {
        steam[$0] + held.up[$0] - leastSteamPerHeat * heat[$0]
      }
    }
    examination.require("heat floor", of: owner, size: size) {
      leastSteamPerHeat * heat[$0] - steam[$0] + held.down[$0]
    }
  }
}

/// By how much a point lies outside of a convex region of corners, one way round or the other.
struct CornerRegion {
  let corners: [(power: Double, heat: Double)]

  /// The distance beyond the side that is missed most, of a region scaled by the capacity online.
  func excess(power: Double, heat: Double, online: Double) -> Double {
    guard corners.count > 2 else { return offLine(power: power, heat: heat, online: online) }
    let center = corners.reduce((power: 0.0, heat: 0.0)) {
      ($0.power + $1.power / Double(corners.count), $0.heat + $1.heat / Double(corners.count))
    }
    var worst = -Double.infinity
    for index in corners.indices {
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      let length =
        ((b.power - a.power) * (b.power - a.power)
        + (b.heat - a.heat) * (b.heat - a.heat)).squareRoot()
      func side(_ power: Double, _ heat: Double, _ scale: Double) -> Double {
        ((b.heat - a.heat) * (power - scale * a.power)
          - (b.power - a.power) * (heat - scale * a.heat)) / length
      }
      let inner = side(center.power, center.heat, 1) > 0 ? 1.0 : -1
      worst = larger(worst, -inner * side(power, heat, online))
    }
    return worst
  }

  /// The distance from a line of two corners, or from its ends.
  private func offLine(power: Double, heat: Double, online: Double) -> Double {
    guard let a = corners.first, let b = corners.last else { return .infinity }
    let (dp, dh) = (b.power - a.power, b.heat - a.heat)
    let length = (dp * dp + dh * dh).squareRoot()
    let (p, q) = (power - online * a.power, heat - online * a.heat)
    let along = (p * dp + q * dh) / length
    return larger(abs(q * dp - p * dh) / length, larger(-along, along - online * length))
  }
}
