import GridFormulation
import Hourly
import Tables

/// Import is a generator at the price paid; export is one that takes power and earns.
extension Interchange: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    add("export", exportLimit.megawatts, exportSchedule, sign: -1, exportPrice, in: &mapping)
    add("import", importLimit.megawatts, importSchedule, sign: 1, importPrice, in: &mapping)
  }

  private func add(
    _ direction: String,
    _ limit: Double,
    _ schedule: Profile?,
    sign: Double,
    _ price: Profile,
    in mapping: inout PyPSAMapping
  ) {
    guard limit > 0 else { return }
    let bounds = limits(limit, schedule: schedule, in: mapping.setting)
    mapping.network.add(
      .generators,
      "\(name) \(direction)",
      [
        "bus": .text(zone), "carrier": mapping.carrier(direction), "p_nom": .number(limit),
        "p_min_pu": .hourly(bounds.lower.map { $0 / limit }),
        "p_max_pu": .hourly(bounds.upper.map { $0 / limit }), "sign": .number(sign),
        "marginal_cost": .hourly(sign * mapping.setting.value(of: price)),
      ]
    )
  }
}
