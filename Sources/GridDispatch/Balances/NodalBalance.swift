/// The balance of a zone: what is injected, with what is not served, meets the demand.
///
///     Σ injection[t] + unserved[t] = load[t] / (1 − grid loss),    0 ≤ unserved ≤ demand
///
/// Its dual value is the price of the zone.
package enum NodalBalance {
  /// The rule's name in the program.
  package static let rule = "balance"

  /// The demand to be met in each hour, network losses included.
  package static func demand(of zone: Zone, in setting: Setting) -> HourlyValue {
    setting.value(of: zone.load).map { $0 / (1 - zone.gridLoss) }
  }

  /// States the balance of every zone; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    for (index, zone) in model.setting.zones.enumerated() {
      let owner = Owner.zone(zone.name)
      let demand = demand(of: zone, in: model.setting)
      let unserved = model.variable("unserved", of: owner, to: demand)
      model.require(
        rule,
        of: owner,
        model.sums[index].injection + unserved == HourlySum(demand)
      )
      model.record(.demand, of: owner, HourlySum(demand))
      model.record(.unserved, of: owner, unserved)
      model.charge(.unserved, .constant(zone.valueOfLostLoad), for: unserved, of: owner)
    }
  }
}
