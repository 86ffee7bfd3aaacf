package import Hourly
package import Tables

/// A cluster of like coal-fired units, part of them retrofitted to run lower and ramp faster.
///
/// The cluster falls into parts by its two retrofits (flexibility, energy saving) and by ``CarbonCapture``; each
/// part is a ``ThermalUnits`` of its own, where the equations stand. Coal use per online MW and hour is
///
///     fuel = h·q·u + (1−h)·q·p,    q = rate·(1−own use)·(1−saving) / 1000
///
/// so that the rate at rated output is q and at half load q·(1+h): h is the relative rise at half load.
/// Below a deep-peak baseline the model's tiers add fuel and wear for each MWh forgone.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `units` × `unitSize` × (1 − `forcedOutage`) | MW | – | unit lists
/// m | `minimumOutput`, `minimumOutputRetrofitted` | pu | 0.5, 0.35 | NEA pilot notice 2016-06
/// R | `ramp`, `rampRetrofitted` | pu/h | 0.6, 0.9 | 1 and 1.5 % of rated a minute
/// S | `startCost` | CNY/MW | 415 | Kumar et al. 2012 (NREL/SR-5500-55433): 64 USD/MW, warm start
/// rate | `coalRate` | gce/kWh supplied | 305.5 | NDRC via Reuters 2021-11-02, China 2020
/// h | `halfLoadRise` | pu | 0.08 | assumed
package struct Coal: ThermalCluster, Capturing {
  /// Whether units also give heat, which decides their deep-peak baselines.
  package enum Kind: String, FieldWord {
    /// Power only.
    case condensing
    /// Heat and power.
    case chp
  }

  package static let type = AssetType(
    name: "coal",
    summary: "A cluster of like coal-fired units, part of them retrofitted."
  )

  package var name = ""
  package var zone = ""
  package var kind = Kind.condensing
  package var unitSize = Power(megawatts: 300)
  package var units = 1.0
  package var minimumOutput = 0.5
  package var ramp = 0.6
  package var startOutput: Double?
  package var shutdownOutput = 1.0
  package var minimumUpHours = 8
  package var minimumDownHours = 8
  package var flexibilityShare = 0.0
  package var minimumOutputRetrofitted = 0.35
  package var rampRetrofitted = 0.9
  package var coalRate = 305.5
  package var halfLoadRise = 0.08
  package var energySavingShare = 0.0
  package var energySaving = 0.03
  package var startCoal = 0.15
  package var startCost = 415.0
  package var variableCost = 15.0
  package var ownUse = 0.06
  package var forcedOutage = 0.05
  package var maintenance = [CalendarWindow]()
  package var maintenanceShare = 0.0
  package var minimumOnline = Profile.constant(0)
  package var fuel = "coal"
  package var sulphurDioxide = 0.1
  package var nitrogenOxides = 0.17
  package var providesReserve = true
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  package var capture = CarbonCapture()

  package init() {}

  /// Gross capacity of all units, MW.
  private var capacity: Double { units * unitSize.megawatts }

  package var facts: AssetFacts {
    AssetFacts(
      technology: .coal,
      capacity: capacity,
      unitSize: unitSize.megawatts,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost,
      parts: parts.map { part in
        PartFacts(
          name: part.name,
          capacity: part.share * capacity,
          minimumOutput: part.minimumOutput,
          ratedFuelRate: coalRate * (1 - part.saving),
          rateBeforeSaving: coalRate,
          isEnergySaving: part.isSaving
        )
      },
      grossOutput: .recorded,
      givesHeat: kind == .chp
    )
  }

  package var partNames: [String] { parts.compactMap(\.name) }

  /// The cluster by its two retrofits.
  private var parts: [RetrofitPart] {
    RetrofitPart.parts(
      flexibility: (flexibilityShare, minimumOutputRetrofitted, rampRetrofitted),
      before: (minimumOutput, ramp),
      energySaving: (energySavingShare, energySaving),
      captureShare: capture.share
    )
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: thermalUnits(in: setting).reduce(0) { $0 + $1.mostSupplied })
  }

  package func formulate(in desk: inout Desk) {
    desk.noteUnit(of: unitSize.megawatts * (1 - ownUse), isPresent: units > 0)
    for units in thermalUnits(in: desk.setting) {
      desk.part(units.owner.part) { units.formulate(in: &$0) }
    }
  }

  /// The parts of the cluster, each as units of its own.
  package func thermalUnits(in setting: Setting) -> [ThermalUnits] {
    let inService = inService(of: capacity, in: setting)
    return parts.filter { $0.share > 0 }.map {
      thermalUnits($0, inService: $0.share * inService, in: setting)
    }
  }

  private func thermalUnits(
    _ part: RetrofitPart,
    inService: HourlyValue,
    in setting: Setting
  ) -> ThermalUnits {
    let coalPerGross = coalRate / 1000 * (1 - ownUse) * (1 - part.saving)
    return ThermalUnits(
      owner: Owner(name, part: part.name, zone: zone),
      available: inService,
      minimumOnline: setting.value(of: minimumOnline),
      minimumOutput: part.minimumOutput,
      ramp: part.ramp,
      startOutput: max(startOutput ?? minimumOutput, part.minimumOutput),
      shutdownOutput: shutdownOutput,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      fuel: fuel,
      noLoadFuel: halfLoadRise * coalPerGross,
      incrementalFuel: (1 - halfLoadRise) * coalPerGross,
      tiers: setting.deepPeakTiers(forHeat: kind == .chp),
      startFuel: startCoal,
      startCost: startCost,
      variableCost: variableCost,
      ownUse: ownUse,
      sulphurDioxide: sulphurDioxide,
      nitrogenOxides: nitrogenOxides,
      providesReserve: providesReserve,
      capture: part.isCapturing ? capture : nil
    )
  }
}
