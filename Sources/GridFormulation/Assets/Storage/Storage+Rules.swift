import Hourly
import Tables

extension Storage {
  package func complaints(in setting: Setting) -> [Complaint] {
    guard dischargingCapacity.megawatts > 0 || chargingCapacity.megawatts > 0 else { return [] }
    return sizeComplaints(in: setting) + levelComplaints(in: setting) + expansionComplaints
  }

  private func sizeComplaints(in setting: Setting) -> [Complaint] {
    if dischargingCapacity.megawatts == 0 {
      return [
        Complaint(
          "discharging_capacity_mw",
          "must be above 0 where there is power to charge",
          fix: "Write the discharging power; for a mere load use a generator that takes power."
        )
      ]
    }
    guard energy.megawattHours == 0 else { return [] }
    return [
      Complaint(
        "energy_mwh",
        "must hold energy where there is power",
        fix: "Write the usable energy, such as 2 h or 4 h times discharging_capacity_mw.",
        severity: setting.isImported ? .warning : .error
      )
    ]
  }

  private func levelComplaints(in setting: Setting) -> [Complaint] {
    var result: [Complaint] = []
    let most = energy.megawattHours
    for (field, value) in [
      ("start_mwh", start), ("start_min_mwh", startMinimum ?? 0),
      ("start_max_mwh", startMaximum ?? 0),
    ] where value * (field == "start_mwh" ? 1 - standingLoss : 1) > most * (1 + 1e-9) {
      // What is there before the first hour may be full before that hour's loss, not after it.
      result.append(
        Complaint(field, "lies above energy_mwh", fix: "Lower it or raise energy_mwh.")
      )
    }
    if let startMinimum, let startMaximum, startMinimum > startMaximum {
      result.append(
        Complaint(
          "start_min_mwh",
          "lies above start_max_mwh",
          fix: "Lower it, or raise start_max_mwh."
        )
      )
    }
    if startCost > 0, startRange == nil, endRule != .cyclic {
      result.append(
        Complaint(
          "start_cost_per_mwh",
          "counts only where the level at the start is open",
          fix: "Write start_min_mwh and start_max_mwh, or the end_rule `cyclic`.",
          severity: .warning
        )
      )
    }
    let (lowest, highest) = (setting.value(of: minimumLevel), setting.value(of: maximumLevel))
    if setting.horizon.steps.contains(where: { lowest[$0] > highest[$0] + 1e-9 }) {
      result.append(
        Complaint(
          "minimum_level_pu",
          "lies above maximum_level_pu in some hour",
          fix: "Lower it, or raise maximum_level_pu in those hours."
        )
      )
    }
    return result
  }
}
