import GridFormulation
import Tables

/// A store of any kind keeps its levels, its start and its end.
extension Storage: AccountedStore {
  var paidForPower: Double? {
    kind == .hydro ? nil : capacityPayment * dischargingCapacity.megawatts * 1000
  }

  func check(in examination: inout Examination) {
    let rated = dischargingCapacity.megawatts
    guard rated > 0 else { return }
    let most = energy.megawattHours
    let told = level.map { examination.values(of: $0) }
    var reservoir = ReservoirCheck(
      owner: owner,
      capacity: most,
      start: most > 0 ? start / most : 0,
      end: endRule,
      standingLoss: standingLoss,
      power: max(rated, chargingCapacity.megawatts)
    )
    reservoir.startRange = startRange
    reservoir.startCost = startCost
    reservoir.endValue = endValue
    // Reserve keeps to the store's own bounds, whatever level is given.
    reservoir.bounds = (
      examination.values(of: minimumLevel).map { $0 * most },
      examination.values(of: maximumLevel).map { $0 * most }
    )
    var check = StorageCheck(
      reservoir: reservoir,
      chargingCapacity: chargingCapacity.megawatts,
      dischargingCapacity: rated,
      chargingEfficiency: chargingEfficiency,
      dischargingEfficiency: dischargingEfficiency,
      minimumDischarge: 0,
      cyclesPerDay: nil,
      providesReserve: providesReserve
    )
    check.inflow = examination.values(of: inflow)
    check.spillCost = examination.values(of: spillCost)
    check.limits = (examination.values(of: chargingLimit), examination.values(of: dischargingLimit))
    check.run(in: &examination)
    for (quantity, cost) in [
      (ResultQuantity.charging, chargingCost), (.discharging, dischargingCost),
    ] {
      let used = examination.series(quantity, of: owner)
      let prices = examination.values(of: cost)
      examination.ledger.charge(.operation, of: name, prices: prices, for: used)
    }
    if let told {
      let stored = examination.series(.storedEnergy, of: owner)
      examination.require("given level", of: owner, size: 1 + rated) { step in
        told[step] < 0 ? 0 : abs(stored[step] - told[step])
      }
    }
    if kind == .hydro {
      let all = [Double](repeating: rated, count: examination.hours)
      examination.add(all, to: \.synchronous, of: owner)
    }
  }
}
