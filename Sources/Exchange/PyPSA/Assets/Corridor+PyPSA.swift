import GridFormulation
import Hourly
import Tables

/// A corridor as a link; one that loses or costs both ways as two, as a link's backward flow gains and earns.
extension Corridor: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    let (ahead, back) = (forwardLimit.megawatts, backwardLimit.megawatts)
    guard ahead > 0 || back > 0 else { return }
    let forward = bounds(ahead, forwardShare, sign: 1, in: mapping.setting)
    let backward = bounds(back, backwardShare, sign: -1, in: mapping.setting)
    let isOneLink = ahead > 0 && (back == 0 || (loss == 0 && wheelingCost == 0))
    let hasLeast = !forward.lower.isEverywhere(0) || !backward.lower.isEverywhere(0)
    if isOneLink {
      var least = forward.lower
      if back > 0 { least = least - backward.upper }
      if back > 0, hasLeast {
        mapping.change("schedule_pu", of: name, "The flow may be less than its schedule asks for.")
      }
      add(name, from, to, ahead, least: least, most: forward.upper, in: &mapping)
    } else {
      if ahead > 0 {
        add(name, from, to, ahead, least: forward.lower, most: forward.upper, in: &mapping)
      }
      let other = ahead > 0 ? name + " backward" : name
      if back > 0 {
        add(other, to, from, back, least: backward.lower, most: backward.upper, in: &mapping)
      }
      if ahead > 0, back > 0 {
        mapping.leaveOut("shared hour", of: name, "Both ways may be used in the same hour.")
      }
    }
    if loss > 0, lossPieces > 1 {
      mapping.change("loss_pieces", of: name, "At any flow the share lost is that at the limit.")
    }
    if expansion.isExpandable {
      mapping.leaveOut("expandable", of: name, "The network runs the capacity that is there.")
    }
  }

  private func add(
    _ name: String,
    _ from: String,
    _ to: String,
    _ limit: Double,
    least: HourlyValue,
    most: HourlyValue,
    in mapping: inout PyPSAMapping
  ) {
    func share(_ value: HourlyValue) -> PyPSANetwork.Value {
      .hourly(value.map { $0 == 0 ? 0 : ExactNumber.factor(of: $0, by: limit) })
    }
    var values: [String: PyPSANetwork.Value] = [
      "bus0": .text(from), "bus1": .text(to), "p_nom": .number(limit), "p_min_pu": share(least),
      "p_max_pu": share(most), "marginal_cost": .number(wheelingCost),
    ]
    if loss > 0 { values["efficiency"] = .number(ExactNumber.complement(of: loss)) }
    if let ramp {
      let widest = max(forwardLimit.megawatts, backwardLimit.megawatts)
      let shown = ramp * widest / limit
      values["ramp_limit_up"] = .number(shown)
      values["ramp_limit_down"] = .number(shown)
    }
    mapping.network.add(.links, name, values)
  }
}
