package import Hourly
package import Tables

/// A heat storage tank or pit in a heat network.
///
/// The equations are those of ``HeatTank`` and ``StoredEnergy``.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// E | `energy` | MWh of heat | – | project lists
/// P⁺, P⁻ | `charging`, `discharging` | MW of heat | – | project lists
/// σ | `standingLoss` | per hour | 0.001 | assumed, tanks of 10,000 m³ and more
package struct HeatStorage: HeatSource {
  package static let type = AssetType(
    name: "heat-storage",
    summary: "A heat storage tank or pit in a heat network."
  )

  package var name = ""
  package var zone = ""
  package var heatZone = ""
  package var energy = Energy(megawattHours: 0)
  package var charging = Power(megawatts: 0)
  package var discharging = Power(megawatts: 0)
  package var standingLoss = 0.001
  package var startLevel = 0.5
  package var endRule = EndRule.atLeastStart
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<HeatStorage>] = [
    Column("name", \.name, as: .name, required: true, limit: .none(.identity), "Name of the tank."),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; that of the heat zone where left empty."
    ),
    Column(
      "heat_zone",
      \.heatZone,
      limit: .none(.identity),
      "Heat zone it serves; the model's only one where left empty."
    ),
    Column(
      "energy_mwh",
      \.energy,
      in: 0...1e8,
      required: true,
      limit: .part(of: .storageEnergy),
      "Heat it holds."
    ),
    Column(
      "charging_mw",
      \.charging,
      in: 0...1e6,
      required: true,
      limit: .part(of: .storagePower),
      "Heat it can take in."
    ),
    Column(
      "discharging_mw",
      \.discharging,
      in: 0...1e6,
      required: true,
      limit: .part(of: .storagePower),
      "Heat it can give."
    ),
    Column(
      "loss_per_hour",
      \.standingLoss,
      in: 0...0.2,
      unit: .share,
      limit: .part(of: .storageEnergy, to: 0),
      "Share of the stored heat lost in an hour."
    ),
    Column("start_pu", \.startLevel, in: 0...1, limit: .none(.boundary), "Level at the start."),
    Column("end_rule", \.endRule, limit: .none(.boundary), "What it must hold at the end."),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on use, per kW of heat it can give."
    ),
    .capitalCost(\.capitalCost),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .heatStorage,
      capacity: discharging.megawatts,
      energyCapacity: energy.megawattHours,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard energy.megawattHours == 0 else { return [] }
    return [
      Complaint(
        "energy_mwh",
        "must hold heat: a tank of 0 MWh is none",
        fix: "Write the heat it holds, about 0.05 MWh a cubic metre, or take the row out."
      )
    ]
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    .constant(discharging.megawatts)
  }

  package func formulate(in desk: inout Desk) {
    guard energy.megawattHours > 0, discharging.megawatts > 0 || charging.megawatts > 0 else {
      return
    }
    HeatTank(
      store: StoredEnergy(
        owner: owner,
        capacity: energy.megawattHours,
        start: startLevel,
        end: endRule,
        standingLoss: standingLoss
      ),
      charging: charging.megawatts,
      discharging: discharging.megawatts,
      heatZone: heatZone
    ).formulate(in: &desk)
  }
}
