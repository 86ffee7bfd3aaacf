import GridFormulation
import Tables

/// Biomass plants stay within their range, and within the fuel of the hours' share of a year.
extension Biomass: CheckedAsset {
  func check(in examination: inout Examination) {
    let available = capacity.megawatts * (1 - forcedOutage)
    guard available > 0 else { return }
    let size = 1 + capacity.megawatts
    let (low, net, rate) = (minimumOutput * available, 1 - ownUse, fuelRate / 1000)
    let gross = examination.series(.gross, of: owner)
    let power = examination.injection(of: owner)
    let burnt = examination.series(.fuel, of: owner)
    let sulphur = examination.series(.sulphurDioxide, of: owner)
    let nitrogen = examination.series(.nitrogenOxides, of: owner)
    examination.requireRange(
      "output range",
      of: owner,
      size: size,
      gross,
      from: low,
      to: available
    )
    examination.identify("output after own use", of: owner, size: size) {
      power[$0] - net * gross[$0]
    }
    examination.identify("fuel", of: owner, size: size) { burnt[$0] - rate * gross[$0] }
    examination.identify("SO2", of: owner, size: size) {
      sulphur[$0] - sulphurDioxide * gross[$0]
    }
    examination.identify("NOx", of: owner, size: size) {
      nitrogen[$0] - nitrogenOxides * gross[$0]
    }
    if let fuelLimit {
      let used = burnt.reduce(0, +)
      let most = fuelLimit * examination.setting.yearShare
      examination.requireTotal(
        "fuel limit",
        of: owner,
        size: 1 + most,
        at: nil,
        excess: used - most
      )
    }
    examination.add(
      [Double](repeating: available, count: examination.hours),
      to: \.synchronous,
      of: owner
    )
    examination.ledger.charge(.operation, of: name, price: variableCost, for: gross)
  }
}
