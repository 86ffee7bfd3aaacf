package import Tables

/// The power p and the heat q that a MW of CHP units online can give together: a convex region.
///
///     p = e − Cᵥ·q
///
/// e is the power that the same steam would give without extraction; the fuel follows e. Rules are edges of the region,
/// `heat·q + steam·e ≤ limit·u` for online capacity u; those on e alone, and q ≥ 0, are bounds of ``ThermalUnits``.
package struct HeatRegion: Sendable, Hashable {
  /// A corner: shares of the capacity online.
  package struct Corner: Sendable, Hashable {
    package let power: Double
    package let heat: Double

    package init(power: Double, heat: Double) {
      self.power = power
      self.heat = heat
    }
  }

  /// A side of the region.
  package struct Edge: Sendable, Hashable {
    package let heat: Double
    package let steam: Double
    package let limit: Double
  }

  /// The corners in order, one way round or the other; two for a line.
  package let corners: [Corner]
  /// Power lost per heat extracted, Cᵥ.
  package let powerLoss: Double

  /// A region through corners; without a power loss, that of its upper side.
  package init(corners: [Corner], powerLoss: Double? = nil) {
    self.corners = corners
    self.powerLoss = powerLoss ?? Self.upperSlope(of: corners)
  }

  /// An extraction unit: `m ≤ e ≤ 1`, `q ≤ heat capacity`, `p ≥ C_b·q`.
  package static func extraction(
    minimum: Double,
    heatCapacity: Double,
    powerLoss: Double,
    backpressure: Double
  ) -> HeatRegion {
    let slope = backpressure + powerLoss
    // In heat and steam: from the least steam up, along the top, and back along the side of most heat.
    var outline: [(Double, Double)] = [(0, minimum), (0, 1)]
    outline.append((min(heatCapacity, slope > 0 ? 1 / slope : heatCapacity), 1))
    outline.append((heatCapacity, max(minimum, slope * heatCapacity)))
    if slope * heatCapacity > minimum { outline.append((minimum / slope, minimum)) }
    var corners: [Corner] = []
    for (heat, steam) in outline where steam <= 1 {
      let corner = Corner(power: steam - powerLoss * heat, heat: heat)
      let isNew = corners.allSatisfy {
        abs($0.power - corner.power) > 1e-9 || abs($0.heat - corner.heat) > 1e-9
      }
      if isNew { corners.append(corner) }
    }
    return HeatRegion(corners: corners, powerLoss: powerLoss)
  }

  /// A back-pressure unit, whose power is C_b times its heat.
  package static func backpressure(_ ratio: Double, minimum: Double) -> HeatRegion {
    HeatRegion(
      corners: [minimum, 1].map { Corner(power: $0, heat: $0 / ratio) },
      powerLoss: 0
    )
  }

  /// The steam of a corner, as power without extraction.
  private func steam(_ corner: Corner) -> Double { corner.power + powerLoss * corner.heat }

  /// The least e, share of the capacity online.
  package var leastSteam: Double { corners.map(steam).min() ?? 0 }
  /// The largest e.
  package var mostSteam: Double { corners.map(steam).max() ?? 0 }
  /// The most heat, share of the capacity online.
  package var mostHeat: Double { corners.map(\.heat).max() ?? 0 }
  /// The least e per heat that any share of the region has.
  package var leastSteamPerHeat: Double {
    corners.filter { $0.heat > 0 }.map { steam($0) / $0.heat }.min() ?? 0
  }

  /// The sides that are no bounds on e or on q ≥ 0.
  package var edges: [Edge] {
    let points = corners.map { (heat: $0.heat, steam: steam($0)) }
    guard let last = points.last else { return [] }
    // Outward is to the right of a side that runs against the clock, seen with e upwards.
    let turn = Self.area(corners) > 0 ? 1.0 : -1
    var edges: [Edge] = []
    for (start, end) in zip([last] + points.dropLast(), points) {
      let (dx, dy) = (end.heat - start.heat, end.steam - start.steam)
      let scale = turn / max(abs(dx), abs(dy))
      let edge = Edge(
        heat: dy * scale,
        steam: -dx * scale,
        limit: (dy * start.heat - dx * start.steam) * scale
      )
      if !isBound(edge) { edges.append(edge) }
    }
    return edges
  }

  private func isBound(_ edge: Edge) -> Bool {
    let tolerance = 1e-9
    if abs(edge.heat) < tolerance {
      return edge.steam < 0 || edge.limit >= edge.steam - tolerance
    }
    return abs(edge.steam) < tolerance && edge.heat < 0 && abs(edge.limit) < tolerance
  }

  /// Twice the area, positive where the corners run against the clock with heat to the right.
  private static func area(_ corners: [Corner]) -> Double {
    guard let last = corners.last else { return 0 }
    return zip([last] + corners.dropLast(), corners)
      .reduce(0) { $0 + $1.0.heat * $1.1.power - $1.1.heat * $1.0.power }
  }

  /// How power falls with heat along the side that begins at the largest power.
  private static func upperSlope(of corners: [Corner]) -> Double {
    guard let top = corners.max(by: { ($0.power, $0.heat) < ($1.power, $1.heat) }) else { return 0 }
    let slopes = corners.filter { $0.heat > top.heat + 1e-9 }
      .map { (top.power - $0.power) / ($0.heat - top.heat) }
    return max(0, slopes.min() ?? 0)
  }
}

// MARK: - As text

extension HeatRegion {
  /// The corners as they are written in a cell.
  package var text: String {
    corners.map { "\(NumberText.shortest($0.power)):\(NumberText.shortest($0.heat))" }
      .joined(separator: "; ")
  }

  /// Reads corners, or tells what is wrong with the text.
  package static func read(_ text: String) -> Result<[Corner], FieldFault> {
    var corners: [Corner] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { NumberText.parse(String($0.filter { $0 != " " })) }
      guard numbers.count == 2, let power = numbers[0], let heat = numbers[1],
        (0...1).contains(power), (0...10).contains(heat)
      else {
        return .failure(
          FieldFault(
            rule: "must be pairs of power (0...1) and heat (0...10), as shares of the capacity",
            fix: "Write power:heat corners with `;` between: 1:0; 0.8:1; 0.5:1; 0.4:0."
          )
        )
      }
      corners.append(Corner(power: power, heat: heat))
    }
    if let fault = fault(of: corners) { return .failure(fault) }
    return .success(corners)
  }

  /// What is wrong with the corners of a region, nil if nothing.
  private static func fault(of corners: [Corner]) -> FieldFault? {
    guard corners.count > 1, Set(corners).count == corners.count else {
      return FieldFault(
        rule: "must have two corners or more, each once",
        fix: "Write the corners in order: 1:0; 0.8:1; 0.5:1; 0.4:0."
      )
    }
    guard corners.count > 2 else { return nil }
    let turn = area(corners)
    guard abs(turn) > 1e-9 else {
      return FieldFault(
        rule: "is empty: its corners lie on a line",
        fix: "Write two corners for a back-pressure line, or corners around an area."
      )
    }
    for index in corners.indices {
      let (a, b, c) = (
        corners[index], corners[(index + 1) % corners.count], corners[(index + 2) % corners.count]
      )
      let cross =
        (b.heat - a.heat) * (c.power - b.power) - (b.power - a.power) * (c.heat - b.heat)
      guard cross * turn < -1e-12 else { continue }
      return FieldFault(
        rule: "must be convex, its corners in order",
        fix: "At \(HeatRegion(corners: [b], powerLoss: 0).text) it turns inwards: "
          + "sort the corners or leave that one out."
      )
    }
    return nil
  }
}

extension HeatRegion.Corner: FieldListItem {
  /// The corners of a region of power and heat.
  package static var listForm: FieldForm<[HeatRegion.Corner]> {
    FieldForm(numbers: "power:heat corners", unit: .share) { text, _ in
      HeatRegion.read(text)
    } show: {
      HeatRegion(corners: $0).text
    }
  }
}
