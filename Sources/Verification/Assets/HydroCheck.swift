import GridFormulation
import Hourly
import Tables

/// Hydropower passes its inflow through turbines or spillway, at once or from the reservoir.
extension Hydro: CheckedAsset {
  func check(in examination: inout Examination) {
    let rated = capacity.megawatts
    guard rated > 0 else { return }
    let size = 1 + rated
    let inflow = water(in: &examination)
    let power = examination.injection(of: owner)
    let spilled = examination.series(.spilled, of: owner)
    examination.requireRange("output range", of: owner, size: size, power, from: 0, to: rated)
    examination.require("spill", of: owner, size: size) { -spilled[$0] }
    let held = heldWater
    let least = held > 0 ? waterMinimumFlow.map { energy(ofFlow: $0) } ?? minimumFlow * rated : 0
    examination.require("minimum flow", of: owner, size: size) {
      least - power[$0] - spilled[$0]
    }
    if downstream != nil {
      let released = examination.series(.released, of: owner)
      examination.identify("release", of: owner, size: size) {
        released[$0] - power[$0] - spilled[$0]
      }
    }
    examination.add(
      [Double](repeating: rated, count: examination.hours),
      to: \.synchronous,
      of: owner
    )
    examination.ledger.charge(.operation, of: name, price: variableCost, for: power)
    examination.ties.add(.spill, of: name, spilled)
    guard held > 0 else {
      examination.require("water balance", of: owner, size: size) {
        abs(inflow[$0] - power[$0] - spilled[$0])
      }
      return
    }
    let level = ReservoirCheck(
      owner: owner,
      capacity: held,
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

/// The way of the water, as the energy it gives where it is.
extension Hydro {
  private func energy(ofFlow flow: Double) -> Double { flow * 3600 / 1000 * (waterYield ?? 0) }

  private var heldWater: Double {
    guard let waterReservoir else { return reservoir.megawattHours }
    return waterReservoir * 1e6 / 1000 * (waterYield ?? 0)
  }

  private func natural(_ setting: Setting, at step: Int) -> Double {
    guard let waterInflow else { return capacity.megawatts * setting.value(of: inflow)[step] }
    return energy(ofFlow: setting.value(of: waterInflow)[step])
  }

  /// What flows to it in each hour: of its own valley, and what plants above let go some hours ago.
  private func water(in examination: inout Examination) -> [Double] {
    let setting = examination.setting
    var total = setting.horizon.steps.map { natural(setting, at: $0) }
    for plant in upstream where plant.capacity.megawatts > 0 {
      let turbined = examination.series(.power, of: plant.owner)
      let spilled = examination.series(.spilled, of: plant.owner)
      let worth = (waterYield ?? 0) / (plant.waterYield ?? .infinity)
      for step in total.indices {
        let sent = step - plant.travelHours
        let water = sent < 0 ? plant.flow(before: setting) : turbined[sent] + spilled[sent]
        total[step] += worth * water
      }
    }
    return total
  }

  /// What it let go before the first hour: what flows to it in that hour, no less than it must.
  private func flow(before setting: Setting) -> Double {
    guard capacity.megawatts > 0 else { return 0 }
    var flowing = natural(setting, at: 0)
    for plant in upstream {
      flowing += (waterYield ?? 0) / (plant.waterYield ?? .infinity) * plant.flow(before: setting)
    }
    guard heldWater > 0 else { return flowing }
    let least = waterMinimumFlow.map { energy(ofFlow: $0) } ?? minimumFlow * capacity.megawatts
    return larger(flowing, least)
  }
}
