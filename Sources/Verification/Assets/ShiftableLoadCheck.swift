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
    examination.requireOneWay("deferred or recovered", of: owner, size: size, deferred, recovered)
    checkWindow(deferred: deferred, recovered: recovered, size: size, in: &examination)
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

  /// First in, first out: by each hour all that was put off a window before has been made up, with its loss.
  private func checkWindow(
    deferred: [Double],
    recovered: [Double],
    size: Double,
    in examination: inout Examination
  ) {
    let net = zip(deferred, recovered).map { $0 - $1 }
    var (due, made) = ([0.0], [0.0])
    for value in net {
      due.append(due[due.count - 1] + (1 + recoveryLoss) * larger(value, 0))
      made.append(made[made.count - 1] + larger(-value, 0))
    }
    examination.require("recovery window", of: owner, size: size) { step in
      due[max(step + 1 - windowHours, 0)] - made[step + 1]
    }
  }
}
