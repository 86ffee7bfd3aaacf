import Hourly
import Tables

extension Chp {
  /// What the units burn and cost.
  static let fuelColumns: [Column<Chp>] = [
    Column("fuel", \.fuel, limit: .none(.identity), "Fuel burnt, from the model's fuels."),
    Column(
      "fuel_rate_g_per_kwh",
      \.fuelRate,
      in: 100...1000,
      limit: .none(.conversion),
      "Fuel as coal equivalent per energy supplied at rated output without "
        + "heat."
    ),
    Column(
      "half_load_rise_pu",
      \.halfLoadRise,
      in: 0...0.5,
      limit: .none(.conversion),
      "Rise of the fuel rate at half load."
    ),
    Column(
      "energy_saving_share_pu",
      \.energySavingShare,
      in: 0...1,
      limit: .none(.conversion),
      "Share with energy-saving retrofit."
    ),
    Column(
      "energy_saving_pu",
      \.energySaving,
      in: 0...0.3,
      limit: .none(.conversion),
      "Relative cut of the fuel rate by it."
    ),
    Column(
      "start_fuel_tce_per_mw",
      \.startFuel,
      in: 0...5,
      limit: .none(.price),
      "Fuel to start a MW."
    ),
    Column(
      "start_cost_per_mw",
      \.startCost,
      in: 0...10_000,
      limit: .none(.price),
      "Cost to start a MW, fuel apart."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Variable cost per gross MWh without heat, fuel apart."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.3,
      limit: .none(.conversion),
      "Share of gross output the plant uses."
    ),
  ]

  /// What must run, and what the units emit and hold.
  static let useColumns: [Column<Chp>] = [
    Column(
      "minimum_online_pu",
      \.minimumOnline,
      in: 0...1,
      limit: .part(of: .heatingFloor, to: .constant(0)),
      "Share of the available capacity that must run, such as for waste."
    ),
    Column(
      "so2_kg_per_mwh",
      \.sulphurDioxide,
      in: 0...50,
      limit: .none(.conversion),
      "SO2 per gross MWh without heat."
    ),
    Column(
      "nox_kg_per_mwh",
      \.nitrogenOxides,
      in: 0...50,
      limit: .none(.conversion),
      "NOx per gross MWh without heat."
    ),
    Column(
      "provides_reserve",
      \.providesReserve,
      limit: .none(.reserve),
      "Whether the units hold reserve."
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
}
