package import Hourly
package import Tables

/// Hydrogen from electricity: an electrolyser, a tank, what is due of hydrogen, and power made back of it.
///
/// The equations are those of ``ProductPlant``, with hydrogen as MWh of its lower heating value (a tonne
/// has 33.3). The efficiency may fall with load: pairs of load and mean efficiency up to there. Water used is
/// reported and paid for. What is due is spread evenly over its hour, day or year for the baseline, against
/// which the power off the grid is measured.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | plans
/// y | `efficiency` | – | 0.68 | LHV, usual for alkaline plants
/// E | `tank` | MWh | 0 | plant data
/// G, η | `powerBack`, `backEfficiency` | MW, – | 0, 0.5 | plant data
package struct Hydrogen: ProductMaker {
  package static let type = AssetType(
    name: "hydrogen",
    summary: "Hydrogen from electricity, with a tank, what is due of it, and power made back."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var efficiency = YieldCurve(0.68)
  package var tank = Energy(megawattHours: 0)
  package var startLevel = 0.5
  package var demand = Profile.constant(0)
  package var delivery = Delivery.day
  package var unmetPrice = 600.0
  package var powerBack = 0.0
  package var backEfficiency = 0.5
  package var waterUse = 0.3
  package var waterPrice = 0.0
  package var isInLoad = false
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Hydrogen>] = ownColumns + Column.baselineAndUpkeep

  private static let ownColumns: [Column<Hydrogen>] = [
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
      "Power at full load."
    ),
    Column(
      "efficiency",
      \.efficiency,
      as: .yield(upTo: 1),
      limit: .none(.conversion),
      "Hydrogen (LHV) per power, or load:efficiency pairs: 0.3:0.74;1:0.68."
    ),
    Column(
      "tank_mwh",
      \.tank,
      in: 0...1e8,
      limit: .part(of: .storageEnergy),
      "Hydrogen the tank holds, LHV; a tonne is 33.3 MWh."
    ),
    Column(
      "start_pu",
      \.startLevel,
      in: 0...1,
      limit: .none(.boundary),
      "Level of the tank at the start and the end."
    ),
    Column(
      "demand_mw",
      \.demand,
      in: 0...1e6,
      limit: .none(.given),
      "Hydrogen due, LHV an hour; a number or a series."
    ),
    .delivery,
    Column(
      "unmet_price_per_mwh",
      \.unmetPrice,
      in: 0...1e6,
      limit: .none(.price),
      "Price of hydrogen not delivered."
    ),
    Column(
      "power_back_mw",
      \.powerBack,
      in: 0...1e6,
      limit: .part(of: .storagePower),
      "Fuel cell or turbine that burns it."
    ),
    Column(
      "power_back_efficiency",
      \.backEfficiency,
      in: 0.05...1,
      unit: .share,
      limit: .none(.conversion),
      "Power per hydrogen burnt."
    ),
    Column(
      "water_m3_per_mwh",
      \.waterUse,
      in: 0...10,
      unit: .cubicMetre.per(.megawattHour),
      limit: .none(.conversion),
      "Water per MWh made."
    ),
    Column(
      "water_price_per_m3",
      \.waterPrice,
      in: 0...1000,
      unit: .money(per: .cubicMetre),
      limit: .none(.price),
      "Price of that water."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .hydrogen,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      registeredResponse: capacity.megawatts
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    plant.complaints("demand_mw", unit: "MWh", in: setting)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    plant.formulate(in: &desk)
    let water = waterUse * desk.recorded(.hydrogenMade)
    desk.record(.waterUsed, water)
    desk.charge(.operation, .constant(waterPrice), for: water)
  }

  /// What it shares with other plants that make a product.
  package var plant: ProductPlant {
    ProductPlant(
      owner: owner,
      quantities: .init(made: .hydrogenMade, stored: .storedHydrogen, unmet: .unmetHydrogen),
      capacity: capacity.megawatts,
      curve: efficiency,
      tank: tank.megawattHours,
      startLevel: startLevel,
      demand: demand,
      delivery: delivery,
      unmetPrice: unmetPrice,
      powerBack: powerBack,
      backEfficiency: backEfficiency,
      isInLoad: isInLoad
    )
  }
}
