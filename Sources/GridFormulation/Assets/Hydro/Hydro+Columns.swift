import Hourly
import Tables

extension Hydro {
  package static let columns: [Column<Hydro>] = plant + cascade

  private static let plant: [Column<Hydro>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the plants."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone they stand in; the model's only zone where left empty."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Capacity."
    ),
    Column(
      "inflow_pu",
      \.inflow,
      in: 0...20,
      required: true,
      limit: .none(.given),
      "Natural inflow as power, share of the capacity; a number or a series."
    ),
    Column(
      "reservoir_mwh",
      \.reservoir,
      in: 0...1e9,
      limit: .part(of: .storageEnergy),
      "Energy the reservoir holds; 0 for run of river."
    ),
    Column(
      "minimum_flow_pu",
      \.minimumFlow,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Water that must flow through turbines or spillway, share of the capacity."
    ),
    Column("start_pu", \.startLevel, in: 0...1, limit: .none(.boundary), "Level at the start."),
    Column(
      "end_rule",
      \.endRule,
      limit: .none(.boundary),
      "What the reservoir must hold at the end."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Variable cost per MWh."
    ),
    Column(
      "provides_reserve",
      \.providesReserve,
      limit: .none(.reserve),
      "Whether it holds reserve; needs a reservoir."
    ),
    Column(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e6,
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
    .capitalCost(\.capitalCost),
  ]

  private static let cascade: [Column<Hydro>] = [
    Column(
      "downstream",
      \.downstream,
      limit: .none(.identity),
      "Next plant that what it releases flows to."
    ),
    Column(
      "travel_hours",
      \.travelHours,
      in: 0...240,
      limit: .none(.given),
      "Hours the water takes to get there."
    ),
    Column(
      "mwh_per_1000_m3",
      \.waterYield,
      in: 0.001...10,
      unit: .megawattHour.per(.thousandCubicMetres),
      limit: .none(.conversion),
      "Energy of 1000 m³ at its head; needed in a cascade and for columns in m³."
    ),
    Column(
      "inflow_m3_per_s",
      \.waterInflow,
      in: 0...1e5,
      limit: .none(.given),
      "Natural inflow as water, in place of inflow_pu; a number or a series."
    ),
    Column(
      "reservoir_million_m3",
      \.waterReservoir,
      in: 0...1e5,
      unit: .millionCubicMetres,
      limit: .part(of: .storageEnergy),
      "Water the reservoir holds, in place of reservoir_mwh."
    ),
    Column(
      "minimum_flow_m3_per_s",
      \.waterMinimumFlow,
      in: 0...1e5,
      limit: .part(of: .minimumOutput, to: nil),
      "Water that must flow, in place of minimum_flow_pu."
    ),
  ]
}
