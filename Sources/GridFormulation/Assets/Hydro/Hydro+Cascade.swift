package import Hourly
import Tables

/// Water as the energy it gives at a plant, and its way from plant to plant.
extension Hydro {
  package var namedAssets: [AssetUse] { downstream.map { [AssetUse("downstream", $0)] } ?? [] }

  package var prerequisites: [String] { upstream.map(\.name) }

  package mutating func link(to assets: [any Asset]) {
    upstream = Self.plants(above: name, among: assets.compactMap { $0 as? Hydro }, below: [name])
  }

  /// The plants that flow into one, each with those above it; what flows in a circle is left out.
  private static func plants(
    above name: String,
    among plants: [Hydro],
    below visited: Set<String>
  ) -> [Hydro] {
    plants.filter { $0.downstream == name && !visited.contains($0.name) }.map { plant in
      var linked = plant
      linked.upstream = Self.plants(
        above: plant.name,
        among: plants,
        below: visited.union([plant.name])
      )
      return linked
    }
  }

  /// Energy of a flow of 1 m³/s, MW.
  private var powerOfFlow: Double { 3.6 * (waterYield ?? 0) }

  /// Natural inflow as power, MW.
  package func inflowPower(in setting: Setting) -> HourlyValue {
    waterInflow.map { powerOfFlow * setting.value(of: $0) }
      ?? capacity.megawatts * setting.value(of: inflow)
  }

  /// What the reservoir holds, MWh.
  package var storedAtMost: Double {
    waterReservoir.map { 1000 * $0 * (waterYield ?? 0) } ?? reservoir.megawattHours
  }

  /// What must be released, as power, MW.
  package var leastRelease: Double {
    guard storedAtMost > 0 else { return 0 }
    return waterMinimumFlow.map { powerOfFlow * $0 } ?? minimumFlow * capacity.megawatts
  }

  /// Energy that what gives a MWh at a plant above gives here.
  package func gain(from plant: Hydro) -> Double {
    guard let yield = waterYield, let above = plant.waterYield, above > 0 else { return 0 }
    return yield / above
  }

  /// What it releases before the first hour: all that flows to it in that hour.
  func steadyRelease(in setting: Setting) -> Double {
    guard setting.horizon.hours > 0, capacity.megawatts > 0 else { return 0 }
    let arriving = upstream.reduce(0) { $0 + gain(from: $1) * $1.steadyRelease(in: setting) }
    return max(leastRelease, inflowPower(in: setting)[0] + arriving)
  }

  /// The most that can flow to it in each hour, MW.
  func mostInflow(in setting: Setting) -> HourlyValue {
    upstream.reduce(inflowPower(in: setting)) { sum, plant in
      let most = plant.mostRelease(in: setting)
      let steady = plant.steadyRelease(in: setting)
      return sum
        + .hourly(
          setting.horizon.steps.map { step in
            let sent = step < plant.travelHours ? steady : most[step - plant.travelHours]
            return gain(from: plant) * sent
          }
        )
    }
  }

  /// The most that it can release in each hour, MW.
  func mostRelease(in setting: Setting) -> HourlyValue {
    guard capacity.megawatts > 0 else { return 0 }
    let (stored, least) = (storedAtMost, leastRelease)
    return mostInflow(in: setting).map { max($0 + stored, least) }
  }

  /// What arrives from the plants above it, as power here, MW.
  func arrivals(in desk: Desk) -> HourlySum {
    upstream.reduce(HourlySum()) { sum, plant in
      guard plant.capacity.megawatts > 0 else { return sum }
      let released = desk.recorded(.released, of: plant.owner)
      let steady = plant.steadyRelease(in: desk.setting)
      let arriving = desk.delayed(released, by: plant.travelHours, before: steady)
      return sum + gain(from: plant) * arriving
    }
  }
}

extension Hydro {
  package func complaints(in setting: Setting) -> [Complaint] {
    let inWater: [(field: String, isThere: Bool)] = [
      ("downstream", downstream != nil), ("inflow_m3_per_s", waterInflow != nil),
      ("reservoir_million_m3", waterReservoir != nil),
      ("minimum_flow_m3_per_s", waterMinimumFlow != nil),
    ]
    var found: [Complaint] = []
    if let field = inWater.first(where: \.isThere)?.field, waterYield == nil {
      found.append(
        Complaint(
          field,
          "needs mwh_per_1000_m3, the energy of the plant's water",
          fix: "Write it: 0.0025 times the head in m is usual."
        )
      )
    }
    if downstream != nil, travelHours >= setting.modelHorizon.hours {
      found.append(
        Complaint(
          "travel_hours",
          "is as long as the model: what it releases does not arrive within it",
          fix: "Check the hours, or model more of them.",
          severity: .warning
        )
      )
    }
    return found
  }

  package func complaints(among assets: [any Asset], in setting: Setting) -> [Complaint] {
    guard let downstream, let next = assets.first(where: { $0.name == downstream }) else {
      return []
    }
    guard let plant = next as? Hydro else {
      return [
        Complaint(
          "downstream",
          "\(downstream) is no plant of assets/hydro.csv",
          fix: "Name the next hydropower plant of the river."
        )
      ]
    }
    if plant.waterYield == nil {
      return [
        Complaint(
          "downstream",
          "\(downstream) has no mwh_per_1000_m3",
          fix: "Write the energy of 1000 m³ at that plant."
        )
      ]
    }
    var way = [name]
    var current: Hydro? = self
    while let following = current?.downstream, way.count <= assets.count {
      way.append(following)
      if following == name {
        return [
          Complaint(
            "downstream",
            "flows back to itself: \(way.joined(separator: " → "))",
            fix: "Take `downstream` out of one of them."
          )
        ]
      }
      current = assets.first { $0.name == following } as? Hydro
    }
    return []
  }
}
