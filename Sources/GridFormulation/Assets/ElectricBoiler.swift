package import Hourly
package import Tables

/// An electric boiler or electrode boiler: power to heat.
///
/// The equations are those of ``ElectricHeating``. w is withdrawn from the zone. With `supplied_by` it runs on the output of named plants in the same hour only, as wind
/// heating under contract does.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// W | `power` | MW | – | project lists
/// η | `efficiency` | – | 0.98 | assumed, electrode boilers
package struct ElectricBoiler: HeatSource {
  package static let type = AssetType(
    name: "electric-boiler",
    summary: "An electric boiler: power to heat, of the grid or of contracted wind."
  )

  package var name = ""
  package var zone = ""
  package var heatZone = ""
  package var power = Power(megawatts: 0)
  package var efficiency = 0.98
  package var suppliedBy = ""
  package var variableCost = 5.0
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<ElectricBoiler>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the boilers."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone they stand in; that of the heat zone where left empty."
    ),
    Column(
      "heat_zone",
      \.heatZone,
      limit: .none(.identity),
      "Heat zone they feed; the model's only one where left empty."
    ),
    Column(
      "power_mw",
      \.power,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Power taken at full load."
    ),
    Column(
      "efficiency",
      \.efficiency,
      in: 0.5...1,
      unit: .share,
      limit: .none(.conversion),
      "Heat per power taken."
    ),
    Column(
      "supplied_by",
      \.suppliedBy,
      limit: .part(of: .loadLimits, to: ""),
      "Plants whose output in the hour bounds the intake, such as `ridge; coast:0.5`; the grid where left empty."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...5000,
      limit: .none(.price),
      "Cost per MWh taken."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly upkeep that does not depend on use."
    ),
    .capitalCost(\.capitalCost),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .electricBoiler,
      capacity: power.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      suppliers: PlantShare.list(suppliedBy) ?? []
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard PlantShare.list(suppliedBy) == nil else { return [] }
    return [
      Complaint(
        "supplied_by",
        "must be a list of plants, each with the share it gives",
        fix: "Write `ridge; coast:0.5`: names separated by `;`, shares above 0 up to 1."
      )
    ]
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    .constant(efficiency * power.megawatts)
  }

  package func formulate(in desk: inout Desk) {
    ElectricHeating(
      power: power.megawatts,
      efficiency: efficiency,
      variableCost: variableCost,
      suppliers: facts.suppliers,
      heatZone: heatZone
    ).formulate(in: &desk)
  }
}
