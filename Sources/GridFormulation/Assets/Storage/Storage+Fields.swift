import Hourly
import Tables

extension Storage {
  static let sizeFields: [Field<Storage>] = [
    .name("name", \.name, "Name of the store."),
    .text("zone", \.zone, "Zone it stands in; the model's only zone where left empty."),
    .choice("technology", \.kind, "What it is made of, as goals and reports count it."),
    .optionalText("carrier", \.carrier, "What its source calls its energy, for the reader."),
    .quantity("charging_capacity_mw", \.chargingCapacity, in: 0...1e12, "Charging power."),
    .quantity(
      "discharging_capacity_mw",
      \.dischargingCapacity,
      in: 0...1e12,
      required: true,
      "Discharging power."
    ),
    .quantity("energy_mwh", \.energy, in: 0...1e12, required: true, "Energy it holds."),
    .number(
      "charging_efficiency",
      \.chargingEfficiency,
      in: 0.0001...1,
      unit: .share,
      "Efficiency of charging."
    ),
    .number(
      "discharging_efficiency",
      \.dischargingEfficiency,
      in: 0.0001...1,
      unit: .share,
      "Efficiency of discharging."
    ),
    .number(
      "standing_loss_pu_per_hour",
      \.standingLoss,
      in: 0...1,
      "Share of the stored energy lost in an hour."
    ),
    .profile(
      "inflow_mw",
      \.inflow,
      in: 0...1e12,
      "Energy that flows in by nature and may be spilled; a number or a series."
    ),
    .profile(
      "charging_limit_pu",
      \.chargingLimit,
      in: 0...1000,
      "Share of the charging power that can be used; a number or a series."
    ),
    .profile(
      "discharging_limit_pu",
      \.dischargingLimit,
      in: 0...1000,
      "Share of the discharging power that can be used; a number or a series."
    ),
    .profile(
      "spill_cost_per_mwh",
      \.spillCost,
      in: 0...1e9,
      "Cost of a MWh spilled; a number or a series."
    ),
    .profile(
      "charging_cost_per_mwh",
      \.chargingCost,
      in: -1e9...1e9,
      "Cost of a MWh charged; a number or a series."
    ),
    .profile(
      "discharging_cost_per_mwh",
      \.dischargingCost,
      in: -1e9...1e9,
      "Cost of a MWh discharged; a number or a series."
    ),
    .flag("provides_reserve", \.providesReserve, "Whether it holds reserve."),
    .optional(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e12,
      "Capacity added within the plan's period."
    ),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly upkeep that does not depend on use."
    ),
    .number(
      "capacity_payment_per_kw_year",
      \.capacityPayment,
      in: 0...10_000,
      unit: .money(per: .kilowattYear),
      "Yearly payment for its discharging power; settled apart, no part of the cost."
    ),
  ]

  static let levelFields: [Field<Storage>] = [
    .number("start_mwh", \.start, in: -1e12...1e12, "Level at the start where it is given."),
    .optional(
      "start_min_mwh",
      \.startMinimum,
      in: -1e12...1e12,
      "Least level at the start where it is open; 0 where left empty."
    ),
    .optional(
      "start_max_mwh",
      \.startMaximum,
      in: -1e12...1e12,
      "Largest level at the start where it is open; the energy where left empty."
    ),
    .number(
      "start_cost_per_mwh",
      \.startCost,
      in: 0...1e6,
      "Cost of a MWh at the start where the level is open."
    ),
    .number("end_value_per_mwh", \.endValue, in: 0...1e6, "Worth of a MWh left at the end."),
    .choice("end_rule", \.endRule, "What it must hold at the end."),
    .profile(
      "minimum_level_pu",
      \.minimumLevel,
      in: -1000...1000,
      "Least level at the end of an hour, share of the energy; below 0 where it may owe; a number or a series."
    ),
    .profile(
      "maximum_level_pu",
      \.maximumLevel,
      in: -1000...1000,
      "Largest level at the end of an hour, share of the energy; a number or a series."
    ),
    .optionalProfile(
      "level_mwh",
      \.level,
      in: -1...1e12,
      "Level that must be met at the end of an hour; -1 in hours in which it is free."
    ),
  ]

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
          mend: "Write the discharging power; for a mere load use a generator that takes power."
        )
      ]
    }
    guard energy.megawattHours == 0 else { return [] }
    return [
      Complaint(
        "energy_mwh",
        "must hold energy where there is power",
        mend: "Write the usable energy, such as 2 h or 4 h times discharging_capacity_mw.",
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
        Complaint(field, "lies above energy_mwh", mend: "Lower it or raise energy_mwh.")
      )
    }
    if let startMinimum, let startMaximum, startMinimum > startMaximum {
      result.append(
        Complaint(
          "start_min_mwh",
          "lies above start_max_mwh",
          mend: "Lower it, or raise start_max_mwh."
        )
      )
    }
    if startCost > 0, startRange == nil, endRule != .cyclic {
      result.append(
        Complaint(
          "start_cost_per_mwh",
          "counts only where the level at the start is open",
          mend: "Write start_min_mwh and start_max_mwh, or the end_rule `cyclic`.",
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
          mend: "Lower it, or raise maximum_level_pu in those hours."
        )
      )
    }
    return result
  }
}
