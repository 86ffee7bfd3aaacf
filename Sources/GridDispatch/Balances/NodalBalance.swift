/// The balance of a zone: what is injected, with what is not served, meets the demand.
///
///     Σ injection[t] + Σ lines[t] + unserved[t] = load[t] / (1 − grid loss),    0 ≤ unserved ≤ demand
///
/// Its dual value is the price of the zone.
package enum NodalBalance {
  /// The rule's name in the program.
  package static let rule = "balance"

  /// The name of all lines and transformers together in results.
  package static let linesName = "lines"

  /// All lines and transformers at a zone, as the owner of what they bring it.
  package static func linesOwner(_ zone: String) -> Owner {
    Owner(linesName, part: zone, zone: zone)
  }

  /// The demand to be met in each hour, network losses included.
  package static func demand(of zone: Zone, in setting: Setting) -> HourlyValue {
    setting.value(of: zone.load).map { $0 / (1 - zone.gridLoss) }
  }

  /// States the balance of every zone; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    for (index, zone) in model.setting.zones.enumerated() {
      let owner = Owner.zone(zone.name)
      let demand = demand(of: zone, in: model.setting)
      let hasDemand = !demand.isEverywhere(0)
      let unserved =
        hasDemand ? model.variable("unserved", of: owner, to: demand) : HourlySum()
      let lines = model.sums[index].lines
      if !lines.terms.isEmpty { model.record(.power, of: linesOwner(zone.name), lines) }
      model.require(
        rule,
        of: owner,
        model.sums[index].injection + lines + unserved == HourlySum(demand)
      )
      model.record(.demand, of: owner, HourlySum(demand))
      model.record(.unserved, of: owner, unserved)
      model.charge(.unserved, .constant(zone.valueOfLostLoad), for: unserved, of: owner)
    }
  }
}
