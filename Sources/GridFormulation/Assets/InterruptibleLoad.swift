package import Hourly
package import Tables

/// Load that can be called off the grid for some hours, some times a day and a year.
///
///     x[t] ≤ Σ n[t−H+1…t]           a call of n MW lasts at most H hours
///     Σ n over a day ≤ K·C,    Σ n over the year ≤ Y·C,    0 ≤ x, n ≤ C[t]
///
/// x is the power called off, n the power whose call begins. Notice does not bind under perfect foresight; it
/// decides whether the load can hold reserve.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// C | `capacity` | MW | – | plans
/// H, K, Y | `hoursPerCall`, `callsPerDay`, `callsPerYear` | h, 1/d, 1/a | 2, 1, 30 | assumed
package struct InterruptibleLoad: Asset {
  package static let type = AssetType(
    name: "interruptible-load",
    summary: "Load that can be called off the grid for some hours."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var availability = Profile.constant(1)
  package var noticeHours = 2.0
  package var hoursPerCall = 2
  package var callsPerDay = 1.0
  package var callsPerYear = 30.0
  package var price = 2000.0
  package var fixedCost = 0.0

  package init() {}

  package static let columns: [Column<InterruptibleLoad>] = [
    Column("name", \.name, as: .name, required: true, limit: .none(.identity), "Name of the load."),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone it stands in; the model's only zone where left empty."
    ),
    Column(
      "capacity_mw",
      \.capacity,
      in: 0...1e6,
      required: true,
      limit: .none(.size),
      "Contracted load."
    ),
    Column(
      "availability",
      \.availability,
      in: 0...1,
      unit: .share,
      limit: .none(.given),
      "Share of the contracted load that runs and can be called; a number or a series."
    ),
    Column(
      "notice_hours",
      \.noticeHours,
      in: 0...72,
      limit: .part(of: .callLimits, to: 0),
      "Notice given before a call."
    ),
    Column(
      "hours_per_call",
      \.hoursPerCall,
      in: 1...24,
      limit: .part(of: .callLimits, to: 1),
      "Longest duration of a call."
    ),
    Column(
      "calls_per_day",
      \.callsPerDay,
      in: 0...24,
      limit: .part(of: .callLimits, to: 24),
      "Calls allowed a day."
    ),
    Column(
      "calls_per_year",
      \.callsPerYear,
      in: 0...8784,
      limit: .part(of: .callLimits, to: 8784),
      "Calls allowed a year."
    ),
    Column("price_per_mwh", \.price, in: 0...1e5, limit: .none(.price), "Payment per MWh called."),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly payment for being ready."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .interruptibleLoad,
      capacity: capacity.megawatts,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: capacity.megawatts
    )
  }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    capacity.megawatts * setting.value(of: availability)[step]
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    let calls = CallRule(hours: hoursPerCall, perDay: callsPerDay)
    return calls.complaints(availability: availability, in: setting)
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let contracted = capacity.megawatts * desk.setting.value(of: availability)
    let called = desk.variable("called", to: contracted)
    let begun = desk.variable("call begun", to: contracted)
    desk.require("call duration", called <= begun.summed(over: hoursPerCall))
    for (index, day) in desk.horizon.dayRanges.enumerated() {
      desk.requireTotal(
        "calls of day \(index + 1)",
        begun,
        over: day,
        atMost: callsPerDay * capacity.megawatts,
        isGlobal: false
      )
    }
    let callsInHorizon = callsPerYear * desk.setting.yearShare
    if callsInHorizon < callsPerDay * Double(desk.horizon.dayRanges.count) {
      desk.requireTotal(
        "calls of the year",
        begun,
        over: desk.steps,
        atMost: callsInHorizon * capacity.megawatts,
        isGlobal: true
      )
    }
    let policy = desk.setting.reserve(in: zone)
    if policy.isRequired(.up), noticeHours * 60 <= policy.responseMinutes {
      desk.offer(.up, HourlySum(contracted) - called)
    }
    desk.record(.called, called)
    desk.record(.callStarted, begun)
    desk.charge(.demandResponse, .constant(price), for: called)
    desk.breakTie(.call, for: begun)
    desk.takeOffGrid(called)
    desk.inject(called)
  }
}
