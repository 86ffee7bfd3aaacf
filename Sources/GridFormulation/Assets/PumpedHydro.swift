import Hourly
package import Tables

/// Pumped hydro with pump and turbine apart and a reservoir.
///
/// The equations are those of ``StorageUnit``. Turbines have a minimum load; standing turbines take minutes to
/// start, so only running ones and pumps that can stop hold upward reserve where that minimum is above 0.
///
/// A unit pumps or generates: of n like units o⁺ pump and o⁻ generate, o⁺ + o⁻ ≤ n. With shares of units this is
/// the shared hour of ``StorageUnit``, p⁺/P⁺ + p⁻/P⁻ ≤ 1, whatever n; hours in which some pump beside others that
/// generate are reported. Where the number of units is given, one of them is a unit that can fail.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// P⁻, P⁺ | `turbineCapacity`, `pumpCapacity` | MW | pump as turbine | plant data
/// E | `reservoir` | MWh | – | plant data
/// η⁺, η⁻ | `pumpEfficiency`, `turbineEfficiency` | – | 0.88, 0.89 (0.78 round trip) | Power-Lab pathways 2025
/// m | `minimumTurbineOutput` | pu | 0 | –
package struct PumpedHydro: Asset {
  package static let type = AssetType(
    name: "pumped-hydro",
    summary: "Pumped hydro with pump and turbine apart and a reservoir."
  )

  package var name = ""
  package var zone = ""
  package var turbineCapacity = Power(megawatts: 0)
  package var pumpCapacity: Double?
  package var reservoir = Energy(megawattHours: 0)
  package var pumpEfficiency = 0.88
  package var turbineEfficiency = 0.89
  package var minimumTurbineOutput = 0.0
  package var units: Int?
  package var startLevel = 0.5
  package var endRule = EndRule.atLeastStart
  package var variableCost = 0.0
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  package var capacityPayment = 0.0

  package init() {}

  package static let columns: [Column<PumpedHydro>] = [
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
      "turbine_mw",
      \.turbineCapacity,
      in: 0...1e6,
      required: true,
      limit: .part(of: .storagePower),
      "Generating capacity."
    ),
    Column(
      "pump_mw",
      \.pumpCapacity,
      in: 0.001...1e6,
      limit: .part(of: .storagePower),
      "Pumping capacity; as the turbines where left empty."
    ),
    Column(
      "reservoir_mwh",
      \.reservoir,
      in: 0...1e8,
      required: true,
      limit: .part(of: .storageEnergy),
      "Energy the reservoir holds, as water behind the turbines."
    ),
    Column(
      "pump_efficiency",
      \.pumpEfficiency,
      in: 0.1...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of pumping."
    ),
    Column(
      "turbine_efficiency",
      \.turbineEfficiency,
      in: 0.1...1,
      unit: .share,
      limit: .none(.conversion),
      "Efficiency of generating."
    ),
    Column(
      "minimum_turbine_output_pu",
      \.minimumTurbineOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum load of a running turbine."
    ),
    Column(
      "units",
      \.units,
      in: 1...1000,
      unit: .plain,
      limit: .none(.size),
      "Like units; where given, reserve that covers the largest unit counts one of them."
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
      "Variable cost per MWh pumped and per MWh generated."
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
    Column(
      "capacity_payment_per_kw_year",
      \.capacityPayment,
      in: 0...10_000,
      unit: .money(per: .kilowattYear),
      limit: .none(.account),
      "Yearly payment for its discharging power; settled apart, no part of the cost."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .pumpedHydro,
      capacity: turbineCapacity.megawatts,
      newCapacity: newCapacity,
      energyCapacity: reservoir.megawattHours,
      roundTripEfficiency: pumpEfficiency * turbineEfficiency,
      dischargingEfficiency: turbineEfficiency,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      capacityPaymentPerKilowatt: capacityPayment
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard turbineCapacity.megawatts > 0, reservoir.megawattHours == 0 else { return [] }
    return [
      Complaint(
        "reservoir_mwh",
        "must hold energy where there are turbines",
        fix: "Write the usable energy, such as 8 h times turbine_mw."
      )
    ]
  }

  package func capability(in setting: Setting) -> Capability { storageUnit.capability }

  package func formulate(in desk: inout Desk) {
    guard turbineCapacity.megawatts > 0 else { return }
    storageUnit.formulate(in: &desk)
    noteUnits(in: &desk)
  }

  package func noteUnits(in desk: inout Desk) {
    guard let units else { return }
    let size = turbineCapacity.megawatts / Double(units)
    desk.noteUnit(of: size, isPresent: size > 0)
  }

  /// Plants with as much pump and water for each MW of turbine are alike up to their size.
  package var likeness: Likeness? {
    let size = turbineCapacity.megawatts
    guard size > 0 else { return nil }
    let sizes: Set = ["turbine_mw", "pump_mw", "reservoir_mwh", "units", "new_capacity_mw"]
    let ratios = [(pumpCapacity ?? size) / size, reservoir.megawattHours / size]
    return Likeness(key: likenessKey(without: sizes) + ratios.map { "\($0)" }, scale: size)
  }

  /// What it shares with other stores.
  package var storageUnit: StorageUnit {
    StorageUnit(
      store: StoredEnergy(
        owner: owner,
        capacity: reservoir.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: 0
      ),
      chargingCapacity: pumpCapacity ?? turbineCapacity.megawatts,
      dischargingCapacity: turbineCapacity.megawatts,
      chargingEfficiency: pumpEfficiency,
      dischargingEfficiency: turbineEfficiency,
      minimumDischarge: minimumTurbineOutput,
      wear: 0,
      chargingCost: .constant(variableCost),
      dischargingCost: .constant(variableCost),
      cyclesPerDay: nil,
      providesReserve: providesReserve
    )
  }
}
