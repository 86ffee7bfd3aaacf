import GridFormulation
import Hourly
import Tables

/// A generator whose bounds and ramp limits follow the units in service.
extension Nuclear: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard capacity > 0 else { return }
    let inService = inService(in: mapping.setting).map { $0 / capacity }
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(zone), "carrier": mapping.carrier(Technology.nuclear.rawValue),
      "p_nom": .number(capacity * (1 - ownUse)),
      "p_min_pu": .hourly(minimumOutput * inService),
      "p_max_pu": .hourly(maximumOutput * inService),
      "marginal_cost": .number(variableCost / (1 - ownUse)),
    ]
    if ramp < maximumOutput - minimumOutput {
      let model = DispatchModel(setting: mapping.setting, detail: .none)
      let step = ramp * inService + model.change(of: inService)
      values["ramp_limit_up"] = .hourly(step)
      values["ramp_limit_down"] = .hourly(step)
    }
    mapping.network.add(.generators, name, values)
  }
}
