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

  /// Whether a side of the region, besides the capacity, limits how far output can rise.
  var limitsUpward: Bool { region.edges.contains { $0.steam > 1e-12 } }

  /// How far below a baseline the power of a MW online can lie.
  func mostForgone(below baseline: HourlyValue) -> HourlyValue {
    let least = region.corners.map(\.power).min() ?? 0
    return baseline.map { $0 - least > 1e-9 ? $0 - least : 0 }
  }

  /// Declares the heat and gives it to the heat zone.
  func variable(of units: ThermalUnits, in model: inout DispatchModel) -> HourlySum {
    let heat = model.variable("heat", of: units.owner, to: region.mostHeat * units.available)
    model.giveHeat(heat, to: heatZone, of: units.owner)
    return heat
  }

  /// States each side of the region for the capacity online.
  func requireRegion(
    _ steam: HourlySum,
    _ heat: HourlySum,
    online: HourlySum,
    held: (up: HourlySum, down: HourlySum),
    of owner: Owner,
    in model: inout DispatchModel
  ) {
    for (index, edge) in region.edges.enumerated() {
      model.require(
        "heat region \(index + 1)",
        of: owner,
        side(edge, steam, heat, held: held) <= edge.limit * online
      )
    }
  }

  /// States the region for units whose online capacity is not followed.
  func requireLeanRegion(
    _ steam: HourlySum,
    _ heat: HourlySum,
    of units: ThermalUnits,
    held: (up: HourlySum, down: HourlySum),
    in model: inout DispatchModel
  ) {
    for (index, edge) in region.edges.enumerated() where isKeptLean(edge) {
      model.require(
        "heat region \(index + 1)",
        of: units.owner,
        side(edge, steam, heat, held: held) <= HourlySum(edge.limit * units.available)
      )
    }
    let least = region.leastSteamPerHeat
    guard least > 0 else { return }
    model.require("heat floor", of: units.owner, steam - held.down >= least * heat)
  }

  /// Whether a side holds for every share online: not where it asks for output, nor on heat alone, which is a bound.
  private func isKeptLean(_ edge: HeatRegion.Edge) -> Bool {
    edge.limit > -1e-12 && edge.steam > -1e-12 && abs(edge.steam) > 1e-12
  }

  private func side(
    _ edge: HeatRegion.Edge,
    _ steam: HourlySum,
    _ heat: HourlySum,
    held: (up: HourlySum, down: HourlySum)
  ) -> HourlySum {
    let sum = edge.heat * heat + edge.steam * steam
    return sum + abs(edge.steam) * (edge.steam > 0 ? held.up : held.down)
  }

  /// Offers reserve of units whose online capacity is not followed.
  func holdReserve(
    steam: HourlySum,
    _ heat: HourlySum,
    floor: HourlyValue,
    of units: ThermalUnits,
    in model: inout DispatchModel
  ) -> (up: HourlySum, down: HourlySum) {
    var held = (up: HourlySum(), down: HourlySum())
    let (owner, policy) = (units.owner, model.setting.reserve(in: units.owner.zone))
    if units.providesReserve, policy.isRequired(.up) {
      held.up = model.variable("reserve up", of: owner, to: units.available)
      model.require("capacity", of: owner, steam + held.up <= HourlySum(units.available))
      model.offer(.up, (1 - units.ownUse) * held.up, of: owner)
    }
    if units.providesReserve, policy.isRequired(.down) {
      held.down = model.variable("reserve down", of: owner, to: units.available)
      model.require("reserve down room", of: owner, held.down <= steam - HourlySum(floor))
      model.offer(.down, (1 - units.ownUse) * held.down, of: owner)
    }
    return held
  }
}
