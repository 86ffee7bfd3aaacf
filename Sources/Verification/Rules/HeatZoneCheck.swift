import GridFormulation
import Tables

/// The balance of each heat zone, once every asset has added itself.
extension Examination {
  /// Reads the heat an asset gives and adds it to the heat zone's; heat taken is negative.
  mutating func heat(of owner: Owner, to heatZone: String) -> [Double] {
    let given = series(.heat, of: owner)
    var total = heat[heatZone] ?? [Double](repeating: 0, count: hours)
    ZoneTotals.add(given, to: &total)
    heat[heatZone] = total
    return given
  }

  /// Checks the rules of every heat zone.
  mutating func checkHeatZones() {
    for heatZone in setting.heatZones {
      let owner = heatZone.owner
      let used = values(of: heatZone.demand)
      let given = heat[heatZone.name] ?? [Double](repeating: 0, count: hours)
      let stated = series(.heatDemand, of: owner)
      let unserved = series(.unservedHeat, of: owner)
      let met = used.indices.map { (used[$0] - unserved[$0]) / (1 - heatZone.loss) }
      let size = 1 + used.reduce(0, max) / (1 - heatZone.loss)
      identify("heat demand", of: owner, size: size) { stated[$0] - met[$0] - unserved[$0] }
      balance(of: owner) { given[$0] - met[$0] }
      require("unserved heat range", of: owner, size: size) { step in
        larger(-unserved[step], unserved[step] - used[step])
      }
      ledger.charge(
        .unservedHeat,
        of: owner.name,
        price: heatZone.valueOfLostHeat,
        for: unserved
      )
      _ = seriesIfPresent(.heatPrice, of: owner)
      let relief = constant(1 / (1 - heatZone.loss))
      note(
        Margin(
          owner: owner,
          name: "heat not served",
          size: size,
          amounts: unserved,
          lower: constant(0),
          upper: used,
          costs: constant(heatZone.valueOfLostHeat),
          gains: [Margin.Gain(price: .heatPrice, owner: owner, amounts: relief)]
        )
      )
    }
  }
}
