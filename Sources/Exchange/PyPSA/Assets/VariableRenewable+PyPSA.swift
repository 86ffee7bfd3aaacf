import GridFormulation
import Hourly
import Tables

/// Wind farms as a generator bounded by the weather.
extension Wind: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    variableRenewable.map(as: owner, carrier: facts.technology, in: &mapping)
  }
}

/// PV as a generator bounded by the weather.
extension Solar: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    variableRenewable.map(as: owner, carrier: facts.technology, in: &mapping)
  }
}

extension VariableRenewable {
  fileprivate func map(
    as owner: Owner,
    carrier technology: Technology,
    in mapping: inout PyPSAMapping
  ) {
    guard capacity > 0 else { return }
    let available = mapping.setting.value(of: availability)
    mapping.network.add(
      .generators,
      owner.label,
      [
        "bus": .text(owner.zone), "carrier": mapping.carrier(technology.rawValue),
        "p_nom": .number(capacity), "p_min_pu": .hourly((1 - curtailableShare) * available),
        "p_max_pu": .hourly(available), "marginal_cost": .number(variableCost),
      ]
    )
  }
}
