import GridFormulation
import Tables

/// A nuclear plant stays between its floor and ceiling and moves slowly.
extension Nuclear: CheckedAsset {
  func check(in examination: inout Examination) {
    let capacity = Double(units) * unitSize.megawatts
    guard capacity > 0 else { return }
    let size = 1 + capacity
    let (low, high, ramp, net) = (minimumOutput, maximumOutput, ramp, 1 - ownUse)
    let inService = examination.count(of: refuelling).map { out in
      (unitSize.megawatts - forcedOutage * unitSize.megawatts) * max(0, Double(units) - out)
    }
    let gross = examination.series(.gross, of: owner)
    examination.require("output range", of: owner, size: size) { step in
      larger(low * inService[step] - gross[step], gross[step] - high * inService[step])
    }
    if ramp < high - low {
      examination.require("ramp", of: owner, size: size, from: 1) { step in
        let moved = abs(gross[step] - gross[step - 1])
        return moved - ramp * inService[step] - abs(inService[step] - inService[step - 1])
      }
    }
    let power = examination.injection(of: owner)
    examination.identify("output after own use", of: owner, size: size) {
      power[$0] - net * gross[$0]
    }
    examination.noteUnit(of: unitSize.megawatts * net, in: zone)
    examination.add(inService, to: \.synchronous, of: owner)
    examination.ledger.charge(.operation, of: name, price: variableCost, for: gross)
  }
}
