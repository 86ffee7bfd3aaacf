import GridFormulation
import Hourly
import Tables

/// Calls of interruptible load end in time and are few enough a day and a year.
extension InterruptibleLoad: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts * setting.value(of: availability)[step]
  }

  func check(in examination: inout Examination) {
    let contract = capacity.megawatts
    guard contract > 0 else { return }
    let size = 1 + contract
    let running = examination.values(of: availability).map { contract * $0 }
    let none = [Double](repeating: 0, count: examination.hours)
    let called = examination.series(.called, of: owner)
    let begun = examination.series(.callStarted, of: owner)
    let power = examination.injection(of: owner)
    examination.identify("power", of: owner, size: size) { power[$0] - called[$0] }
    examination.requireRange("called", of: owner, size: size, called, from: none, to: running)
    examination.requireRange("calls begun", of: owner, size: size, begun, from: none, to: running)
    let recent = RecentHours.sums(of: begun, over: hoursPerCall)
    examination.require("call duration", of: owner, size: size) { called[$0] - recent[$0] }
    for day in examination.setting.horizon.dayRanges {
      examination.requireTotal(
        "calls a day",
        of: owner,
        size: size,
        at: day.upperBound - 1,
        excess: begun[day].reduce(0, +) - callsPerDay * contract
      )
    }
    let most = callsPerYear * examination.setting.yearShare * contract
    examination.requireTotal(
      "calls a year",
      of: owner,
      size: size + most,
      at: nil,
      excess: begun.reduce(0, +) - most
    )
    let policy = examination.setting.reserve(in: zone)
    if policy.isRequired(.up), noticeHours * 60 <= policy.responseMinutes {
      let held = examination.reserve(.up, of: owner)
      examination.identify("reserve up", of: owner, size: size) {
        held[$0] - running[$0] + called[$0]
      }
    }
    examination.ledger.charge(.demandResponse, of: name, price: price, for: called)
    examination.ties.add(.call, of: name, begun)
  }
}
