import GridFormulation
import Tables

/// CHP clusters are checked part by part, then the tank and the electric boiler beside them.
extension Chp: CheckedAsset {
  func check(in examination: inout Examination) {
    let capacity = units * unitSize.megawatts
    guard capacity > 0 else { return }
    examination.noteUnit(of: unitSize.megawatts * (1 - ownUse), in: zone)
    let inService = examination.inService(capacity, of: self)
    for part in retrofits {
      thermalCheck(
        Owner(name, part: part.share == 1 ? nil : part.name, zone: zone),
        available: inService.map { part.share * $0 },
        minimum: part.isFlexible ? minimumOutputRetrofitted : minimumOutput ?? 0.5,
        speed: part.isFlexible ? rampRetrofitted : ramp,
        rate: part.isSaving ? fuelRate * (1 - energySaving) : fuelRate,
        isCutOut: part.isCutOut,
        capture: part.isCapturing ? capture : nil,
        in: examination
      ).run(in: &examination)
    }
    checkTank(of: capacity, in: &examination)
    checkBoiler(of: capacity, in: &examination)
  }

  /// A part of the cluster by what was done to its units.
  typealias Retrofit = (
    name: String, share: Double, isFlexible: Bool, isSaving: Bool, isCutOut: Bool,
    isCapturing: Bool
  )

  /// The combinations of the three retrofits and of capture that hold units.
  var retrofits: [Retrofit] {
    retrofits(isCapturing: false, share: 1 - capture.share)
      + retrofits(isCapturing: true, share: capture.share)
  }

  private func retrofits(isCapturing: Bool, share fitted: Double) -> [Retrofit] {
    var result: [Retrofit] = []
    for isCutOut in [false, true] {
      for isFlexible in [false, true] {
        for isSaving in [false, true] {
          let share =
            (isCutOut ? cutoutShare : 1 - cutoutShare)
            * (isFlexible ? flexibilityShare : 1 - flexibilityShare)
            * (isSaving ? energySavingShare : 1 - energySavingShare) * fitted
          guard share > 0 else { continue }
          let words = [
            isFlexible ? "retrofitted" : "", isSaving ? "energy-saving" : "",
            isCapturing ? "capture" : "", isCutOut ? "cut-out" : "",
          ].filter { !$0.isEmpty }
          let name = words.isEmpty ? "original" : words.joined(separator: "-")
          result.append((name, share, isFlexible, isSaving, isCutOut, isCapturing))
        }
      }
    }
    return result
  }

  private func checkTank(of capacity: Double, in examination: inout Examination) {
    let (energy, power) = (tankShare * tankEnergy * capacity, tankShare * tankPower * capacity)
    guard energy > 0, power > 0 else { return }
    HeatTankCheck(
      reservoir: ReservoirCheck(
        owner: Owner(name, part: "tank", zone: zone),
        capacity: energy,
        start: 0,
        end: .atLeastStart,
        standingLoss: tankLoss,
        power: power
      ),
      charging: power,
      discharging: power,
      heatZone: heatZone
    ).run(in: &examination)
  }

  private func checkBoiler(of capacity: Double, in examination: inout Examination) {
    ElectricHeatingCheck(
      owner: Owner(name, part: "boiler", zone: zone),
      power: boilerShare * boilerPower * capacity,
      efficiency: boilerEfficiency,
      variableCost: 0,
      suppliers: [],
      heatZone: heatZone
    ).run(in: &examination)
  }

  private func thermalCheck(
    _ owner: Owner,
    available: [Double],
    minimum: Double,
    speed: Double,
    rate: Double,
    isCutOut: Bool,
    capture: CarbonCapture?,
    in examination: Examination
  ) -> ThermalCheck {
    let extraction = extractionCheck(minimum: minimum, isCutOut: isCutOut)
    let least = corners.map { corners in
      corners.map { $0.power + extraction.powerLoss * $0.heat }.min() ?? 0
    }
    let usual = least ?? minimumOutput ?? 0.5
    return ThermalCheck(
      owner: owner,
      available: available,
      minimumOnline: examination.values(of: minimumOnline),
      minimumOutput: least ?? minimum,
      ramp: speed,
      startOutput: max(startOutput ?? usual, least ?? minimum),
      shutdownOutput: shutdownOutput,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      fuel: fuel,
      fuelPerGross: rate / 1000 * (1 - ownUse),
      noLoadShare: halfLoadRise,
      tiers: kind == .coal ? examination.deepPeakTiers(forHeat: true) : [],
      startFuel: startFuel,
      startCost: startCost,
      variableCost: variableCost,
      ownUse: ownUse,
      sulphurDioxide: sulphurDioxide,
      nitrogenOxides: nitrogenOxides,
      providesReserve: providesReserve,
      heat: extraction,
      capture: capture
    )
  }

  /// The region by its inequalities, or by its corners where these are given.
  private func extractionCheck(minimum: Double, isCutOut: Bool) -> ExtractionCheck {
    if let corners {
      let loss = powerLoss ?? HeatRegion(corners: corners).powerLoss
      let region = CornerRegion(corners: corners.map { ($0.power, $0.heat) })
      let perHeat = corners.filter { $0.heat > 0 }.map { ($0.power + loss * $0.heat) / $0.heat }
      return ExtractionCheck(
        heatZone: heatZone,
        powerLoss: loss,
        leastPower: corners.map(\.power).min() ?? 0,
        mostHeat: corners.reduce(0) { max($0, $1.heat) },
        excess: region.excess,
        leastSteamPerHeat: perHeat.min() ?? 0
      )
    }
    let ratio = isCutOut ? cutoutBackpressure : backpressure ?? 0.55
    guard turbine == .extraction else {
      return ExtractionCheck(
        heatZone: heatZone,
        powerLoss: 0,
        leastPower: minimum,
        mostHeat: 1 / ratio,
        excess: { power, heat, _ in abs(power - ratio * heat) },
        leastSteamPerHeat: ratio,
        isBackpressure: true
      )
    }
    let (loss, most) = (powerLoss ?? 0.2, isCutOut ? cutoutHeatCapacity : heatCapacity ?? 1)
    return ExtractionCheck(
      heatZone: heatZone,
      powerLoss: loss,
      leastPower: minimum - loss * min(most, ratio + loss > 0 ? minimum / (ratio + loss) : most),
      mostHeat: most,
      excess: { power, heat, online in
        let beyond = larger(power + loss * heat - online, heat - most * online)
        return larger(beyond, larger(minimum * online - loss * heat, ratio * heat) - power)
      },
      leastSteamPerHeat: max(ratio + loss, most > 0 ? minimum / most : 0)
    )
  }
}
