import GridFormulation
import Hourly
import Tables

/// Thermal units as a committable generator, in power after own use.
///
/// Limits on output at a start or stop and on ramps need PyPSA's tightened commitment, which it states only
/// where starting costs as much as stopping. There each is given half of the start cost K. Capacity stopped is `u[t−1] − u[t] + s[t]`, so that
///
///     Σ ½·K[t]·(started + stopped) = Σ K[t]·s[t] + ½·K[0]·u[−1] + Σ ½·(K[t+1] − K[t])·u[t],    K[T] = 0
///
/// and a stand-by cost takes the last sum back. What is left is a constant, as PyPSA has all units online
/// before the first hour. Other units pay for starts alone.
extension ThermalUnits {
  func map(carrier technology: Technology, in mapping: inout PyPSAMapping) {
    let peak = available.maximum(over: 0..<mapping.setting.horizon.hours)
    guard peak > 0 else { return }
    let price = mapping.price(ofFuel: fuel)
    var values: [String: PyPSANetwork.Value] = [
      "bus": .text(owner.zone), "carrier": mapping.carrier(technology.rawValue),
      "p_nom": .number(peak * (1 - ownUse)),
    ]
    if capture != nil {
      mapping.leaveOut("capture_share_pu", of: owner.label, "The network captures no CO2.")
    }
    let inService = available.map { $0 / peak }
    values["p_max_pu"] = .hourly(inService)
    switch mapping.setting.commitment {
    case .none:
      values["p_min_pu"] = .hourly(minimumOutput * (minimumOnline * inService))
      values["marginal_cost"] = .hourly(marginalCost(noLoadFuel + incrementalFuel, at: price))
    case .linear:
      values["p_min_pu"] = .hourly(inService.map { min(minimumOutput, $0) })
      values["marginal_cost"] = .hourly(marginalCost(incrementalFuel, at: price))
      addCommitment(to: &values, peak: peak, price: price, in: &mapping)
      noteDifferences(peak: peak, in: &mapping)
    }
    mapping.network.add(.generators, owner.label, values)
  }

  /// Whether output at a start or stop, or ramps, have limits that bind.
  private var isTight: Bool {
    startOutput < 1 || shutdownOutput < 1 || ramp < 1 - minimumOutput
  }

  private func marginalCost(_ fuelUse: Double, at price: HourlyValue) -> HourlyValue {
    price.map { (fuelUse * $0 + variableCost) / (1 - ownUse) }
  }

  private func addCommitment(
    to values: inout [String: PyPSANetwork.Value],
    peak: Double,
    price: HourlyValue,
    in mapping: inout PyPSAMapping
  ) {
    let steps = mapping.setting.horizon.steps
    let start = price.map { (startFuel * $0 + startCost) * peak }
    let standBy = price.map { noLoadFuel * $0 * peak }
    values["committable"] = .text("True")
    if isTight {
      let half = 0.5 * start
      values["start_up_cost"] = .hourly(half)
      values["shut_down_cost"] = .hourly(half)
      let back = steps.map { half[$0] - ($0 + 1 < steps.upperBound ? half[$0 + 1] : 0) }
      values["stand_by_cost"] = .hourly(standBy + .hourly(back))
      if !steps.isEmpty { mapping.objectiveConstant -= half[0] }
    } else {
      values["start_up_cost"] = .hourly(start)
      values["stand_by_cost"] = .hourly(standBy)
    }
    values["min_up_time"] = .integer(minimumUpHours > 1 ? minimumUpHours : 0)
    values["min_down_time"] = .integer(minimumDownHours > 1 ? minimumDownHours : 0)
    values["up_time_before"] = .integer(Self.longBefore)
    if ramp < 1 - minimumOutput {
      values["ramp_limit_up"] = .number(ramp)
      values["ramp_limit_down"] = .number(ramp)
    }
    if startOutput < 1 { values["ramp_limit_start_up"] = .number(startOutput) }
    if shutdownOutput < 1 { values["ramp_limit_shut_down"] = .number(shutdownOutput) }
  }

  /// Hours online before the first one; longer than any minimum time, so that none still runs.
  private static let longBefore = 1000

  private func noteDifferences(peak: Double, in mapping: inout PyPSAMapping) {
    let name = owner.label
    if !minimumOnline.isEverywhere(0) {
      mapping.leaveOut(
        "minimum_online_pu",
        of: name,
        "PyPSA cannot ask for a share of the units to be online."
      )
    }
    let hasTier = tiers.contains { tier in
      !tier.baseline.map { max(0, $0 - minimumOutput) }.isEverywhere(0)
        && (tier.wear > 0 || tier.extraFuel > 0 || tier.bid != nil)
    }
    if hasTier {
      mapping.leaveOut("deep-peak", of: name, "Output below a baseline costs nothing extra.")
    }
    if !available.isEverywhere(peak) {
      mapping.change(
        "maintenance",
        of: name,
        "It limits the output; the units out can still count as online."
      )
    }
    if minimumDownHours > 1 {
      mapping.change(
        "minimum_down_hours",
        of: name,
        "All units are online before the first hour, so what is off in it counts as just stopped."
      )
    }
    if ramp < 1 - minimumOutput || shutdownOutput < 1 {
      mapping.change(
        ramp < 1 - minimumOutput ? "ramp_pu_per_hour" : "shutdown_output_pu",
        of: name,
        "PyPSA limits the change of a cluster otherwise where a part starts as another stops."
      )
    }
  }
}
