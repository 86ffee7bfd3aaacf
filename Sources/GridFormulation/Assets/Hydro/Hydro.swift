package import Hourly
package import Tables

/// Hydropower with a reservoir, natural inflow, a minimum flow and spill.
///
///     e[t] = e[t−1] + w[t] − r[t],    p[t] ≤ r[t],    r[t] ≥ minimum flow,    0 ≤ e ≤ reservoir
///
/// r is what is released, through turbines or spillway; r − p is spilled. Water is counted as the electric
/// energy it gives. Without a reservoir the inflow of the hour is used or spilled as it comes, and the minimum
/// flow has no meaning. A tie-break keeps water from being let go beside free storage.
///
/// What a plant releases reaches the next one of its cascade, downstream, some hours later, where it gives the
/// energy of that plant's head:
///
///     w[t] = natural inflow + Σ_u κ/κ_u · r_u[t−τ_u]    over the plants u that flow into it
///
/// Before the first hour each plant releases what flows to it in that hour; what is on its way at the end is
/// not counted. The head does not depend on the level. Water may be written in m³, at κ MWh per 1000 m³.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | statistics
/// w | `inflow` | pu of capacity | – | series of the model
/// reservoir | `reservoir` | MWh | 0 | plant data
/// κ | `waterYield` | MWh/1000 m³ | – | head · 2.725 · efficiency / 1000, of the head in m
/// τ | `travelHours` | h | 0 | plant data
package struct Hydro: Asset {
  package static let type = AssetType(
    name: "hydro",
    summary: "Hydropower with a reservoir, inflow, minimum flow and spill."
  )

  package var name = ""
  package var zone = ""
  package var capacity = Power(megawatts: 0)
  package var inflow = Profile.constant(0)
  package var reservoir = Energy(megawattHours: 0)
  package var minimumFlow = 0.0
  package var startLevel = 0.5
  package var endRule = EndRule.atLeastStart
  package var variableCost = 0.0
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0
  package var downstream: String?
  package var travelHours = 0
  package var waterYield: Double?
  package var waterInflow: Profile?
  package var waterReservoir: Double?
  package var waterMinimumFlow: Double?
  /// The plants that flow into it, with theirs, once the asset is told of the others.
  package internal(set) var upstream: [Hydro] = []

  package init() {}

  package var facts: AssetFacts {
    AssetFacts(
      technology: .hydro,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      energyCapacity: reservoir.megawattHours,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(
      stored: storedAtMost,
      besides: inflowPower(in: setting),
      power: capacity.megawatts
    )
  }

  package func formulate(in desk: inout Desk) {
    guard capacity.megawatts > 0 else { return }
    let arrivals = arrivals(in: desk)
    let inflow = HourlySum(inflowPower(in: desk.setting)) + arrivals
    let most = mostInflow(in: desk.setting)
    let generated: HourlySum
    let released: HourlySum
    if storedAtMost > 0 {
      generated = desk.variable("output", to: .constant(capacity.megawatts))
      released = releaseFromReservoir(generated: generated, inflow: inflow, most, in: &desk)
    } else {
      generated = desk.variable(
        "output",
        to: most.map { min($0, capacity.megawatts) }
      )
      released = inflow
      if !arrivals.terms.isEmpty {
        desk.require("spill", generated <= released)
      }
    }
    let spilled = released - generated
    desk.record(.spilled, spilled)
    if downstream != nil { desk.record(.released, released) }
    desk.contribute(HourlySum(.constant(capacity.megawatts)), to: \.synchronous)
    desk.charge(.operation, .constant(variableCost), for: generated)
    desk.breakTie(.spill, for: spilled)
    desk.inject(generated)
  }

  /// The reservoir.
  package var store: StoredEnergy {
    StoredEnergy(
      owner: owner,
      capacity: storedAtMost,
      start: startLevel,
      end: endRule,
      standingLoss: 0
    )
  }

  /// Declares what leaves the reservoir, through turbines or spillway, and states its balance.
  private func releaseFromReservoir(
    generated: HourlySum,
    inflow: HourlySum,
    _ mostInflow: HourlyValue,
    in desk: inout Desk
  ) -> HourlySum {
    let least = leastRelease
    let most = mostRelease(in: desk.setting)
    let released = desk.variable("release", from: .constant(least), to: most)
    desk.require("spill", generated <= released)
    let level = store.formulate(
      net: inflow - released,
      least: inflow.constant - most,
      most: mostInflow.map { $0 - least },
      in: &desk
    )
    holdReserve(generated: generated, level: level, in: &desk)
    return released
  }

  private func holdReserve(
    generated: HourlySum,
    level: HourlySum,
    in desk: inout Desk
  ) {
    guard providesReserve else { return }
    let policy = desk.setting.reserve(in: zone)
    if policy.isRequired(.up) {
      let held = desk.variable("reserve up", to: .constant(capacity.megawatts))
      desk.require(
        "reserve up room",
        held <= HourlySum(.constant(capacity.megawatts)) - generated
      )
      desk.require(
        "reserve up energy",
        policy.sustainHours * held <= level
      )
      desk.offer(.up, held)
    }
    if policy.isRequired(.down) { desk.offer(.down, generated) }
  }
}
