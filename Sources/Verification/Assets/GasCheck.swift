import GridFormulation
import Tables

/// Gas clusters follow the rules of thermal units, without deep-peak tiers.
extension Gas: CheckedAsset {
  func check(in examination: inout Examination) {
    let capacity = units * unitSize.megawatts
    guard capacity > 0 else { return }
    examination.noteUnit(of: unitSize.megawatts * (1 - ownUse), in: zone)
    ThermalCheck(
      owner: owner,
      available: examination.inService(capacity, of: self),
      minimumOnline: examination.values(of: minimumOnline),
      minimumOutput: minimumOutput,
      ramp: ramp,
      startOutput: max(minimumOutput, min(ramp, 1)),
      shutdownOutput: 1,
      minimumUpHours: minimumUpHours,
      minimumDownHours: minimumDownHours,
      fuel: fuel,
      fuelPerGross: fuelRate / 1000 * (1 - ownUse),
      noLoadShare: halfLoadRise,
      tiers: [],
      startFuel: startFuel,
      startCost: startCost,
      variableCost: variableCost,
      ownUse: ownUse,
      sulphurDioxide: sulphurDioxide,
      nitrogenOxides: nitrogenOxides,
      providesReserve: providesReserve
    ).run(in: &examination)
  }
}
