package import Hourly
package import Tables

/// Large heat pumps on air, water or waste heat.
///
///     0 ≤ q[t] ≤ Q,    w[t] = q[t] / COP[t]
///
/// w is withdrawn from the zone. The coefficient of performance follows the source's temperature; below 1 it would
/// be no heat pump.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// Q | `capacity` | MW of heat | – | project lists
/// COP | `performance` | – | 2.5 | assumed, air at −10 °C to a network at 60 °C
package struct HeatPump: HeatSource {
  package static let type = AssetType(
    name: "heat-pump",
    summary: "Large heat pumps with a coefficient of performance by the hour."
  )

  package var name = ""
  package var zone = ""
  package var heatZone = ""
  package var capacity = Power(megawatts: 0)
  package var performance = Profile.constant(2.5)
  package var variableCost = 5.0
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<HeatPump>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the heat pumps."
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
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Heat at full load."
    ),
    Column(
      "performance",
      \.performance,
      in: 1...10,
      unit: .share,
      limit: .none(.conversion),
      "Heat per power taken (COP), a number or a series."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...5000,
      limit: .none(.price),
      "Cost per MWh of heat."
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
      technology: .heatPump,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    .constant(capacity.megawatts)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let heat = desk.variable("heat", to: .constant(capacity.megawatts))
    desk.charge(.operation, .constant(variableCost), for: heat)
    desk.inject(desk.setting.value(of: performance).map { -1 / $0 } * heat)
    desk.giveHeat(heat, to: heatZone)
  }
}
