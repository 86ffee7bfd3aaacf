package import Hourly
package import Tables

/// A heat-only boiler house: fuel to heat, for peaks and for what CHP does not reach.
///
///     0 ≤ q[t] ≤ Q,    fuel[t] = q[t] / (8.141·η)
///
/// with 8.141 MWh of heat in a tonne of coal equivalent. CO2 follows from the fuel.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// Q | `capacity` | MW of heat | – | heating statistics
/// η | `efficiency` | – | 0.85 | assumed, a large chain-grate or fluidised-bed boiler with its pipes
package struct HeatBoiler: HeatSource {
  package static let type = AssetType(
    name: "heat-boiler",
    summary: "A heat-only boiler house: fuel to heat."
  )

  package var name = ""
  package var zone = ""
  package var heatZone = ""
  package var capacity = Power(megawatts: 0)
  package var efficiency = 0.85
  package var fuel = "coal"
  package var variableCost = 5.0
  package var sulphurDioxide = 0.1
  package var nitrogenOxides = 0.15
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<HeatBoiler>] = [
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
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Heat at full load."
    ),
    Column(
      "efficiency",
      \.efficiency,
      in: 0.3...1.1,
      unit: .share,
      limit: .none(.conversion),
      "Heat per energy of the fuel."
    ),
    Column("fuel", \.fuel, limit: .none(.identity), "Fuel burnt, from the model's fuels."),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...5000,
      limit: .none(.price),
      "Variable cost per MWh of heat, fuel apart."
    ),
    Column(
      "so2_kg_per_mwh",
      \.sulphurDioxide,
      in: 0...50,
      limit: .none(.conversion),
      "SO2 per MWh of heat."
    ),
    Column(
      "nox_kg_per_mwh",
      \.nitrogenOxides,
      in: 0...50,
      limit: .none(.conversion),
      "NOx per MWh of heat."
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
      technology: .heatBoiler,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package var fuelName: String? { fuel }

  package func unknownNames(in setting: Setting) -> [Complaint] {
    setting.complaints(aboutFuel: fuel, field: "fuel")
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    .constant(capacity.megawatts)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let heat = desk.variable("heat", to: .constant(capacity.megawatts))
    desk.record(.sulphurDioxide, sulphurDioxide * heat)
    desk.record(.nitrogenOxides, nitrogenOxides * heat)
    desk.burn(fuel, (1 / (Fuel.heatOfTonne * efficiency)) * heat)
    desk.charge(.operation, .constant(variableCost), for: heat)
    desk.giveHeat(heat, to: heatZone)
  }
}
