import Hourly
import Tables

extension Generator {
  package static let columns: [Column<Generator>] =
    outputColumns + commitmentColumns + limitColumns + Column<Generator>.expansion

  private static let outputColumns: [Column<Generator>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the plant."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "technology",
      \.kind,
      limit: .none(.identity),
      "What it is made of, as goals and reports count it."
    ),
    Column(
      "carrier",
      \.carrier,
      limit: .none(.identity),
      "What its source calls its energy, for the reader."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e12,
      required: true,
      limit: .none(.size),
      "Capacity."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1e6,
      limit: .stated(.minimumOutput),
      "Least output while it is on, share of the capacity; a number or a series."
    ),
    Column(
      "maximum_output_pu",
      \.maximumOutput,
      in: 0...1e6,
      limit: .none(.given),
      "Largest output, share of the capacity; a number or a series."
    ),
    Column(
      "marginal_cost_per_mwh",
      \.marginalCost,
      in: -1e9...1e9,
      limit: .none(.price),
      "Cost of a MWh, beside `cost_steps`; a number or a series."
    ),
    Column(
      "cost_steps",
      \.costSteps,
      limit: .none(.price),
      "Cost per hour at rising output, from the minimum output to the capacity; convex."
    ),
    Column(
      "co2_t_per_mwh",
      \.carbonRate,
      in: 0...1e6,
      unit: .tonne.per(.megawattHour),
      limit: .none(.conversion),
      "CO2 emitted per MWh."
    ),
    Column(
      "takes_power",
      \.takesPower,
      limit: .none(.identity),
      "Whether it takes power from its zone instead."
    ),
    Column(
      "provides_reserve",
      \.providesReserve,
      limit: .none(.reserve),
      "Whether it holds reserve."
    ),
  ]

  private static let commitmentColumns: [Column<Generator>] = [
    Column(
      "commitment",
      \.commitment,
      limit: .none(.identity),
      "Whether it is always on, on by any share, or on as `online_pu` says."
    ),
    Column(
      "online_pu",
      \.online,
      in: 0...1,
      limit: .none(.given),
      "Share that is on where the commitment is fixed; a number or a series."
    ),
    Column(
      "must_run",
      \.isMustRun,
      limit: .part(of: .minimumOutput, to: false),
      "Whether it must be on in every hour."
    ),
    Column(
      "start_cost",
      \.startCost,
      in: 0...1e12,
      unit: .money,
      limit: .none(.price),
      "Cost of starting it."
    ),
    Column(
      "start_cost_per_mw",
      \.startCostPerMegawatt,
      in: 0...1e9,
      unit: .money(per: .megawatt),
      limit: .none(.price),
      "Cost of starting a MW of it, beside `start_cost`; an option that adds capacity needs it."
    ),
    Column(
      "stop_cost",
      \.stopCost,
      in: 0...1e12,
      unit: .money,
      limit: .none(.price),
      "Cost of stopping it."
    ),
    Column(
      "no_load_cost_per_hour",
      \.noLoadCost,
      in: -1e12...1e12,
      unit: .money(per: .hour),
      limit: .none(.price),
      "Cost of an hour while all of it is on, whatever its output; a number or a series."
    ),
    Column(
      "minimum_up_hours",
      \.minimumUpHours,
      in: 0...8760,
      limit: .part(of: .ramps, to: 0),
      "Minimum up time."
    ),
    Column(
      "minimum_down_hours",
      \.minimumDownHours,
      in: 0...8760,
      limit: .part(of: .ramps, to: 0),
      "Minimum down time."
    ),
    Column(
      "start_output_mw",
      \.startOutput,
      in: 0...1e12,
      limit: .part(of: .ramps, to: nil),
      "Largest output in the hour of a start; the capacity where left empty."
    ),
    Column(
      "shutdown_output_mw",
      \.shutdownOutput,
      in: 0...1e12,
      limit: .part(of: .ramps, to: nil),
      "Largest output in the hour before a stop; the capacity where left empty."
    ),
    Column(
      "initially_online",
      \.isInitiallyOnline,
      limit: .none(.boundary),
      "Whether it is on before the first hour; open where left empty."
    ),
    Column(
      "initial_output_mw",
      \.initialOutput,
      in: 0...1e12,
      limit: .none(.boundary),
      "Output before the first hour; open where left empty."
    ),
    Column(
      "remaining_up_hours",
      \.remainingUpHours,
      in: 0...8760,
      limit: .part(of: .ramps, to: 0),
      "Hours from the first on in which it must stay on."
    ),
    Column(
      "remaining_down_hours",
      \.remainingDownHours,
      in: 0...8760,
      limit: .part(of: .ramps, to: 0),
      "Hours from the first on in which it must stay off."
    ),
  ]

  private static let limitColumns: [Column<Generator>] = [
    Column(
      "ramp_up_mw_per_hour",
      \.rampUp,
      in: 0...1e12,
      unit: .megawatt.per(.hour),
      limit: .part(of: .ramps, to: nil),
      "Largest rise of the output; no limit where left empty."
    ),
    Column(
      "ramp_down_mw_per_hour",
      \.rampDown,
      in: 0...1e12,
      unit: .megawatt.per(.hour),
      limit: .part(of: .ramps, to: nil),
      "Largest fall of the output; no limit where left empty."
    ),
    Column(
      "energy_limit_mwh_per_year",
      \.energyLimit,
      in: 0...1e16,
      unit: .megawattHour.per(.year),
      limit: .part(of: .fuelLimit, to: nil),
      "Most energy of a year; fewer hours may use their share."
    ),
    Column(
      "energy_minimum_mwh_per_year",
      \.energyMinimum,
      in: 0...1e16,
      unit: .megawattHour.per(.year),
      limit: .part(of: .fuelLimit, to: nil),
      "Least energy of a year; fewer hours owe their share."
    ),
    Column(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e12,
      limit: .none(.account),
      "Capacity added within the plan's period."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on output."
    ),
  ]
}

extension Generator {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    // The curve of costs begins at the minimum.
    if cause == .minimumOutput, costSteps == nil { minimumOutput = .constant(0) }
    widen(cause)
  }
}
