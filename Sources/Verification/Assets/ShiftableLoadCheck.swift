import GridFormulation
import Hourly
import Tables

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

  private func checkWindow(
    deferred: [Double],
    recovered: [Double],
    size: Double,
    in examination: inout Examination
  ) {
    let overdue = overdue(deferred: deferred, recovered: recovered, of: examination.tolerance)
    examination.require("recovery window", of: owner, size: size) { overdue[$0] }
  }

  /// First in, first out: what was put off a window before each hour and is not made up by its end, with its loss.
  ///
  /// It is a difference of sums over all hours before. Each hour of them may be off by a share of what it moves,
  /// and so may the sums: what lies within that share of all that was made up is not overdue.
  func overdue(
    deferred: [Double],
    recovered: [Double],
    of tolerance: VerificationTolerance
  ) -> [Double] {
    let net = zip(deferred, recovered).map { $0 - $1 }
    var (due, made) = ([0.0], [0.0])
    for value in net {
      due.append(due[due.count - 1] + (1 + recoveryLoss) * larger(value, 0))
      made.append(made[made.count - 1] + larger(-value, 0))
    }
    return net.indices.map { step in
      due[max(step + 1 - windowHours, 0)] - (1 + tolerance.rule) * made[step + 1]
    }
  }
}
