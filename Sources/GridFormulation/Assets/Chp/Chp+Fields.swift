import Hourly
package import Tables

/// The columns of `chp.csv`.
extension Chp {
  package static let fields: [Field<Chp>] =
    sizeFields + retrofitFields + useFields
    + Field<Chp>.capture

  /// What the units are and how they run.
  private static let sizeFields: [Field<Chp>] = [
    .name("name", \.name, "Name of the cluster."),
    .text("zone", \.zone, "Zone it stands in; that of the heat zone where left empty."),
    .text("heat_zone", \.heatZone, "Heat zone it feeds; the model's only one where left empty."),
    .choice("technology", \.kind, "What the units burn, as goals and reports count them."),
    .choice("turbine", \.turbine, "How the turbines give heat."),
    .quantity(
      "unit_size_mw",
      \.unitSize,
      in: 1...2000,
      required: true,
      "Gross capacity of one unit without heat."
    ),
    .number("units", \.units, in: 0...1000, required: true, unit: .plain, "Number of units."),
    .heatRegion(
      "region",
      \.corners,
      "Corners power:heat of what a MW online can give, in order, in place of "
        + "minimum_output_pu, heat_capacity_pu and backpressure_power_per_heat: "
        + "1:0; 0.8:1; 0.5:1; 0.4:0."
    ),
    .optional(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      "Minimum stable output without heat, share of the capacity online; 0.5 "
        + "where left empty."
    ),
    .optional(
      "heat_capacity_pu",
      \.heatCapacity,
      in: 0...10,
      "Most heat per MW online; 1 where left empty."
    ),
    .optional(
      "power_loss_per_heat",
      \.powerLoss,
      in: 0...1,
      unit: .megawatt.per(.megawatt),
      "Power lost per heat extracted (Cv); 0.2 where left empty, with region "
        + "that of its upper side."
    ),
    .optional(
      "backpressure_power_per_heat",
      \.backpressure,
      in: 0...5,
      unit: .megawatt.per(.megawatt),
      "Least power per heat (Cb); 0.55 where left empty."
    ),
    .number(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.01...60,
      "Ramp limit before retrofit, of power and heat together, share of the "
        + "capacity online an hour."
    ),
    .optional(
      "start_output_pu",
      \.startOutput,
      in: 0...1,
      "Largest output in the hour of a start; the minimum where left empty, "
        + "retrofitted or not."
    ),
    .number(
      "shutdown_output_pu",
      \.shutdownOutput,
      in: 0...1,
      "Largest output in the hour before a shut-down."
    ),
    .integer("minimum_up_hours", \.minimumUpHours, in: 0...168, "Minimum up time."),
    .integer("minimum_down_hours", \.minimumDownHours, in: 0...168, "Minimum down time."),
  ]

  /// What retrofits add to shares of the cluster.
  private static let retrofitFields: [Field<Chp>] = [
    .number("retrofit_share_pu", \.flexibilityShare, in: 0...1, "Share with flexibility retrofit."),
    .number(
      "minimum_output_retrofitted_pu",
      \.minimumOutputRetrofitted,
      in: 0...1,
      "Minimum stable output after flexibility retrofit."
    ),
    .number(
      "ramp_retrofitted_pu_per_hour",
      \.rampRetrofitted,
      in: 0.01...60,
      "Ramp limit after retrofit."
    ),
    .number(
      "cutout_share_pu",
      \.cutoutShare,
      in: 0...1,
      "Share whose low-pressure cylinder can be cut out."
    ),
    .number(
      "cutout_heat_capacity_pu",
      \.cutoutHeatCapacity,
      in: 0...10,
      "Most heat per MW online with cut-out."
    ),
    .number(
      "cutout_power_per_heat",
      \.cutoutBackpressure,
      in: 0...5,
      unit: .megawatt.per(.megawatt),
      "Least power per heat with cut-out."
    ),
    .number(
      "tank_share_pu",
      \.tankShare,
      in: 0...1,
      "Share of the cluster that has a heat storage tank."
    ),
    .number(
      "tank_mwh_per_mw",
      \.tankEnergy,
      in: 0...100,
      "Heat that the tank holds per MW of capacity."
    ),
    .number(
      "tank_mw_per_mw",
      \.tankPower,
      in: 0...10,
      "Heat that the tank takes in and gives per MW of capacity."
    ),
    .number(
      "tank_loss_pu_per_hour",
      \.tankLoss,
      in: 0...0.2,
      "Share of the stored heat lost in an hour."
    ),
    .number(
      "boiler_share_pu",
      \.boilerShare,
      in: 0...1,
      "Share of the cluster that has an electric boiler."
    ),
    .number(
      "boiler_mw_per_mw",
      \.boilerPower,
      in: 0...10,
      "Power that the boiler takes per MW of capacity."
    ),
    .number(
      "boiler_efficiency",
      \.boilerEfficiency,
      in: 0.5...1,
      unit: .share,
      "Heat per power that the boiler takes."
    ),
  ]

  /// What the units burn, cost and emit.
  private static let useFields: [Field<Chp>] = [
    .text("fuel", \.fuel, "Fuel burnt, from the model's fuels."),
    .number(
      "fuel_rate_g_per_kwh",
      \.fuelRate,
      in: 100...1000,
      "Fuel as coal equivalent per energy supplied at rated output without "
        + "heat."
    ),
    .number(
      "half_load_rise_pu",
      \.halfLoadRise,
      in: 0...0.5,
      "Rise of the fuel rate at half load."
    ),
    .number(
      "energy_saving_share_pu",
      \.energySavingShare,
      in: 0...1,
      "Share with energy-saving retrofit."
    ),
    .number(
      "energy_saving_pu",
      \.energySaving,
      in: 0...0.3,
      "Relative cut of the fuel rate by it."
    ),
    .number("start_fuel_tce_per_mw", \.startFuel, in: 0...5, "Fuel to start a MW."),
    .number("start_cost_per_mw", \.startCost, in: 0...10_000, "Cost to start a MW, fuel apart."),
    .number(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      "Variable cost per gross MWh without heat, fuel apart."
    ),
    .number("own_use_pu", \.ownUse, in: 0...0.3, "Share of gross output the plant uses."),
    .number("forced_outage_pu", \.forcedOutage, in: 0...0.9, "Derating for forced outages."),
    .window(
      "maintenance",
      \.maintenance,
      "Dates of planned maintenance, such as 04-10..05-25; 09-01..10-10."
    ),
    .number("maintenance_share_pu", \.maintenanceShare, in: 0...1, "Share of the units out then."),
    .profile(
      "minimum_online_pu",
      \.minimumOnline,
      in: 0...1,
      "Share of the available capacity that must run, such as for waste."
    ),
    .number("so2_kg_per_mwh", \.sulphurDioxide, in: 0...50, "SO2 per gross MWh without heat."),
    .number("nox_kg_per_mwh", \.nitrogenOxides, in: 0...50, "NOx per gross MWh without heat."),
    .flag("provides_reserve", \.providesReserve, "Whether the units hold reserve."),
    .optional(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e6,
      "Capacity added within the plan's period."
    ),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly upkeep that does not depend on output."
    ),
    .capitalCost(\.capitalCost),
  ]
}
