package import Grid

/// Hydropower with a reservoir, natural inflow, a minimum flow and spill.
///
///     e[t] = e[t−1] + w[t] − r[t],    p[t] ≤ r[t],    r[t] ≥ minimum flow,    0 ≤ e ≤ reservoir
///
/// r is what is released, through turbines or spillway; r − p is spilled. Water is counted as the electric
/// energy it gives. Without a reservoir the inflow of the hour is used or spilled as it comes, and the minimum
/// flow has no meaning. Spill costs a tie-break so that water is not let go beside free storage.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | statistics
/// w | `inflow` | pu of capacity | – | series of the model
/// reservoir | `reservoir` | MWh | 0 | plant data
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

  package init() {}

  package static let fields: [Field<Hydro>] = [
    .name("name", \.name, "Name of the plants."),
    .text("zone", \.zone, "Zone they stand in; the model's only zone where left empty."),
    .quantity("capacity_mw", \.capacity, in: 0...1e6, required: true, "Capacity."),
    .profile(
      "inflow_pu",
      \.inflow,
      in: 0...20,
      required: true,
      "Natural inflow as power, share of the capacity; a number or a series."
    ),
    .quantity(
      "reservoir_mwh",
      \.reservoir,
      in: 0...1e9,
      "Energy the reservoir holds; 0 for run of river."
    ),
    .number(
      "minimum_flow_pu",
      \.minimumFlow,
      in: 0...1,
      "Water that must flow through turbines or spillway, share of the capacity."
    ),
    .number("start_pu", \.startLevel, in: 0...1, "Level at the start."),
    .choice("end_rule", \.endRule, "What the reservoir must hold at the end."),
    .number(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      "Variable cost per MWh."
    ),
    .flag("provides_reserve", \.providesReserve, "Whether it holds reserve; needs a reservoir."),
    .optional(
      "new_capacity_mw",
      \.newCapacity,
      in: 0...1e6,
      "Capacity added within the plan's period."
    ),
    .number(
      "fixed_cost_per_kw_year",
      \.fixedCost,
      in: 0...10_000,
      "Yearly cost that does not depend on output."
    ),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: .hydro,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      energyCapacity: reservoir.megawattHours,
      fixedCostPerKilowatt: fixedCost
    )
  }

  /// What a MWh spilled costs, so that water is not let go beside free storage.
  package static let spillTieBreak = 0.01

  package func formulate(in model: inout DispatchModel) {
    guard capacity.megawatts > 0 else { return }
    let inflow = capacity.megawatts * model.setting.value(of: inflow)
    let generated: HourlySum
    let released: HourlySum
    if reservoir.megawattHours > 0 {
      generated = model.variable("output", of: owner, to: .constant(capacity.megawatts))
      released = releaseFromReservoir(generated: generated, inflow: inflow, in: &model)
    } else {
      generated = model.variable(
        "output",
        of: owner,
        to: inflow.map { min($0, capacity.megawatts) }
      )
      released = HourlySum(inflow)
    }
    let spilled = released - generated
    model.record(.spilled, of: owner, spilled)
    model.contribute(HourlySum(.constant(capacity.megawatts)), to: \.synchronous, of: owner)
    model.charge(.operation, .constant(variableCost), for: generated, of: owner)
    model.charge(.tieBreak, .constant(Self.spillTieBreak), for: spilled, of: owner)
    model.inject(generated, of: owner)
  }

  /// The reservoir.
  package var store: StoredEnergy {
    StoredEnergy(
      owner: owner,
      capacity: reservoir.megawattHours,
      start: startLevel,
      end: endRule,
      standingLoss: 0
    )
  }

  /// Declares what leaves the reservoir, through turbines or spillway, and states its balance.
  private func releaseFromReservoir(
    generated: HourlySum,
    inflow: HourlyValue,
    in model: inout DispatchModel
  ) -> HourlySum {
    let least = minimumFlow * capacity.megawatts
    let most = inflow.map { max($0 + reservoir.megawattHours, least) }
    let released = model.variable("release", of: owner, from: .constant(least), to: most)
    model.require("spill", of: owner, generated <= released)
    let level = store.formulate(
      net: HourlySum(inflow) - released,
      least: inflow - most,
      most: inflow.map { $0 - least },
      in: &model
    )
    holdReserve(generated: generated, level: level, in: &model)
    return released
  }

  private func holdReserve(
    generated: HourlySum,
    level: HourlySum,
    in model: inout DispatchModel
  ) {
    guard providesReserve else { return }
    let policy = model.setting.reserve(in: zone)
    if policy.isRequired(.up) {
      let held = model.variable("reserve up", of: owner, to: .constant(capacity.megawatts))
      model.require(
        "reserve up room",
        of: owner,
        held <= HourlySum(.constant(capacity.megawatts)) - generated
      )
      model.require(
        "reserve up energy",
        of: owner,
        policy.sustainHours * held <= level
      )
      model.offer(.up, held, of: owner)
    }
    if policy.isRequired(.down) { model.offer(.down, generated, of: owner) }
  }
}
