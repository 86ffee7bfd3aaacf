import Hourly
package import Tables

extension Generator {
  package static let fields: [Field<Generator>] =
    outputFields + commitmentFields + limitFields + Field<Generator>.expansion

  private static let outputFields: [Field<Generator>] = [
    .name("name", \.name, "Name of the plant."),
    .text("zone", \.zone, "Zone it stands in; the model's only zone where left empty."),
    .choice("technology", \.kind, "What it is made of, as goals and reports count it."),
    .optionalText("carrier", \.carrier, "What its source calls its energy, for the reader."),
    .quantity("capacity_mw", \.capacity, in: 0...1e12, required: true, "Capacity."),
    .profile(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1e6,
      "Least output while it is on, share of the capacity; a number or a series."
    ),
    .profile(
      "maximum_output_pu",
      \.maximumOutput,
      in: 0...1e6,
      "Largest output, share of the capacity; a number or a series."
    ),
    .profile(
      "marginal_cost_per_mwh",
      \.marginalCost,
      in: -1e9...1e9,
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
      in: 0...1e6,
      unit: .tonne.per(.megawattHour),
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
    .number("start_cost", \.startCost, in: 0...1e12, unit: .money, "Cost of starting it."),
    .number("stop_cost", \.stopCost, in: 0...1e12, unit: .money, "Cost of stopping it."),
    .profile(
      "no_load_cost_per_hour",
      \.noLoadCost,
      in: -1e12...1e12,
      unit: .money(per: .hour),
      "Cost of an hour while all of it is on, whatever its output; a number or a series."
    ),
    .integer("minimum_up_hours", \.minimumUpHours, in: 0...8760, "Minimum up time."),
    .integer("minimum_down_hours", \.minimumDownHours, in: 0...8760, "Minimum down time."),
    .optional(
      "start_output_mw",
      \.startOutput,
      in: 0...1e12,
      "Largest output in the hour of a start; the capacity where left empty."
    ),
    .optional(
      "shutdown_output_mw",
      \.shutdownOutput,
      in: 0...1e12,
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
      in: 0...1e12,
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
      in: 0...1e12,
      unit: .megawatt.per(.hour),
      "Largest rise of the output; no limit where left empty."
    ),
    .optional(
      "ramp_down_mw_per_hour",
      \.rampDown,
      in: 0...1e12,
      unit: .megawatt.per(.hour),
      "Largest fall of the output; no limit where left empty."
    ),
    .optional(
      "energy_limit_mwh_per_year",
      \.energyLimit,
      in: 0...1e16,
      unit: .megawattHour.per(.year),
      "Most energy of a year; fewer hours may use their share."
    ),
    .optional(
      "energy_minimum_mwh_per_year",
      \.energyMinimum,
      in: 0...1e16,
      unit: .megawattHour.per(.year),
      "Least energy of a year; fewer hours owe their share."
    ),
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
      "Yearly upkeep that does not depend on output."
    ),
  ]
}
