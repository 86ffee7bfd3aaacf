import GridFormulation
import Hourly
import Tables

/// A line as a line; one with a tap or a phase shift as a transformer.
extension Line: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    let rated = limit.megawatts
    let share = mapping.setting.value(of: limitShare)
    var values: [String: PyPSANetwork.Value] = [
      "bus0": .text(from), "bus1": .text(to), "s_nom": .number(rated),
      "s_max_pu": .hourly(securityMargin > 0 ? (1 - securityMargin) * share : share),
    ]
    if tapRatio == 1, phaseShift == 0 {
      values["x"] = .number(reactance)
      mapping.network.add(.lines, name, values)
    } else {
      values["x"] = .number(reactance * rated / 100)
      values["tap_ratio"] = .number(tapRatio)
      values["phase_shift"] = .number(phaseShift)
      mapping.network.add(.transformers, name, values)
    }
    if loss > 0 { mapping.leaveOut("loss_pu", of: name, "A line of the network loses nothing.") }
    if expansion.isExpandable {
      mapping.leaveOut("expandable", of: name, "The network runs the capacity that is there.")
    }
  }
}
