import Hourly
import Tables

extension Storage {
  static let sizeColumns: [Column<Storage>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the store."
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
      "charging_capacity_mw",
      \.chargingCapacity,
      in: 0...1e12,
      limit: .part(of: .storagePower),
      "Charging power."
    ),
    Column(
      "discharging_capacity_mw",
      \.dischargingCapacity,
      in: 0...1e12,
      required: true,
      limit: .part(of: .storagePower),
      "Discharging power."
    ),
    Column(
      "energy_mwh",
      \.energy,
      in: 0...1e12,
      required: true,
      limit: .part(of: .storageEnergy),
      "Energy it holds."
    ),
    Column(
      "charging_efficiency",
      \.chargingEfficiency,
      in: 0.0001...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of charging."
    ),
    Column(
      "discharging_efficiency",
      \.dischargingEfficiency,
      in: 0.0001...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of discharging."
    ),
    Column(
      "standing_loss_pu_per_hour",
      \.standingLoss,
      in: 0...1,
      limit: .part(of: .storageEnergy, to: 0),
      "Share of the stored energy lost in an hour."
    ),
    Column(
      "inflow_mw",
      \.inflow,
      in: 0...1e12,
      limit: .none(.given),
      "Energy that flows in by nature and may be spilled; a number or a series."
    ),
    Column(
      "charging_limit_pu",
      \.chargingLimit,
      in: 0...1000,
      limit: .part(of: .storagePower, to: .constant(1)),
      "Share of the charging power that can be used; a number or a series."
    ),
    Column(
      "discharging_limit_pu",
      \.dischargingLimit,
      in: 0...1000,
      limit: .part(of: .storagePower, to: .constant(1)),
      "Share of the discharging power that can be used; a number or a series."
    ),
    Column(
      "spill_cost_per_mwh",
      \.spillCost,
      in: 0...1e9,
      limit: .none(.price),
      "Cost of a MWh spilled; a number or a series."
    ),
    Column(
      "charging_cost_per_mwh",
      \.chargingCost,
      in: -1e9...1e9,
      limit: .none(.price),
      "Cost of a MWh charged; a number or a series."
    ),
    Column(
      "discharging_cost_per_mwh",
      \.dischargingCost,
      in: -1e9...1e9,
      limit: .none(.price),
      "Cost of a MWh discharged; a number or a series."
    ),
    Column(
      "provides_reserve",
      \.providesReserve,
      limit: .none(.reserve),
      "Whether it holds reserve."
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
      "Yearly upkeep that does not depend on use."
    ),
    Column(
      "capacity_payment_per_kw_year",
      \.capacityPayment,
      in: 0...10_000,
      unit: .money(per: .kilowattYear),
      limit: .none(.account),
      "Yearly payment for its discharging power; settled apart, no part of the cost."
    ),
  ]

  static let levelColumns: [Column<Storage>] = [
    Column(
      "start_mwh",
      \.start,
      in: -1e12...1e12,
      limit: .none(.boundary),
      "Level at the start where it is given."
    ),
    Column(
      "start_min_mwh",
      \.startMinimum,
      in: -1e12...1e12,
      limit: .none(.boundary),
      "Least level at the start where it is open; 0 where left empty."
    ),
    Column(
      "start_max_mwh",
      \.startMaximum,
      in: -1e12...1e12,
      limit: .none(.boundary),
      "Largest level at the start where it is open; the energy where left empty."
    ),
    Column(
      "start_cost_per_mwh",
      \.startCost,
      in: 0...1e6,
      limit: .none(.price),
      "Cost of a MWh at the start where the level is open."
    ),
    Column(
      "end_value_per_mwh",
      \.endValue,
      in: 0...1e6,
      limit: .none(.price),
      "Worth of a MWh left at the end."
    ),
    Column("end_rule", \.endRule, limit: .none(.boundary), "What it must hold at the end."),
    Column(
      "minimum_level_pu",
      \.minimumLevel,
      in: -1000...1000,
      limit: .part(of: .storageEnergy, to: .constant(0)),
      "Least level at the end of an hour, share of the energy; below 0 where it may owe; a number or a series."
    ),
    Column(
      "maximum_level_pu",
      \.maximumLevel,
      in: -1000...1000,
      limit: .part(of: .storageEnergy, to: .constant(1)),
      "Largest level at the end of an hour, share of the energy; a number or a series."
    ),
    Column(
      "level_mwh",
      \.level,
      in: -1...1e12,
      limit: .part(of: .storageEnergy, to: nil),
      "Level that must be met at the end of an hour; -1 in hours in which it is free."
    ),
  ]
}

extension Storage {
  /// Takes a class of limits away.
  package mutating func relax(_ cause: PhysicalCause) {
    if cause == .storageEnergy, startMinimum != nil {
      // An open level at the start is no larger than it was.
      startMaximum = startMaximum ?? energy.megawattHours
    }
    widen(cause)
  }
}
