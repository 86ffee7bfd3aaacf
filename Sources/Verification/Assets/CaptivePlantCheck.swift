import GridFormulation
import Hourly
import Tables

/// A plant behind the meter stays within its range and sells no more than it may; its fuel is paid in full.
extension CaptivePlant: RespondingLoad {
  private var rated: Double { capacity.megawatts - ownUse * capacity.megawatts }

  func registered(at step: Int, in setting: Setting) -> Double {
    guard capacity.megawatts > 0 else { return 0 }
    let own = setting.value(of: load)[step]
    let shed = larger(0, own < sheddable ? own : sheddable)
    let placed = own + sellLimit
    return (rated + shed < placed ? rated + shed : placed) - uncalled(own, at: step, in: setting)
  }

  func offGrid(in examination: inout Examination) -> [Double] {
    let power = examination.seriesIfPresent(.power, of: owner) ?? []
    guard !isInLoad else { return power }
    let own = examination.values(of: load)
    return power.indices.map {
      power[$0] + own[$0] - uncalled(own[$0], at: $0, in: examination.setting)
    }
  }

  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let own = examination.values(of: load)
    let size = 1 + capacity.megawatts + own.reduce(0, max)
    let setting = examination.setting
    let uncalled = own.indices.map { self.uncalled(own[$0], at: $0, in: setting) }
    let output = examination.series(.captiveOutput, of: owner)
    let shed =
      sheddable > 0 ? examination.series(.reduced, of: owner) : own.map { _ in 0 }
    let power = examination.injection(of: owner)
    examination.identify("power", of: owner, size: size) { step in
      power[step] - output[step] - shed[step] + (isInLoad ? uncalled[step] : own[step])
    }
    examination.requireRange(
      "output range",
      of: owner,
      size: size,
      output,
      from: minimumOutput * rated,
      to: rated
    )
    examination.require("shed", of: owner, size: size) { step in
      larger(-shed[step], larger(shed[step] - sheddable, shed[step] - own[step]))
    }
    examination.require("sales", of: owner, size: size) { step in
      output[step] + shed[step] - own[step] - sellLimit
    }
    examination.ledger.charge(.demandResponse, of: name, price: shedPrice, for: shed)
    examination.ledger.charge(.operation, of: name, price: variableCost, for: output)
    checkFuel(output: output, size: size, in: &examination)
  }

  private func checkFuel(output: [Double], size: Double, in examination: inout Examination) {
    let burnt = examination.series(.fuel, of: owner)
    let carbon = examination.series(.carbonDioxide, of: owner)
    let sulphur = examination.series(.sulphurDioxide, of: owner)
    let nitrogen = examination.series(.nitrogenOxides, of: owner)
    examination.identify("fuel", of: owner, size: size) {
      burnt[$0] - fuelRate / 1000 * output[$0]
    }
    examination.identify("SO2", of: owner, size: size) {
      sulphur[$0] - sulphurDioxide * output[$0]
    }
    examination.identify("NOx", of: owner, size: size) {
      nitrogen[$0] - nitrogenOxides * output[$0]
    }
    guard let fuel = examination.setting.fuels.first(where: { $0.name == fuel }) else {
      examination.note(name, rule: "fuel", amount: .infinity, "is not in the model")
      return
    }
    examination.identify("CO2", of: owner, size: size) {
      carbon[$0] - fuel.carbonPerTonne * burnt[$0]
    }
    let fuelPrice = examination.values(of: fuel.price)
    let carbonPrice = examination.carbonPrices
    examination.ledger.charge(.fuel, of: name, prices: fuelPrice, for: burnt)
    examination.ledger.charge(.carbon, of: name, prices: carbonPrice, for: carbon)
  }

  /// Output when nobody calls, MW.
  private func uncalled(_ own: Double, at step: Int, in setting: Setting) -> Double {
    var output = own
    if let unmanagedOutput { output = rated * setting.value(of: unmanagedOutput)[step] }
    output = larger(output, minimumOutput * rated)
    for limit in [rated, own + sellLimit] where output > limit { output = limit }
    return output
  }
}
