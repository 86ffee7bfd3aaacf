import Hourly

/// Heat that thermal units give beside their power, within a region of both.
///
/// With e the power that the steam would give without extraction, u the capacity online and q the heat,
///
///     p[t] = e[t] − Cᵥ·q[t],    e[t] = m·u[t] + a[t]            the rules of ``ThermalUnits`` hold for e, not for p
///     0 ≤ q[t] ≤ h·c[t]
///     β·q[t] + γ·e[t] + |γ|·r[t] ≤ λ·u[t]                       each side of the region, with the reserve towards it
///
/// so that for extraction units p ≥ max(m·u − Cᵥ·q, C_b·q), p + Cᵥ·q ≤ u and q ≤ h·u, and the fuel of heat is that
/// of the power forgone. Without commitment u is any share of the capacity: sides with λ ≥ 0 hold for all of it, and
/// `e ≥ κ·q` with κ the least steam per heat.
package struct HeatExtraction: Sendable {
  package var region: HeatRegion
  package var heatZone: String

  /// The least power of a MW online.
  var leastPower: Double { region.corners.map(\.power).min() ?? 0 }

  /// Declares the heat, gives it to the heat zone and tells what it means for the units.
  func extract(from units: ThermalUnits, in desk: inout Desk) -> ExtractedHeat {
    let heat = desk.variable("heat", to: region.mostHeat * units.available)
    desk.giveHeat(heat, to: heatZone)
    let limits = region.edges.enumerated().map { index, edge in
      OutputLimit(
        rule: "heat region \(index + 1)",
        others: edge.heat * heat,
        output: edge.steam,
        perOnline: edge.limit
      )
    }
    return ExtractedHeat(heat: heat, lostPower: region.powerLoss * heat, limits: limits)
  }

  /// States the least steam of the heat, for units whose online capacity is not followed.
  func requireFloor(
    of steam: HourlySum,
    _ heat: HourlySum,
    held: HeldReserve,
    in desk: inout Desk
  ) {
    let least = region.leastSteamPerHeat
    guard least > 0 else { return }
    desk.require("heat floor", steam - held.down >= least * heat)
  }
}

/// What units give as heat, and what that means for their power: nothing where they give none.
struct ExtractedHeat {
  /// The heat, MW.
  var heat = HourlySum()
  /// The power lost by it, MW.
  var lostPower = HourlySum()
  /// The sides of the region, as limits on the steam.
  var limits: [OutputLimit] = []
}

extension OutputLimit {
  /// Whether it holds for every share online: not where it asks for output, nor on heat alone, which is a bound.
  var holdsForAnyShare: Bool { perOnline > -1e-12 && output > 1e-12 }
}
