package import Hourly
package import Tables

/// Plants that deliver up to what the weather offers: what wind and PV have in common, as ``VariableRenewable`` writes it.
package protocol RenewablePlant: Asset {
  var capacity: Power { get }
  var availability: Profile { get }
  var curtailableShare: Double { get set }
  var variableCost: Double { get set }
  var providesReserve: Bool { get set }
  var newCapacity: Double? { get set }
  var fixedCost: Double { get set }
  var capitalCost: Double { get set }
  /// Its place in the order in which equal sources are curtailed.
  var tieBreak: TieBreak { get }
}

extension RenewablePlant {
  package func mostInjection(in setting: Setting) -> HourlyValue {
    capacity.megawatts * setting.value(of: availability)
  }

  package func capability(in setting: Setting) -> Capability {
    Capability(steady: mostInjection(in: setting))
  }

  package func formulate(in desk: inout Desk) {
    variableRenewable.formulate(in: &desk)
  }

  /// The plants as the program knows them.
  package var variableRenewable: VariableRenewable {
    VariableRenewable(
      capacity: capacity.megawatts,
      availability: availability,
      curtailableShare: curtailableShare,
      variableCost: variableCost,
      tieBreak: tieBreak,
      providesReserve: providesReserve
    )
  }
}

extension Column where Kind: RenewablePlant {
  /// The columns on what is done with the output that the weather offers, and on what the plants cost.
  static var delivery: [Column] {
    [
      Column(
        "curtailable_pu",
        \.curtailableShare,
        in: 0...1,
        limit: .part(of: .minimumOutput, to: 1),
        "Share of the output that can be curtailed."
      ),
      Column(
        "variable_cost_per_mwh",
        \.variableCost,
        in: 0...1000,
        limit: .none(.price),
        "Variable cost per MWh."
      ),
      Column(
        "provides_reserve",
        \.providesReserve,
        limit: .none(.reserve),
        "Whether curtailed output counts as upward reserve and delivered output as downward."
      ),
      Column(
        "new_capacity_mw",
        \.newCapacity,
        in: 0...1e6,
        limit: .none(.account),
        "Capacity added within the plan's period."
      ),
      Column(
        "fixed_cost_per_kw_year",
        \.fixedCost,
        in: 0...10_000,
        limit: .none(.account),
        "Yearly upkeep that does not depend on output."
      ),
      .capitalCost(\.capitalCost),
    ]
  }
}
