import GridFormulation

/// A generator whose energy over all hours is limited by its fuel.
extension Biomass: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard available > 0 else { return }
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(zone), "carrier": mapping.carrier(Technology.biomass.rawValue),
      "p_nom": .number(available * (1 - ownUse)), "p_min_pu": .number(minimumOutput),
      "marginal_cost": .number(variableCost / (1 - ownUse)),
    ]
    let fuelPerNet = fuelRate / 1000 / (1 - ownUse)
    let most = available * fuelRate / 1000 * Double(mapping.setting.hoursOfYear)
    if let fuelLimit, fuelLimit < most {
      values["e_sum_max"] = .number(fuelLimit * mapping.setting.yearShare / fuelPerNet)
    }
    mapping.network.add(.generators, name, values)
  }
}
