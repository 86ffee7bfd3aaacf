import Hourly
import Tables

/// Rules that join several parameters of a generator.
extension Generator {
  package func complaints(in setting: Setting) -> [Complaint] {
    guard capacity.megawatts > 0 else { return [] }
    return outputComplaints(in: setting) + curveComplaints(in: setting)
      + commitmentComplaints(in: setting) + stateComplaints + startComplaints(in: setting)
      + expansionComplaints
  }

  private func outputComplaints(in setting: Setting) -> [Complaint] {
    var result: [Complaint] = []
    let least = setting.value(of: minimumOutput)
    let most = setting.value(of: maximumOutput)
    // What follows its commitment is off in such an hour.
    let follows = commitment == .linear && !isMustRun
    let given = online.map { setting.value(of: $0) }
    if !follows,
      setting.horizon.steps.contains(where: {
        least[$0] > most[$0] + 1e-9 && (commitment != .fixed || given?[$0] != 0)
      })
    {
      result.append(
        Complaint(
          "minimum_output_pu",
          "lies above maximum_output_pu in some hour",
          fix:
            "Lower it, raise maximum_output_pu in those hours, or write `linear` to commitment: "
            + "it is then off in them."
        )
      )
    }
    result += sizeComplaints(most)
    if let energyLimit, let energyMinimum, energyMinimum > energyLimit {
      result.append(
        Complaint(
          "energy_minimum_mwh_per_year",
          "lies above energy_limit_mwh_per_year",
          fix: "Lower it, or raise energy_limit_mwh_per_year."
        )
      )
    }
    return result
  }

  /// Figures beyond what is built, which are read as they stand.
  private func sizeComplaints(_ most: HourlyValue) -> [Complaint] {
    [
      (most.most > 2, "maximum_output_pu", "is more than twice the capacity: is it in per cent?"),
      (carbonRate > 10, "co2_t_per_mwh", "is ten times that of lignite: is it in kg, or per GWh?"),
      (
        capacity.megawatts > 1e7, "capacity_mw",
        "is more than all plants of a continent: is it in kW?"
      ),
    ].filter(\.0).map {
      Complaint($0.1, $0.2, fix: "Nothing to do if it is meant.", severity: .warning)
    }
  }

  /// A curve runs from the minimum output to the capacity.
  private func curveComplaints(in setting: Setting) -> [Complaint] {
    guard let first = costSteps?.points.first, let last = costSteps?.points.last else { return [] }
    let size = capacity.megawatts
    guard case .constant(let share) = setting.value(of: minimumOutput) else {
      return [
        Complaint(
          "cost_steps",
          "needs one minimum output for all hours",
          fix: "Write a number to minimum_output_pu."
        )
      ]
    }
    var result: [Complaint] = []
    if abs(first.power - share * size) > 1e-9 * (1 + size) {
      result.append(
        Complaint(
          "cost_steps",
          "must begin at the minimum output of \(NumberText.shortest(share * size)) MW",
          fix: "Begin the curve there, or change minimum_output_pu."
        )
      )
    }
    if abs(last.power - size) > 1e-9 * (1 + size) {
      result.append(
        Complaint(
          "cost_steps",
          "must end at the capacity of \(NumberText.shortest(size)) MW",
          fix: "End the curve there, or change capacity_mw."
        )
      )
    }
    return result
  }

  private func commitmentComplaints(in setting: Setting) -> [Complaint] {
    if commitment == .fixed, online == nil {
      return [
        Complaint(
          "online_pu",
          "is needed where the commitment is fixed",
          fix: "Write the share that is on: a series of 0 and 1, or a number."
        )
      ]
    }
    if commitment != .fixed, online != nil {
      return [
        Complaint(
          "online_pu",
          "counts only where the commitment is fixed",
          fix: "Write `fixed` to commitment, or leave it empty.",
          severity: .warning
        )
      ]
    }
    if commitment != .none, takesPower || unit(in: setting).isWeatherDriven {
      return [
        Complaint(
          "commitment",
          "is for plants that are started and stopped, not for wind, PV or what takes power",
          fix: "Write `none` to commitment."
        )
      ]
    }
    let hasStarts =
      startCost > 0 || startCostPerMegawatt > 0 || stopCost > 0
      || noLoadCost != .constant(0) || startOutput != nil
    guard commitment == .none, hasStarts || shutdownOutput != nil else { return [] }
    return [
      Complaint(
        "commitment",
        "is `none`, so costs and limits of starting, stopping and no load do not count",
        fix: "Write `linear`, or leave those columns empty.",
        severity: .warning
      )
    ]
  }

  private var stateComplaints: [Complaint] {
    var result: [Complaint] = []
    if let initialOutput, initialOutput > capacity.megawatts * (1 + 1e-9) {
      result.append(
        Complaint(
          "initial_output_mw",
          "lies above capacity_mw",
          fix: "Lower it, or raise capacity_mw."
        )
      )
    }
    if let initialOutput, initialOutput > 0, isInitiallyOnline == false {
      result.append(
        Complaint(
          "initial_output_mw",
          "must be 0 for a plant that is off before the first hour",
          fix: "Write `yes` to initially_online, or 0."
        )
      )
    }
    if remainingUpHours > 0, remainingDownHours > 0 || isInitiallyOnline == false {
      result.append(
        Complaint(
          "remaining_up_hours",
          "contradicts the state before the first hour",
          fix: "Write 0 for a plant that is off; remaining_down_hours is for those."
        )
      )
    }
    if remainingDownHours > 0, isInitiallyOnline == true || isMustRun {
      result.append(
        Complaint(
          "remaining_down_hours",
          "contradicts the state before the first hour or must_run",
          fix: "Write 0 for a plant that is on; remaining_up_hours is for those."
        )
      )
    }
    return result
  }

  private func startComplaints(in setting: Setting) -> [Complaint] {
    guard commitment != .none else { return [] }
    let least = setting.value(of: minimumOutput).maximum(over: setting.horizon.steps)
    let floor = least * capacity.megawatts * (1 - 1e-9)
    return [("start_output_mw", startOutput), ("shutdown_output_mw", shutdownOutput)].compactMap {
      field,
      limit in
      guard let limit, limit < floor else { return nil }
      return Complaint(
        field,
        "lies below the minimum output",
        fix: "Raise it to \(NumberText.shortest(least * capacity.megawatts)) at least."
      )
    }
  }
}
