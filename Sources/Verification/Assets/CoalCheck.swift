import GridFormulation
import Hourly
import Tables

/// Coal clusters are checked part by part: the units with and without each retrofit.
extension Coal: CheckedAsset {
  func check(in examination: inout Examination) {
    if units > 0 { examination.noteUnit(of: unitSize.megawatts * (1 - ownUse), in: zone) }
    let inService = examination.inService(units * unitSize.megawatts, of: self)
    let names = Set(facts.parts.map { $0.name ?? "" })
    var expected: Set<String> = []
    for (name, share, isFlexible, isSaving, isCapturing) in retrofits where share > 0 {
      let part = share == 1 ? nil : name
      expected.insert(part ?? "")
      thermalCheck(
        Owner(self.name, part: part, zone: zone),
        available: inService.map { share * $0 },
        isFlexible: isFlexible,
        isSaving: isSaving,
        isCapturing: isCapturing,
        in: examination
      ).run(in: &examination)
    }
    if expected != names {
      examination.note(name, rule: "parts", amount: .infinity, "are not those of the retrofits")
    }
  }

  /// A part of the cluster by what was done to its units.
  typealias Retrofit = (
    name: String, share: Double, isFlexible: Bool, isSaving: Bool, isCapturing: Bool
  )

  /// The combinations of the two retrofits and of capture with their shares of the units.
  var retrofits: [Retrofit] {
    let (flexible, saving, fitted) = (flexibilityShare, energySavingShare, capture.share)
    let plain: [Retrofit] = [
      ("original", (1 - flexible) * (1 - saving), false, false, false),
      ("energy-saving", (1 - flexible) * saving, false, true, false),
      ("retrofitted", flexible * (1 - saving), true, false, false),
      ("retrofitted-energy-saving", flexible * saving, true, true, false),
    ]
    return plain.map { ($0.name, (1 - fitted) * $0.share, $0.isFlexible, $0.isSaving, false) }
      + plain.map { part in
        let name = part.name == "original" ? "capture" : part.name + "-capture"
        return (name, fitted * part.share, part.isFlexible, part.isSaving, true)
      }
  }

  private func thermalCheck(
    _ owner: Owner,
    available: [Double],
    isFlexible: Bool,
    isSaving: Bool,
    isCapturing: Bool,
    in examination: Examination
  ) -> ThermalCheck {
    let minimum = isFlexible ? minimumOutputRetrofitted : minimumOutput
    let rate = isSaving ? coalRate * (1 - energySaving) : coalRate
    return ThermalCheck(
      owner: owner,
      available: available,
      minimumOnline: examination.values(of: minimumOnline),
      minimumOutput: minimum,
      ramp: isFlexible ? rampRetrofitted : ramp,
      startOutput: max(startOutput ?? minimumOutput, minimum),
      shutdownOutput: shutdownOutput,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      fuel: fuel,
      fuelPerGross: rate / 1000 * (1 - ownUse),
      noLoadShare: halfLoadRise,
      tiers: examination.deepPeakTiers(forHeat: kind == .chp),
      startFuel: startCoal,
      startCost: startCost,
      variableCost: variableCost,
      ownUse: ownUse,
      sulphurDioxide: sulphurDioxide,
      nitrogenOxides: nitrogenOxides,
      providesReserve: providesReserve,
      capture: isCapturing ? capture : nil
    )
  }
}

extension Examination {
  /// The deep-peak tiers with their baselines in each hour, for units with or without heat.
  func deepPeakTiers(forHeat givesHeat: Bool) -> [ThermalCheck.Tier] {
    let season = count(of: setting.deepPeak.heatingSeason)
    var above = [Double](repeating: 0, count: hours)
    return setting.deepPeak.tiers.map { tier in
      var usual = tier.baseline
      if givesHeat, let own = tier.baselineHeatAndPower { usual = own }
      var heating = usual
      if let own = givesHeat ? tier.baselineHeatAndPowerHeating : tier.baselineHeating {
        heating = own
      }
      var bid: [Double]?
      if setting.deepPeak.bid == .market {
        let price = values(of: tier.price ?? .constant(tier.priceCap))
        bid = zip(price, above).map { $0 - $1 }
        above = price
      }
      return ThermalCheck.Tier(
        baseline: season.map { $0 > 0 ? heating : usual },
        extraFuel: tier.extraFuelRate / 1000,
        wear: tier.wear,
        bid: bid
      )
    }
  }
}
