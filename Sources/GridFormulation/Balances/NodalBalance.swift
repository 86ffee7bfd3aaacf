package import Hourly

/// The balance of a zone: what is injected, with what is not served, meets the demand.
///
///     Σ injection[t] + Σ lines[t] = (load[t] − unserved[t]) / (1 − grid loss),    0 ≤ unserved ≤ load
///
/// Load that is not served loses nothing on the way: the grid's loss stands on the side of the demand and is that of
/// what is served, `demand[t] = unserved[t] + (load[t] − unserved[t]) / (1 − grid loss)`, so that injections, lines
/// and what is not served add up to the demand. The dual value of the rule is the price of the zone at its plants; where load is
/// shed it is the value of lost load less the loss.
package enum NodalBalance {
  /// The name of all lines and transformers together in results.
  package static let linesName = "lines"

  /// All lines and transformers at a zone, as the owner of what they bring it.
  package static func linesOwner(_ zone: String) -> Owner {
    Owner(linesName, part: zone, zone: zone)
  }

  /// The demand of each hour when all load is served, network losses included.
  package static func demand(of zone: Zone, in setting: Setting) -> HourlyValue {
    setting.value(of: zone.load).map { $0 / (1 - zone.gridLoss) }
  }

  /// States the balance of every zone; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    for (index, zone) in model.setting.zones.enumerated() {
      let owner = Owner.zone(zone.name)
      let demand = demand(of: zone, in: model.setting)
      let hasDemand = !demand.isEverywhere(0)
      let load = model.setting.value(of: zone.load)
      let unserved = hasDemand ? model.variable("unserved", of: owner, to: load) : HourlySum()
      let relief = 1 / (1 - zone.gridLoss)
      let lines = model.sums[index].lines
      if !lines.terms.isEmpty { model.record(.power, of: linesOwner(zone.name), lines) }
      let rows = model.require(
        "balance",
        of: owner,
        model.sums[index].injection + lines + relief * unserved == HourlySum(demand)
      )
      model.price(.price, of: owner, from: rows)
      model.record(.demand, of: owner, HourlySum(demand) - (relief - 1) * unserved)
      model.record(.unserved, of: owner, unserved)
      model.charge(.unserved, .constant(zone.valueOfLostLoad), for: unserved, of: owner)
    }
  }
}
