package import Hourly
package import Tables

/// PV, in central plants or on roofs, that delivers up to what the sun offers.
///
/// The equations are those of ``VariableRenewable``.
///
/// symbol | property | unit | default | source
/// --- | --- | --- | --- | ---
/// c | `capacity` | MW | – | statistics and plans
/// availability | `availability` | pu | – | series of the model
package struct Solar: Asset {
  /// Where the panels stand.
  package enum Kind: String, CaseIterable, Sendable {
    /// In plants of their own.
    case central
    /// On roofs and in yards.
    case distributed
  }

  package static let type = AssetType(name: "solar", summary: "PV, in central plants or on roofs.")

  package var name = ""
  package var zone = ""
  package var kind = Kind.central
  package var capacity = Power(megawatts: 0)
  package var availability = Profile.constant(0)
  package var curtailableShare = 1.0
  package var variableCost = 0.0
  package var providesReserve = true
  package var newCapacity: Double?
  package var fixedCost = 0.0
  package var capitalCost = 0.0

  package init() {}

  package static let fields: [Field<Solar>] = [
    .name("name", \.name, "Name of the plants."),
    .text("zone", \.zone, "Zone they stand in; the model's only zone where left empty."),
    .choice("kind", \.kind, "Whether the panels stand in plants of their own or on roofs."),
    .quantity("capacity_mw", \.capacity, in: 0...1e6, required: true, "Capacity in the mean."),
    .profile(
      "availability",
      \.availability,
      in: 0...1,
      required: true,
      "Output that the sun offers, share of the capacity; a number or a series."
    ),
    .number(
      "curtailable_pu",
      \.curtailableShare,
      in: 0...1,
      "Share of the output that can be curtailed."
    ),
    .number(
      "variable_cost_per_mwh",
      \.variableCost,
      in: 0...1000,
      "Variable cost per MWh."
    ),
    .flag(
      "provides_reserve",
      \.providesReserve,
      "Whether curtailed output counts as upward reserve and delivered output as downward."
    ),
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
      "Yearly upkeep that does not depend on output."
    ),
    .capitalCost(\.capitalCost),
  ]

  package var facts: AssetFacts {
    AssetFacts(
      technology: kind == .central ? .centralSolar : .distributedSolar,
      capacity: capacity.megawatts,
      newCapacity: newCapacity,
      fixedCostPerKilowatt: fixedCost,
      capitalCostPerKilowatt: capitalCost
    )
  }

  package func mostInjection(in setting: Setting) -> HourlyValue {
    capacity.megawatts * setting.value(of: availability)
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: mostInjection(in: setting))
  }

  package func formulate(in desk: inout Desk) {
    variableRenewable.formulate(in: &desk)
  }

  /// What wind and PV share.
  package var variableRenewable: VariableRenewable {
    VariableRenewable(
      capacity: capacity.megawatts,
      availability: availability,
      curtailableShare: curtailableShare,
      variableCost: variableCost,
      tieBreak: kind == .central ? .centralSolar : .distributedSolar,
      providesReserve: providesReserve
    )
  }
}
