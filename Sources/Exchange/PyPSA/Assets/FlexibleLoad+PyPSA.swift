import GridFormulation
import Hourly
import Tables

/// A generator at the price of a call, limited by the energy of all calls of the hours solved.
extension InterruptibleLoad: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard capacity.megawatts > 0 else { return }
    let calls = min(
      callsPerYear * mapping.setting.yearShare,
      callsPerDay * Double(mapping.setting.horizon.dayRanges.count)
    )
    mapping.network.add(
      .generators,
      name,
      [
        "bus": .text(zone), "carrier": mapping.carrier(Technology.interruptibleLoad.rawValue),
        "p_nom": .number(capacity.megawatts),
        "p_max_pu": .hourly(mapping.setting.value(of: availability)),
        "e_sum_max": .number(calls * Double(hoursPerCall) * capacity.megawatts),
        "marginal_cost": .number(price),
      ]
    )
    mapping.change(
      "calls",
      of: name,
      "Their energy is limited; how long a call lasts and how many a day has are not."
    )
  }
}

/// PyPSA has no load that must be made up for within some hours; the load stays as it is.
extension ShiftableLoad: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard capacity.megawatts > 0 else { return }
    mapping.leaveOut("asset", of: name, "PyPSA has no load that is made up for within some hours.")
  }
}
