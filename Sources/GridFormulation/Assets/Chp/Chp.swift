package import Hourly
package import Tables

/// A cluster of like units that give heat and power: extraction or back-pressure, of any fuel.
///
/// Commitment, ramps, deep-peak tiers and reserve are those of ``ThermalUnits``; heat is extracted within a region of both,
/// ``HeatExtraction``. For extraction units, with u MW online, output p, heat q and `e = p + Cᵥ·q`,
///
///     p ≥ max(m·u − Cᵥ·q, C_b·q),    p + Cᵥ·q ≤ u,    q ≤ h·u
///     fuel = r·f·u + (1−r)·f·e,    f = rate·(1−own use)·(1−saving) / 1000
///
/// and for back-pressure units p = C_b·q. `region` gives corners instead. Retrofits fall on shares of the cluster: flexibility
/// lowers m, energy saving the rate, cut-out of the low-pressure cylinder widens the region to h′ and C_b′ < C_b (a unit
/// that may run either way can reach all between). A tank (``HeatTank``) and an electric boiler (``ElectricHeating``) of the
/// plant stand beside the units as parts `tank`, empty at the start, and `boiler`. Emissions and variable cost follow e, as the fuel does.
/// A share of the units may capture its CO2: ``CarbonCapture``.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `units` × `unitSize` × (1 − `forcedOutage`) | MW | – | unit lists
/// m | `minimumOutput` | pu | 0.5 | NEA pilot notice 2016-06
/// h | `heatCapacity` | MW of heat per MW | 1.0 | assumed, 300 MW extraction units
/// Cᵥ | `powerLoss` | MW per MW of heat | 0.2 | assumed, extraction at 0.3 to 0.5 MPa
/// C_b | `backpressure` | MW per MW of heat | 0.55 | assumed
/// h′, C_b′ | `cutoutHeatCapacity`, `cutoutBackpressure` | | 1.3, 0.3 | assumed
package struct Chp: HeatSource, ThermalCluster, Capturing {
  /// What the units burn, as goals and reports count them.
  package enum Kind: String, FieldWord {
    case coal, gas, biomass, nuclear
  }

  /// How the turbines give heat.
  package enum Turbine: String, FieldWord {
    /// Steam is taken out on the way; power and heat can be chosen within a region.
    case extraction
    /// All steam leaves to the heat network; power follows heat.
    case backpressure = "back-pressure"
  }

  package static let type = AssetType(
    name: "chp",
    summary: "A cluster of like units that give heat and power, of any fuel."
  )

  package var name = ""
  package var zone = ""
  package var heatZone = ""
  package var kind = Kind.coal
  package var turbine = Turbine.extraction
  package var unitSize = Power(megawatts: 300)
  package var units = 1.0
  package var corners: [HeatRegion.Corner]?
  package var minimumOutput: Double?
  package var heatCapacity: Double?
  package var powerLoss: Double?
  package var backpressure: Double?
  package var ramp = 0.5
  package var startOutput: Double?
  package var shutdownOutput = 1.0
  package var minimumUpHours = 8
  package var minimumDownHours = 8
  package var flexibilityShare = 0.0
  package var minimumOutputRetrofitted = 0.35
  package var rampRetrofitted = 0.9
  package var cutoutShare = 0.0
  package var cutoutHeatCapacity = 1.3
  package var cutoutBackpressure = 0.3
  package var tankShare = 0.0
  package var tankEnergy = 4.0
  package var tankPower = 0.5
  package var tankLoss = 0.001
  package var boilerShare = 0.0
  package var boilerPower = 0.3
  package var boilerEfficiency = 0.98
  package var fuel = "coal"
  package var fuelRate = 305.5
  package var halfLoadRise = 0.08
  package var energySavingShare = 0.0
  package var energySaving = 0.03
  package var startFuel = 0.15
  package var startCost = 415.0
  package var variableCost = 15.0
  package var ownUse = 0.06
  package var forcedOutage = 0.05
  package var maintenance = [CalendarWindow]()
  package var maintenanceShare = 0.0
  package var minimumOnline = Profile.constant(0)
  package var sulphurDioxide = 0.1
  package var nitrogenOxides = 0.17
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  package var capture = CarbonCapture()

  package init() {}

  /// Gross capacity of all units, MW.
  package var capacity: Double { units * unitSize.megawatts }

  package var facts: AssetFacts {
    let technology: Technology =
      switch kind {
      case .coal: .coal
      case .gas: .gas
      case .biomass: .biomass
      case .nuclear: .nuclear
      }
    return AssetFacts(
      technology: technology,
      capacity: capacity,
      unitSize: unitSize.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      parts: parts.map { part in
        PartFacts(
          name: part.name,
          capacity: part.share * capacity,
          minimumOutput: part.region.leastSteam,
          ratedFuelRate: fuelRate * (1 - part.saving),
          rateBeforeSaving: fuelRate,
          isEnergySaving: part.isSaving
        )
      },
      grossOutput: .recorded,
      givesHeat: true
    )
  }

  package func mostHeat(in heatZone: String, _ setting: Setting) -> HourlyValue {
    let perUnit = parts.reduce(0) { $0 + $1.share * $1.region.mostHeat }
    let beside = (tank?.discharging ?? 0) + boilerEfficiency * boiler.power
    return inService(of: capacity, in: setting).map { perUnit * $0 + beside }
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: thermalUnits(in: setting).reduce(0) { $0 + $1.mostSupplied })
  }

  package func formulate(in desk: inout Desk) {
    guard capacity > 0 else { return }
    desk.noteUnit(of: unitSize.megawatts * (1 - ownUse), isPresent: true)
    for units in thermalUnits(in: desk.setting) {
      desk.part(units.owner.part) { units.formulate(in: &$0) }
    }
    if let tank { desk.part(tank.store.owner.part) { tank.formulate(in: &$0) } }
    desk.part("boiler") { boiler.formulate(in: &$0) }
  }
}

// MARK: - Parts

extension Chp {
  /// Units of the cluster that had the same retrofits.
  struct Part {
    /// The part's name in results; nil where it is the whole cluster.
    let name: String?
    let share: Double
    let region: HeatRegion
    let ramp: Double
    let isSaving: Bool
    let saving: Double
    let isCapturing: Bool
  }

  /// The cluster by its retrofits, which fall on units independently.
  var parts: [Part] {
    RetrofitPart.parts(
      flexibility: (flexibilityShare, minimumOutputRetrofitted, rampRetrofitted),
      before: (minimumOutput ?? 0.5, ramp),
      energySaving: (energySavingShare, energySaving),
      captureShare: capture.share
    ).flatMap { part in
      [(false, 1 - cutoutShare), (true, cutoutShare)].filter { $0.1 > 0 }.map { isCutOut, share in
        let plain = part.name ?? "original"
        let name = isCutOut ? (plain == "original" ? "cut-out" : plain + "-cut-out") : plain
        return Part(
          name: share * part.share == 1 ? nil : name,
          share: share * part.share,
          region: region(minimum: part.minimumOutput, isCutOut: isCutOut),
          ramp: part.ramp,
          isSaving: part.isSaving,
          saving: part.saving,
          isCapturing: part.isCapturing
        )
      }
    }
  }

  /// The region of units with a least steam flow, with or without cut-out of the low-pressure cylinder.
  func region(minimum: Double, isCutOut: Bool) -> HeatRegion {
    if let corners { return HeatRegion(corners: corners, powerLoss: powerLoss) }
    let ratio = backpressure ?? 0.55
    guard turbine == .extraction else { return .backpressure(ratio, minimum: minimum) }
    return .extraction(
      minimum: minimum,
      heatCapacity: isCutOut ? cutoutHeatCapacity : heatCapacity ?? 1,
      powerLoss: powerLoss ?? 0.2,
      backpressure: isCutOut ? cutoutBackpressure : ratio
    )
  }

  package var partNames: [String] { parts.compactMap(\.name) + ["tank", "boiler"] }

  /// The tank of the plant; nil where it has none.
  private var tank: HeatTank? {
    let (energy, power) = (tankShare * capacity * tankEnergy, tankShare * capacity * tankPower)
    guard energy > 0, power > 0 else { return nil }
    return HeatTank(
      store: StoredEnergy(
        owner: Owner(name, part: "tank", zone: zone),
        capacity: energy,
        start: 0,
        end: .atLeastStart,
        standingLoss: tankLoss
      ),
      charging: power,
      discharging: power,
      heatZone: heatZone
    )
  }

  /// The electric boiler of the plant.
  private var boiler: ElectricHeating {
    ElectricHeating(
      power: boilerShare * capacity * boilerPower,
      efficiency: boilerEfficiency,
      variableCost: 0,
      heatZone: heatZone
    )
  }

  /// The parts of the cluster, each as units of its own.
  package func thermalUnits(in setting: Setting) -> [ThermalUnits] {
    let inService = inService(of: capacity, in: setting)
    return parts.map { part in
      let fuelPerGross = fuelRate / 1000 * (1 - ownUse) * (1 - part.saving)
      let least = part.region.leastSteam
      return ThermalUnits(
        owner: Owner(name, part: part.name, zone: zone),
        available: part.share * inService,
        minimumOnline: setting.value(of: minimumOnline),
        minimumOutput: least,
        ramp: part.ramp,
        startOutput: max(
          startOutput ?? region(minimum: minimumOutput ?? 0.5, isCutOut: false).leastSteam,
          least
        ),
        shutdownOutput: shutdownOutput,
        minimumUpHours: minimumUpHours,
        minimumDownHours: minimumDownHours,
        fuel: fuel,
        noLoadFuel: halfLoadRise * fuelPerGross,
        incrementalFuel: (1 - halfLoadRise) * fuelPerGross,
        tiers: kind == .coal ? setting.deepPeakTiers(forHeat: true) : [],
        startFuel: startFuel,
        startCost: startCost,
        variableCost: variableCost,
        ownUse: ownUse,
        sulphurDioxide: sulphurDioxide,
        nitrogenOxides: nitrogenOxides,
        providesReserve: providesReserve,
        heat: HeatExtraction(region: part.region, heatZone: heatZone),
        capture: part.isCapturing ? capture : nil
      )
    }
  }
}
