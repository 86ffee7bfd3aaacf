import Hourly
package import Tables

extension Hydro {
  package static let fields: [Field<Hydro>] = plant + cascade

  private static let plant: [Field<Hydro>] = [
    .name("name", \.name, "Name of the plants."),
    .text("zone", \.zone, "Zone they stand in; the model's only zone where left empty."),
    .quantity("capacity_mw", \.capacity, in: 0...1e6, required: true, "Capacity."),
    .profile(
      "inflow_pu",
      \.inflow,
      in: 0...20,
      required: true,
      "Natural inflow as power, share of the capacity; a number or a series."
    ),
    .quantity(
      "reservoir_mwh",
      \.reservoir,
      in: 0...1e9,
      "Energy the reservoir holds; 0 for run of river."
    ),
    .number(
      "minimum_flow_pu",
      \.minimumFlow,
      in: 0...1,
      "Water that must flow through turbines or spillway, share of the capacity."
    ),
    .number("start_pu", \.startLevel, in: 0...1, "Level at the start."),
    .choice("end_rule", \.endRule, "What the reservoir must hold at the end."),
    .number(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      "Variable cost per MWh."
    ),
    .flag("provides_reserve", \.providesReserve, "Whether it holds reserve; needs a reservoir."),
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

  private static let cascade: [Field<Hydro>] = [
    .optionalText("downstream", \.downstream, "Next plant that what it releases flows to."),
    .integer("travel_hours", \.travelHours, in: 0...240, "Hours the water takes to get there."),
    .optional(
      "mwh_per_1000_m3",
      \.waterYield,
      in: 0.001...10,
      unit: .megawattHour.per(.thousandCubicMetres),
      "Energy of 1000 m³ at its head; needed in a cascade and for columns in m³."
    ),
    .optionalProfile(
      "inflow_m3_per_s",
      \.waterInflow,
      in: 0...1e5,
      "Natural inflow as water, in place of inflow_pu; a number or a series."
    ),
    .optional(
      "reservoir_million_m3",
      \.waterReservoir,
      in: 0...1e5,
      unit: .millionCubicMetres,
      "Water the reservoir holds, in place of reservoir_mwh."
    ),
    .optional(
      "minimum_flow_m3_per_s",
      \.waterMinimumFlow,
      in: 0...1e5,
      "Water that must flow, in place of minimum_flow_pu."
    ),
  ]
}
