import GridFormulation
import Hourly
import Tables

/// What the members draw less than their baselines stays within the contract.
extension VirtualPowerPlant: RespondingLoad {
  func registered(at step: Int, in setting: Setting) -> Double {
    let members = loads.compactMap { $0 as? any RespondingLoad }
    let all = members.reduce(0) { $0 + $1.registered(at: step, in: setting) }
    return all < limit.megawatts ? all : limit.megawatts
  }

  func check(in examination: inout Examination) {
    let members = loads.compactMap { $0 as? any RespondingLoad }
    var together = [Double](repeating: 0, count: examination.hours)
    for member in members {
      ZoneTotals.add(member.offGrid(in: &examination), to: &together)
    }
    // A bundle of loads that have no capacity has no rules.
    guard members.contains(where: { $0.facts.capacity > 0 }) else { return }
    let most = limit.megawatts
    let size = 1 + most
    let limitsCalls = callsPerDay != nil || callsPerYear != nil
    let called = limitsCalls || price > 0 ? examination.series(.aggregated, of: owner) : together
    examination.require("limit", of: owner, size: size) { step in
      larger(-(limitDown ?? most) - together[step], called[step] - most)
    }
    guard limitsCalls || price > 0 else { return }
    examination.require("called", of: owner, size: size) { step in
      larger(-called[step], together[step] - called[step])
    }
    examination.ledger.charge(.demandResponse, of: name, price: price, for: called)
    if limitsCalls { checkCalls(called, in: &examination) }
  }

  private func checkCalls(_ called: [Double], in examination: inout Examination) {
    let most = limit.megawatts
    let begun = examination.series(.callStarted, of: owner)
    let recent = RecentHours.sums(of: begun, over: hoursPerCall)
    examination.requireRange("calls begun", of: owner, size: 1 + most, begun, from: 0, to: most)
    examination.require("call duration", of: owner, size: 1 + most) { called[$0] - recent[$0] }
    examination.ties.add(.call, of: name, begun)
    if let callsPerDay {
      for day in examination.setting.horizon.dayRanges {
        examination.requireTotal(
          "calls a day",
          of: owner,
          size: 1 + most,
          at: day.upperBound - 1,
          excess: begun[day].reduce(0, +) - callsPerDay * most
        )
      }
    }
    guard let callsPerYear else { return }
    let allowed = callsPerYear * examination.setting.yearShare * most
    examination.requireTotal(
      "calls a year",
      of: owner,
      size: 1 + most + allowed,
      at: nil,
      excess: begun.reduce(0, +) - allowed
    )
  }
}
