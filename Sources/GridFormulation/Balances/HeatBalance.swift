import Hourly

/// The balance of a heat zone: what sources give, with what is not served, meets the demand.
///
///     Σ given[t] − Σ taken[t] = (used[t] − unserved[t]) / (1 − network loss),    0 ≤ unserved ≤ used
///
/// As with power, the network's loss is that of what is served: `demand[t] = unserved[t] + (used[t] − unserved[t]) / (1 − loss)`.
///
/// Heat that is given is positive, heat that is taken, such as by a tank or a pipe to another zone, negative.
/// Its dual value is the price of heat.
package enum HeatBalance {
  /// States the balance of every heat zone; the assets have formulated before.
  package static func formulate(in model: inout DispatchModel) {
    for heatZone in model.setting.heatZones {
      let owner = heatZone.owner
      let demand = heatZone.demand(in: model.setting)
      let unserved =
        demand.isEverywhere(0)
        ? HourlySum()
        : model.variable("unserved heat", of: owner, to: model.setting.value(of: heatZone.demand))
      let relief = 1 / (1 - heatZone.loss)
      let given = model.heat[heatZone.name] ?? HourlySum()
      let rows = model.require(
        "heat balance",
        of: owner,
        given + relief * unserved == HourlySum(demand)
      )
      model.price(.heatPrice, of: owner, from: rows)
      model.record(.heatDemand, of: owner, HourlySum(demand) - (relief - 1) * unserved)
      model.record(.unservedHeat, of: owner, unserved)
      let price = heatZone.valueOfLostHeat
      model.charge(.unservedHeat, .constant(price), for: unserved, of: owner)
    }
  }
}
