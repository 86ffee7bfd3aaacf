import Grid
import GridDispatch

/// Load that is put off is made up for in time and in full.
extension ShiftableLoad: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts * setting.value(of: availability)[step]
  }

  func check(in examination: inout Examination) {
    guard capacity.megawatts > 0 else { return }
    let recovery = recoveryCapacity ?? capacity.megawatts
    let size = 1 + max(capacity.megawatts, recovery)
    let running = examination.values(of: availability).map { capacity.megawatts * $0 }
    let none = [Double](repeating: 0, count: examination.hours)
    let deferred = examination.series(.deferred, of: owner)
    let recovered = examination.series(.recovered, of: owner)
    let owed = examination.series(.backlog, of: owner)
    let power = examination.injection(of: owner)
    examination.identify("power", of: owner, size: size) {
      power[$0] - deferred[$0] + recovered[$0]
    }
    examination.requireRange("deferred", of: owner, size: size, deferred, from: none, to: running)
    examination.requireRange(
      "recovered",
      of: owner,
      size: size,
      recovered,
      from: 0,
      to: recovery
    )
    let loss = 1 + recoveryLoss
    examination.require("backlog", of: owner, size: size) { step in
      let before = step == 0 ? 0 : owed[step - 1]
      return larger(-owed[step], abs(owed[step] - before - loss * deferred[step] + recovered[step]))
    }
    let recent = RecentHours.sums(of: deferred, over: windowHours)
    examination.require("recovery window", of: owner, size: size) {
      owed[$0] - loss * recent[$0]
    }
    if let last = owed.indices.last {
      examination.requireTotal(
        "nothing owed at the end",
        of: owner,
        size: size,
        at: last,
        excess: abs(owed[last])
      )
    }
    examination.ledger.charge(.demandResponse, of: name, price: price, for: deferred)
  }
}
