import GridFormulation
import Tables

/// A plant between zones as a link with as many ports as it has outputs.
extension Converter: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    let rated = capacity.megawatts
    guard rated > 0 else { return }
    let setting = mapping.setting
    var values: [String: PyPSANetwork.Value] = [
      "bus0": .text(from), "bus1": .text(to), "p_nom": .number(rated),
      "p_min_pu": .hourly(setting.value(of: minimumInput)),
      "p_max_pu": .hourly(setting.value(of: maximumInput)),
      "efficiency": .hourly(setting.value(of: efficiency)),
      "marginal_cost": .hourly(setting.value(of: cost)),
    ]
    for (number, zone, share) in [
      (2, to2, efficiency2), (3, to3, efficiency3), (4, to4, efficiency4),
    ] where !zone.isEmpty {
      values["bus\(number)"] = .text(zone)
      values["efficiency\(number)"] = .hourly(setting.value(of: share))
    }
    if let rampUp { values["ramp_limit_up"] = .number(rampUp) }
    if let rampDown { values["ramp_limit_down"] = .number(rampDown) }
    if let carrier { values["carrier"] = mapping.carrier(carrier) }
    mapping.network.add(.links, name, values)
    if expansion.isExpandable {
      mapping.leaveOut("expandable", of: name, "The network runs the capacity that is there.")
    }
  }
}
