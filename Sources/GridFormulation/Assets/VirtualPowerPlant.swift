package import Hourly
package import Tables

/// Flexible loads under one contract: together they deviate from their baselines within one limit.
///
///     D[t] = Σ_m off the grid of member m,    −P⁻ ≤ D[t] ≤ x[t] ≤ P⁺
///     x[t] ≤ Σ n[t−H+1…t],    Σ n over a day ≤ K·P⁺,    Σ n over the year ≤ Y·P⁺
///
/// Each member keeps its own rules and costs; D is what they all draw less than their baselines, below 0 where
/// they draw more. x is the power called, paid by the MWh; n the power whose call begins. Calls are limited only
/// where K or Y is given. The bundle registers for the peak what its members do, at the most P⁺, in their place.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// P⁺, P⁻ | `limit`, `limitDown` | MW | –, P⁺ | contract
/// H, K, Y | `hoursPerCall`, `callsPerDay`, `callsPerYear` | h, 1/d, 1/a | 4, –, – | contract
package struct VirtualPowerPlant: Asset {
  package static let type = AssetType(
    name: "virtual-power-plant",
    summary: "Flexible loads under one contract, with one limit, price and number of calls."
  )

  package var name = ""
  package var zone = ""
  package var members: [String] = []
  package var limit = Power(megawatts: 0)
  package var limitDown: Double?
  package var price = 0.0
  package var hoursPerCall = 4
  package var callsPerDay: Double?
  package var callsPerYear: Double?
  package var fixedCost = 0.0
  /// The members themselves, once the asset is told of the others.
  package private(set) var loads: [any Asset] = []

  package init() {}

  package static let columns: [Column<VirtualPowerPlant>] = [
    Column(
      "name",
      \.name,
      as: .name,
      required: true,
      limit: .none(.identity),
      "Name of the bundle."
    ),
    Column(
      "zone",
      \.zone,
      limit: .none(.identity),
      "Zone of it and its members; the model's only zone where left empty."
    ),
    Column(
      "members",
      \.members,
      required: true,
      limit: .none(.identity),
      "Flexible loads of the zone that it bundles: cars; smelter."
    ),
    Column(
      "limit_mw",
      \.limit,
      in: 0...1e6,
      required: true,
      limit: .part(of: .loadLimits),
      "Most that all members together draw less than their baselines."
    ),
    Column(
      "limit_down_mw",
      \.limitDown,
      in: 0...1e6,
      limit: .part(of: .loadLimits),
      "Most that they draw more; as limit_mw where left empty."
    ),
    Column(
      "price_per_mwh",
      \.price,
      in: 0...1e5,
      limit: .none(.price),
      "Payment per MWh called, beside the members'."
    ),
    Column(
      "hours_per_call",
      \.hoursPerCall,
      in: 1...24,
      limit: .part(of: .callLimits, to: 24),
      "Longest duration of a call."
    ),
    Column(
      "calls_per_day",
      \.callsPerDay,
      in: 0...24,
      limit: .part(of: .callLimits, to: nil),
      "Calls allowed a day; no limit where left empty."
    ),
    Column(
      "calls_per_year",
      \.callsPerYear,
      in: 0...8784,
      limit: .part(of: .callLimits, to: nil),
      "Calls allowed a year; no limit where left empty."
    ),
    Column(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      limit: .none(.account),
      "Yearly payment."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .virtualPowerPlant,
      capacity: limit.megawatts,
      fixedCostPerKilowatt: fixedCost,
      registeredResponse: 0
    )
  }

  package var namedAssets: [AssetUse] { members.map { AssetUse("members", $0) } }

  package var prerequisites: [String] { members }

  package var bundledAssets: [String] { members }

  package mutating func link(to assets: [any Asset]) {
    loads = members.compactMap { name in assets.first { $0.name == name } }
  }

  package func mostInjection(in setting: Setting) -> HourlyValue { 0 }

  package func registeredResponse(at step: Int, in setting: Setting) -> Double {
    min(limit.megawatts, loads.reduce(0) { $0 + $1.registeredResponse(at: step, in: setting) })
  }

  package func complaints(in setting: Setting) -> [Complaint] {
    guard let callsPerDay else { return [] }
    return CallRule(hours: hoursPerCall, perDay: callsPerDay)
      .complaints(availability: .constant(1), in: setting)
  }

  package func complaints(among assets: [any Asset], in setting: Setting) -> [Complaint] {
    var found: [Complaint] = []
    for (index, name) in members.enumerated() {
      guard let load = assets.first(where: { $0.name == name }) else { continue }
      if !load.facts.technology.isFlexibleLoad || load is VirtualPowerPlant {
        found.append(
          Complaint(
            "members",
            "\(name) is no flexible load that can be bundled",
            fix: "Name loads such as ev-charging, industry or interruptible-load."
          )
        )
      } else if load.zone != zone {
        found.append(
          Complaint(
            "members",
            "\(name) stands in \(load.zone), the bundle in \(zone)",
            fix: "Bundle the loads of one zone."
          )
        )
      }
      let other = assets.first { $0.name != self.name && $0.bundledAssets.contains(name) }
      if let other {
        found.append(
          Complaint(
            "members",
            "\(name) belongs to \(other.name), too",
            fix: "Leave each load to one bundle."
          )
        )
      } else if members[..<index].contains(name) {
        found.append(
          Complaint("members", "\(name) is named twice", fix: "Name each member once.")
        )
      }
    }
    return found
  }

  package func formulate(in desk: inout Desk) {
    var together = HourlySum()
    for name in members { together += desk.takenOffGrid(by: name) }
    guard !together.terms.isEmpty else { return }
    let most = limit.megawatts
    let limitsCalls = callsPerDay != nil || callsPerYear != nil
    guard limitsCalls || price > 0 else {
      desk.require(
        "limit",
        HourlyRelation(
          together,
          lower: .constant(-(limitDown ?? most)),
          upper: .constant(most)
        )
      )
      return
    }
    let called = desk.variable("called", to: .constant(most))
    desk.require("called", together <= called)
    desk.require("limit down", together >= HourlySum(.constant(-(limitDown ?? most))))
    desk.record(.aggregated, called)
    desk.charge(.demandResponse, .constant(price), for: called)
    if limitsCalls { limitCalls(called, in: &desk) }
  }

  private func limitCalls(_ called: HourlySum, in desk: inout Desk) {
    let begun = desk.variable("call begun", to: .constant(limit.megawatts))
    desk.require("call duration", called <= begun.summed(over: hoursPerCall))
    desk.record(.callStarted, begun)
    desk.breakTie(.call, for: begun)
    for (index, day) in desk.horizon.dayRanges.enumerated() {
      guard let callsPerDay else { break }
      desk.requireTotal(
        "calls of day \(index + 1)",
        begun,
        over: day,
        atMost: callsPerDay * limit.megawatts,
        isGlobal: false
      )
    }
    guard let callsPerYear else { return }
    desk.requireTotal(
      "calls of the year",
      begun,
      over: desk.steps,
      atMost: callsPerYear * desk.setting.yearShare * limit.megawatts,
      isGlobal: true
    )
  }
}
