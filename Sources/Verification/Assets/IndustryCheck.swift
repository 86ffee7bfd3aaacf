import GridFormulation
import Hourly
import Tables

/// Works stay within their band and ramp and draw each day the energy of their product.
extension Industry: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    larger(0, planned(in: setting)[step] - minimumLoad * capacity.megawatts)
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    let power = examination.seriesIfPresent(.power, of: owner) ?? []
    guard !isInLoad else { return power }
    let planned = planned(in: examination.setting)
    return power.indices.map { power[$0] + planned[$0] }
  }

  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let size = 1 + capacity.megawatts
    let planned = planned(in: examination.setting)
    let drawn = examination.series(.consumption, of: owner)
    let reduced = examination.series(.reduced, of: owner)
    let power = examination.injection(of: owner)
    let held = isInLoad ? 1.0 : 0
    examination.identify("power", of: owner, size: size) {
      power[$0] - held * planned[$0] + drawn[$0]
    }
    examination.requireRange(
      "band",
      of: owner,
      size: size,
      drawn,
      from: minimumLoad * capacity.megawatts,
      to: maximumLoad * capacity.megawatts
    )
    examination.require("reduced", of: owner, size: size) { step in
      larger(-reduced[step], planned[step] - drawn[step] - reduced[step])
    }
    examination.requireOneWay(
      "less or more load",
      of: owner,
      size: size,
      reduced,
      drawn.indices.map { drawn[$0] - planned[$0] + reduced[$0] }
    )
    examination.require("ramp", of: owner, size: size, from: 1) { step in
      abs(drawn[step] - drawn[step - 1]) - ramp * capacity.megawatts
    }
    for day in examination.setting.horizon.dayRanges(from: dayStart) {
      examination.requireTotal(
        "energy of the day",
        of: owner,
        size: size,
        at: day.upperBound - 1,
        excess: abs(drawn[day].reduce(0, +) - planned[day].reduce(0, +))
      )
    }
    examination.ledger.charge(.demandResponse, of: name, price: price, for: reduced)
  }

  private func planned(in setting: Setting) -> [Double] {
    let shape = setting.horizon.steps.map {
      capacity.megawatts * setting.value(of: operation)[$0]
    }
    guard let dailyEnergy else { return shape }
    var scaled = shape
    for day in setting.horizon.dayRanges(from: dayStart) {
      let total = shape[day].reduce(0, +)
      let energy = dailyEnergy * Double(day.count) / 24
      for step in day {
        scaled[step] = total > 0 ? shape[step] / total * energy : energy / Double(day.count)
      }
    }
    return scaled
  }
}
