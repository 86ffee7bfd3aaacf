package import Hourly
package import Tables

/// Fresh water from the sea: plants with a basin and water due by the hour, the day or the year.
///
/// The equations are those of ``ProductPlant`` with a yield of 1000/q m³ per MWh. What is due is spread evenly
/// over its hour, day or year for the baseline, against which the power off the grid is measured.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | plans
/// q | `energyUse` | kWh/m³ | 3.5 | usual for reverse osmosis
/// E | `tank` | m³ | 0 | plant data
package struct Desalination: ProductMaker {
  package static let type = AssetType(
    name: "desalination",
    summary: "Fresh water from the sea, with a basin and water that is due."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var energyUse = 3.5
  package var tank = 0.0
  package var startLevel = 0.5
  package var demand = Profile.constant(0)
  package var delivery = Delivery.day
  package var unmetPrice = 20.0
  package var isInLoad = false
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Desalination>] = ownColumns + Column.baselineAndUpkeep

  private static let ownColumns: [Column<Desalination>] = [
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
      in: 0...1e5,
      required: true,
      limit: .none(.size),
      "Power at full load."
    ),
    Column(
      "energy_kwh_per_m3",
      \.energyUse,
      in: 0.5...30,
      unit: .kilowattHour.per(.cubicMetre),
      limit: .none(.conversion),
      "Power drawn per water made."
    ),
    Column(
      "tank_m3",
      \.tank,
      in: 0...1e9,
      unit: .cubicMetre,
      limit: .part(of: .storageEnergy),
      "Water the basin holds."
    ),
    Column(
      "start_pu",
      \.startLevel,
      in: 0...1,
      limit: .none(.boundary),
      "Level of the basin at the start and the end."
    ),
    Column(
      "demand_m3_per_hour",
      \.demand,
      in: 0...1e7,
      unit: .cubicMetrePerHour,
      limit: .none(.given),
      "Water due an hour, m³; a number or a series."
    ),
    .delivery,
    Column(
      "unmet_price_per_m3",
      \.unmetPrice,
      in: 0...1e5,
      unit: .money(per: .cubicMetre),
      limit: .none(.price),
      "Price of water not delivered."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .desalination,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      registeredResponse: capacity.megawatts
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    plant.complaints("demand_m3_per_hour", unit: "m³", in: setting)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    plant.formulate(in: &desk)
  }

  /// What it shares with other plants that make a product.
  package var plant: ProductPlant {
    ProductPlant(
      owner: owner,
      quantities: .init(made: .waterMade, stored: .storedWater, unmet: .unmetWater),
      capacity: capacity.megawatts,
      curve: YieldCurve(1000 / energyUse),
      tank: tank,
      startLevel: startLevel,
      demand: demand,
      delivery: delivery,
      unmetPrice: unmetPrice,
      isInLoad: isInLoad
    )
  }
}
