import Grid
import GridDispatch

/// Hydropower passes its inflow through turbines or spillway, at once or from the reservoir.
extension Hydro: CheckedAsset {
  func check(in examination: inout Examination) {
    let rated = capacity.megawatts
    guard rated > 0 else { return }
    let size = 1 + rated
    let inflow = examination.values(of: inflow).map { rated * $0 }
    let power = examination.injection(of: owner)
    let spilled = examination.series(.spilled, of: owner)
    examination.requireRange("output range", of: owner, size: size, power, from: 0, to: rated)
    examination.require("spill", of: owner, size: size) { -spilled[$0] }
    let least = reservoir.megawattHours > 0 ? minimumFlow * rated : 0
    examination.require("minimum flow", of: owner, size: size) {
      least - power[$0] - spilled[$0]
    }
    examination.add(
      [Double](repeating: rated, count: examination.hours),
      to: \.synchronous,
      of: owner
    )
    examination.ledger.charge(.operation, of: name, price: variableCost, for: power)
    examination.ledger.charge(.tieBreak, of: name, price: 0.01, for: spilled)
    guard reservoir.megawattHours > 0 else {
      examination.require("water balance", of: owner, size: size) {
        abs(inflow[$0] - power[$0] - spilled[$0])
      }
      return
    }
    let level = ReservoirCheck(
      owner: owner,
      capacity: reservoir.megawattHours,
      start: startLevel,
      end: endRule,
      standingLoss: 0,
      power: rated
    ).run(
      net: inflow.indices.map { inflow[$0] - power[$0] - spilled[$0] },
      in: &examination
    )
    if providesReserve { checkReserve(power: power, level: level, in: &examination) }
  }

  private func checkReserve(
    power: [Double],
    level: [Double],
    in examination: inout Examination
  ) {
    let rated = capacity.megawatts
    let size = 1 + rated
    if examination.setting.reserve(in: zone).isRequired(.up) {
      let sustained = examination.setting.reserve(in: zone).sustainHours
      let held = examination.reserve(.up, of: owner)
      examination.require("reserve up", of: owner, size: size) { step in
        larger(-held[step], held[step] + power[step] - rated)
      }
      examination.require("reserve up energy", of: owner, size: size) { step in
        sustained * held[step] - level[step]
      }
    }
    if examination.setting.reserve(in: zone).isRequired(.down) {
      let held = examination.reserve(.down, of: owner)
      examination.identify("reserve down", of: owner, size: size) { held[$0] - power[$0] }
    }
  }
}
