package import Hourly
package import Tables

/// A cluster of like gas-fired units, peaking or combined cycle.
///
/// The equations are those of ``ThermalUnits``; gas is counted in tonnes of coal equivalent by its heat
/// (1 tce = 29.3076 GJ), so that `fuel_rate_g_per_kwh` of 205 stands for 60 % net efficiency.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `units` × `unitSize` × (1 − `forcedOutage`) | MW | – | unit lists
/// m, R | `minimumOutput`, `ramp` | pu, pu/h | 0.4, 2 | assumed
/// S | `startCost` | CNY/MW | 355 | Kumar et al. 2012: 55 USD/MW, warm start of a combined cycle
/// rate | `fuelRate` | gce/kWh supplied | 223 (55 % net) | assumed
package struct Gas: ThermalCluster {
  package static let type = AssetType(
    name: "gas",
    summary: "A cluster of like gas-fired units, peaking or combined cycle."
  )

  package var name = ""
  package var zone = ""
  package var unitSize = Power(megawatts: 200)
  package var units = 1.0
  package var minimumOutput = 0.4
  package var ramp = 2.0
  package var minimumUpHours = 2
  package var minimumDownHours = 2
  package var fuelRate = 223.0
  package var halfLoadRise = 0.15
  package var startFuel = 0.05
  package var startCost = 355.0
  package var variableCost = 20.0
  package var ownUse = 0.02
  package var forcedOutage = 0.04
  package var maintenance = [CalendarWindow]()
  package var maintenanceShare = 0.0
  package var minimumOnline = Profile.constant(0)
  package var fuel = "gas"
  package var sulphurDioxide = 0.0
  package var nitrogenOxides = 0.1
  package var providesReserve = true
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let columns: [Column<Gas>] =
    unitColumns + Column.minimumTimes + fuelColumns + Column.outages + Column.use

  private static let unitColumns: [Column<Gas>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the cluster."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "unit_size_mw",
      \.unitSize,
      in: 1...2000,
      required: true,
      limit: .none(.size),
      "Gross capacity of one unit."
    ),
    Column(
      "units",
      \.units,
      in: 0...1000,
      required: true,
      unit: .plain,
      limit: .none(.size),
      "Number of units."
    ),
    Column(
      "minimum_output_pu",
      \.minimumOutput,
      in: 0...1,
      limit: .part(of: .minimumOutput, to: 0),
      "Minimum stable output, share of the capacity online."
    ),
    Column(
      "ramp_pu_per_hour",
      \.ramp,
      in: 0.01...60,
      limit: .part(of: .ramps, to: 60),
      "Ramp limit, share of the capacity online an hour."
    ),
  ]

  private static let fuelColumns: [Column<Gas>] = [
    Column(
      "fuel_rate_g_per_kwh",
      \.fuelRate,
      in: 150...700,
      limit: .none(.conversion),
      "Gas burnt, as coal equivalent, per energy supplied at rated output."
    ),
    Column(
      "half_load_rise_pu",
      \.halfLoadRise,
      in: 0...0.5,
      limit: .none(.conversion),
      "Relative rise of the fuel rate at half load."
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
      "Cost of starting a MW, fuel apart."
    ),
    Column(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      limit: .none(.price),
      "Variable operation and maintenance per gross MWh."
    ),
    Column(
      "own_use_pu",
      \.ownUse,
      in: 0...0.3,
      limit: .none(.conversion),
      "Share of the gross output used by the plant."
    ),
  ]

  private var capacity: Double { units * unitSize.megawatts }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .gas,
      capacity: capacity,
      unitSize: unitSize.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      parts: [
        PartFacts(
          name: nil,
          capacity: capacity,
          minimumOutput: minimumOutput,
          ratedFuelRate: fuelRate
        )
      ],
      grossOutput: .recorded
    )
  }

  package func complaints(in setting: Setting) -> [Complaint] { maintenanceComplaints }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: thermalUnits(in: setting).mostSupplied)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity > 0 else { return }
    desk.noteUnit(of: unitSize.megawatts * (1 - ownUse), isPresent: true)
    thermalUnits(in: desk.setting).formulate(in: &desk)
  }

  /// The cluster as units with commitment.
  package func thermalUnits(in setting: Setting) -> ThermalUnits {
    let fuelPerGross = fuelRate / 1000 * (1 - ownUse)
    return ThermalUnits(
      owner: owner,
      available: inService(of: capacity, in: setting),
      minimumOnline: setting.value(of: minimumOnline),
      minimumOutput: minimumOutput,
      ramp: ramp,
      startOutput: max(minimumOutput, min(1, ramp)),
      shutdownOutput: 1,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      fuel: fuel,
      noLoadFuel: halfLoadRise * fuelPerGross,
      incrementalFuel: (1 - halfLoadRise) * fuelPerGross,
      tiers: [],
      startFuel: startFuel,
      startCost: startCost,
      variableCost: variableCost,
      ownUse: ownUse,
      sulphurDioxide: sulphurDioxide,
      nitrogenOxides: nitrogenOxides,
      providesReserve: providesReserve
    )
  }
}
