package import Grid

extension Generator {
  package static let fields: [Field<Generator>] =
    outputFields + commitmentFields + limitFields + Field<Generator>.expansion

  private static let outputFields: [Field<Generator>] = [
    .name("name", \.name, "Name of the plant."),
    .text("zone", \.zone, "Zone it stands in; the model's only zone where left empty."),
    .choice("technology", \.kind, "What it is made of, as goals and reports count it."),
    .optionalText("carrier", \.carrier, "What its source calls its energy, for the reader."),
    .quantity("capacity_mw", \.capacity, in: 0...1e7, required: true, "Capacity."),
    .profile(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      "Least output while it is on, share of the capacity; a number or a series."
    ),
    .profile(
      "maximum_output_pu",
      \.maximumOutput,
      in: 0...2,
      "Largest output, share of the capacity; a number or a series."
    ),
    .profile(
      "marginal_cost_per_mwh",
      \.marginalCost,
      in: -1e6...1e6,
      "Cost of a MWh, beside `cost_steps`; a number or a series."
    ),
    .costCurve(
      "cost_steps",
      \.costSteps,
      "Cost per hour at rising output, from the minimum output to the capacity; convex."
    ),
    .number(
      "co2_t_per_mwh",
      \.carbonRate,
      in: 0...10,
      unit: "t/MWh",
      "CO2 emitted per MWh."
    ),
    .flag("takes_power", \.takesPower, "Whether it takes power from its zone instead."),
    .flag("provides_reserve", \.providesReserve, "Whether it holds reserve."),
  ]

  private static let commitmentFields: [Field<Generator>] = [
    .choice(
      "commitment",
      \.commitment,
      "Whether it is always on, on by any share, or on as `online_pu` says."
    ),
    .optionalProfile(
      "online_pu",
      \.online,
      in: 0...1,
      "Share that is on where the commitment is fixed; a number or a series."
    ),
    .flag("must_run", \.isMustRun, "Whether it must be on in every hour."),
    .number("start_cost", \.startCost, in: 0...1e9, unit: "currency", "Cost of starting it."),
    .number("stop_cost", \.stopCost, in: 0...1e9, unit: "currency", "Cost of stopping it."),
    .number(
      "no_load_cost_per_hour",
      \.noLoadCost,
      in: 0...1e9,
      unit: "currency/h",
      "Cost of an hour while all of it is on, whatever its output."
    ),
    .integer("minimum_up_hours", \.minimumUpHours, in: 0...8760, "Minimum up time."),
    .integer("minimum_down_hours", \.minimumDownHours, in: 0...8760, "Minimum down time."),
    .optional(
      "start_output_mw",
      \.startOutput,
      in: 0...1e7,
      "Largest output in the hour of a start; the capacity where left empty."
    ),
    .optional(
      "shutdown_output_mw",
      \.shutdownOutput,
      in: 0...1e7,
      "Largest output in the hour before a stop; the capacity where left empty."
    ),
    .optionalFlag(
      "initially_online",
      \.isInitiallyOnline,
      "Whether it is on before the first hour; open where left empty."
    ),
    .optional(
      "initial_output_mw",
      \.initialOutput,
      in: 0...1e7,
      "Output before the first hour; open where left empty."
    ),
    .integer(
      "remaining_up_hours",
      \.remainingUpHours,
      in: 0...8760,
      "Hours from the first on in which it must stay on."
    ),
    .integer(
      "remaining_down_hours",
      \.remainingDownHours,
      in: 0...8760,
      "Hours from the first on in which it must stay off."
    ),
  ]

  private static let limitFields: [Field<Generator>] = [
    .optional(
      "ramp_up_mw_per_hour",
      \.rampUp,
      in: 0...1e7,
      unit: "MW/h",
      "Largest rise of the output; no limit where left empty."
    ),
    .optional(
      "ramp_down_mw_per_hour",
      \.rampDown,
      in: 0...1e7,
      unit: "MW/h",
      "Largest fall of the output; no limit where left empty."
    ),
    .optional(
      "energy_limit_mwh_per_year",
      \.energyLimit,
      in: 0...1e12,
      unit: "MWh/a",
      "Most energy of a year; fewer hours may use their share."
    ),
    .optional(
      "energy_minimum_mwh_per_year",
      \.energyMinimum,
      in: 0...1e12,
      unit: "MWh/a",
      "Least energy of a year; fewer hours owe their share."
    ),
    .optional(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e7,
      "Capacity added within the plan's period."
    ),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly cost that does not depend on output."
    ),
  ]
}

// MARK: - Rules that join parameters

extension Generator {
  package func complaints(in setting: Setting) -> [Complaint] {
    guard capacity.megawatts > 0 else { return [] }
    return outputComplaints(in: setting) + curveComplaints(in: setting)
      + commitmentComplaints(in: setting) + stateComplaints + startComplaints(in: setting)
      + expansionComplaints
  }

  /// What a dispatch has to say of a plant that planning could size.
  private var expansionComplaints: [Complaint] {
    if let most = expansion.most, most < expansion.least {
      return [
        Complaint(
          "capacity_max_mw",
          "lies below capacity_min_mw",
          mend: "Raise it or leave it empty."
        )
      ]
    }
    guard expansion.isExpandable else { return [] }
    return [
      Complaint(
        "expandable",
        "counts in planning only; a dispatch runs capacity_mw",
        mend: "Write the capacity that is to be dispatched to capacity_mw.",
        severity: .note
      )
    ]
  }

  private func outputComplaints(in setting: Setting) -> [Complaint] {
    var result: [Complaint] = []
    let least = setting.value(of: minimumOutput)
    let most = setting.value(of: maximumOutput)
    if setting.horizon.steps.contains(where: { least[$0] > most[$0] + 1e-9 }) {
      result.append(
        Complaint(
          "minimum_output_pu",
          "lies above maximum_output_pu in some hour",
          mend: "Lower it, or raise maximum_output_pu in those hours."
        )
      )
    }
    if let energyLimit, let energyMinimum, energyMinimum > energyLimit {
      result.append(
        Complaint(
          "energy_minimum_mwh_per_year",
          "lies above energy_limit_mwh_per_year",
          mend: "Lower it or raise the limit."
        )
      )
    }
    return result
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
          mend: "Write a number to minimum_output_pu."
        )
      ]
    }
    var result: [Complaint] = []
    if abs(first.power - share * size) > 1e-9 * (1 + size) {
      result.append(
        Complaint(
          "cost_steps",
          "must begin at the minimum output of \(NumberText.shortest(share * size)) MW",
          mend: "Begin the curve there, or change minimum_output_pu."
        )
      )
    }
    if abs(last.power - size) > 1e-9 * (1 + size) {
      result.append(
        Complaint(
          "cost_steps",
          "must end at the capacity of \(NumberText.shortest(size)) MW",
          mend: "End the curve there, or change capacity_mw."
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
          mend: "Write the share that is on: a series of 0 and 1, or a number."
        )
      ]
    }
    if commitment != .fixed, online != nil {
      return [
        Complaint(
          "online_pu",
          "counts only where the commitment is fixed",
          mend: "Write `fixed` to commitment, or leave it empty.",
          severity: .warning
        )
      ]
    }
    if commitment != .none, takesPower || unit(in: setting).isWeatherDriven {
      return [
        Complaint(
          "commitment",
          "is for plants that are started and stopped, not for wind, PV or what takes power",
          mend: "Write `none`."
        )
      ]
    }
    let hasStarts = startCost > 0 || stopCost > 0 || noLoadCost > 0 || startOutput != nil
    guard commitment == .none, hasStarts || shutdownOutput != nil else { return [] }
    return [
      Complaint(
        "commitment",
        "is `none`, so costs and limits of starting, stopping and no load do not count",
        mend: "Write `linear`, or leave those columns empty.",
        severity: .warning
      )
    ]
  }

  private var stateComplaints: [Complaint] {
    var result: [Complaint] = []
    if let initialOutput, initialOutput > capacity.megawatts * (1 + 1e-9) {
      result.append(
        Complaint("initial_output_mw", "lies above capacity_mw", mend: "Lower it.")
      )
    }
    if let initialOutput, initialOutput > 0, isInitiallyOnline == false {
      result.append(
        Complaint(
          "initial_output_mw",
          "must be 0 for a plant that is off before the first hour",
          mend: "Write `yes` to initially_online, or 0."
        )
      )
    }
    if remainingUpHours > 0, remainingDownHours > 0 || isInitiallyOnline == false {
      result.append(
        Complaint(
          "remaining_up_hours",
          "contradicts the state before the first hour",
          mend: "A plant that is off has remaining_down_hours only."
        )
      )
    }
    if remainingDownHours > 0, isInitiallyOnline == true || isMustRun {
      result.append(
        Complaint(
          "remaining_down_hours",
          "contradicts the state before the first hour or must_run",
          mend: "A plant that is on has remaining_up_hours only."
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
        mend: "Raise it to \(NumberText.shortest(least * capacity.megawatts)) at least."
      )
    }
  }
}
