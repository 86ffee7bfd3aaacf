import GridFormulation
import Hourly
import Tables

/// A generator by its cost as a generator of the network.
extension Generator: PyPSAAsset {
  func map(in mapping: inout PyPSAMapping) {
    guard capacity.megawatts > 0 else { return }
    let setting = mapping.setting
    let size = capacity.megawatts
    let source = mapping.carrier(carrier ?? kind.rawValue, carbon: carbonRate)
    let carbonCost = carbonRate * setting.pricedCarbon
    var cost = setting.value(of: marginalCost)
    if !carbonCost.isEverywhere(0) { cost = cost + carbonCost }
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(zone), "carrier": source.name, "p_nom": .number(size),
      "p_min_pu": .hourly(setting.value(of: minimumOutput)),
      "p_max_pu": .hourly(setting.value(of: maximumOutput)),
    ]
    if source.efficiency != 1 { values["efficiency"] = .number(source.efficiency) }
    if takesPower { values["sign"] = .number(-1) }
    let curve = straightCurve(in: &mapping)
    if let curve { cost = cost.map { $0 + curve.slope } }
    values["marginal_cost"] = .hourly(cost)
    addRamps(to: &values)
    addEnergy(to: &values, in: setting)
    addCommitment(to: &values, fixedCost: curve?.fixed ?? 0, in: &mapping)
    mapping.network.add(.generators, name, values)
    if expansion.isExpandable {
      mapping.leaveOut("expandable", of: name, "The network runs the capacity that is there.")
    }
  }

  /// The straight line from the first to the last point of a cost curve: its slope and its cost at 0 MW; of one
  /// point alone the line through the origin.
  private func straightCurve(
    in mapping: inout PyPSAMapping
  ) -> (slope: Double, fixed: Double)? {
    guard let first = costSteps?.points.first, let last = costSteps?.points.last else { return nil }
    if (costSteps?.points.count ?? 0) > 2 {
      mapping.change("cost_steps", of: name, "A straight line joins the first and the last point.")
    }
    guard last.power > first.power else { return (first.cost / first.power, 0) }
    let slope = (last.cost - first.cost) / (last.power - first.power)
    return (slope, first.cost - slope * first.power)
  }

  private func addRamps(to values: inout [String: PyPSANetwork.Value]) {
    let size = capacity.megawatts
    for (attribute, ramp) in [("ramp_limit_up", rampUp), ("ramp_limit_down", rampDown)] {
      guard let ramp, ramp < size else { continue }
      values[attribute] = .number(ExactNumber.factor(of: ramp, by: size))
    }
    if let initialOutput { values["p_init"] = .number(initialOutput) }
  }

  private func addEnergy(to values: inout [String: PyPSANetwork.Value], in setting: Setting) {
    let limits = [("e_sum_max", energyLimit), ("e_sum_min", energyMinimum)]
    for (attribute, limit) in limits {
      guard let limit else { continue }
      values[attribute] = .number(
        ExactNumber.dividend(giving: limit, by: setting.yearShare)
      )
    }
  }

  /// What is on by a share is committable; what is always on, or on as given, is not.
  private func addCommitment(
    to values: inout [String: PyPSANetwork.Value],
    fixedCost: Double,
    in mapping: inout PyPSAMapping
  ) {
    let steps = mapping.setting.horizon.steps
    let idle = mapping.setting.value(of: noLoadCost).map { $0 + fixedCost }
    let isFollowed = mapping.setting.commitment == .linear
    switch commitment {
    case .none:
      mapping.objectiveConstant += fixedCost * Double(steps.count)
    case .linear where isMustRun:
      for step in steps { mapping.objectiveConstant += idle[step] }
    case .linear where !isFollowed:
      values["p_min_pu"] = .number(0)
      mapping.change("commitment", of: name, "Costs of being on are left out.")
    case .linear:
      addStates(to: &values, idle: idle, in: &mapping)
    case .fixed:
      addSchedule(to: &values, idle: idle, in: &mapping)
    }
  }

  private func addStates(
    to values: inout [String: PyPSANetwork.Value],
    idle: HourlyValue,
    in mapping: inout PyPSAMapping
  ) {
    let size = capacity.megawatts
    values["committable"] = .text("True")
    values["start_up_cost"] = .number(startCostOfAll)
    values["shut_down_cost"] = .number(stopCost)
    values["stand_by_cost"] = .hourly(idle)
    values["min_up_time"] = .integer(minimumUpHours)
    values["min_down_time"] = .integer(minimumDownHours)
    if let startOutput, startOutput < size {
      values["ramp_limit_start_up"] = .number(ExactNumber.factor(of: startOutput, by: size))
    }
    if let shutdownOutput, shutdownOutput < size {
      values["ramp_limit_shut_down"] = .number(ExactNumber.factor(of: shutdownOutput, by: size))
    }
    if isInitiallyOnline == false {
      values["up_time_before"] = .integer(0)
      values["down_time_before"] = .integer(max(1, minimumDownHours) - remainingDownHours)
    } else {
      values["up_time_before"] = .integer(max(1, max(1, minimumUpHours) - remainingUpHours))
      if isInitiallyOnline == nil {
        mapping.change(
          "initially_online",
          of: name,
          "The network has it on before the first hour."
        )
      }
    }
  }

  /// The cost of starting all of it.
  private var startCostOfAll: Double { startCost + startCostPerMegawatt * capacity.megawatts }

  private func addSchedule(
    to values: inout [String: PyPSANetwork.Value],
    idle: HourlyValue,
    in mapping: inout PyPSAMapping
  ) {
    let setting = mapping.setting
    let share = online.map { setting.value(of: $0) } ?? 1
    values["p_min_pu"] = .hourly(share * setting.value(of: minimumOutput))
    values["p_max_pu"] = .hourly(share * setting.value(of: maximumOutput))
    var before = isInitiallyOnline.map { $0 ? 1.0 : 0 } ?? share[0]
    for step in setting.horizon.steps {
      let change = share[step] - before
      let cost = change > 0 ? startCostOfAll * change : -stopCost * change
      mapping.objectiveConstant += idle[step] * share[step] + cost
      before = share[step]
    }
    if startOutput != nil || shutdownOutput != nil {
      mapping.leaveOut("start_output_mw", of: name, "Output at a start or stop has no limit.")
    }
  }
}
