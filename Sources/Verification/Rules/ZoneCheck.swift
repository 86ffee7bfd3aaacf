import GridFormulation

/// The balance of each zone, and the reserve and synchronous capacity of each area, once every asset
/// has added itself.
extension Examination {
  /// Checks the rules of every zone and area.
  mutating func checkZones() {
    for index in zones.indices { checkBalance(ofZone: index) }
    for area in setting.areas {
      let totals = totals(of: area)
      checkReserve(.up, of: area, totals)
      checkReserve(.down, of: area, totals)
      checkSynchronous(of: area, totals)
    }
  }

  private mutating func checkBalance(ofZone index: Int) {
    let totals = zones[index]
    let owner = Owner.zone(totals.zone.name)
    let stated = series(.demand, of: owner)
    let unserved = series(.unserved, of: owner)
    let load = totals.load
    let met = load.indices.map { (load[$0] - unserved[$0]) / (1 - totals.zone.gridLoss) }
    let supplied = totals.injection
    let brought = totals.lines
    if let stated = seriesIfPresent(.power, of: NodalBalance.linesOwner(totals.zone.name)) {
      identify("power of lines", of: owner, size: totals.size) { stated[$0] - brought[$0] }
    }
    identify("demand", of: owner, size: totals.size) {
      stated[$0] - met[$0] - unserved[$0]
    }
    balance(of: owner) { supplied[$0] + brought[$0] - met[$0] }
    require("unserved range", of: owner, size: totals.size) { step in
      larger(-unserved[step], unserved[step] - load[step])
    }
    ledger.charge(
      .unserved,
      of: owner.name,
      price: totals.zone.valueOfLostLoad,
      for: unserved
    )
    _ = seriesIfPresent(.price, of: owner)
    note(
      Margin(
        owner: owner,
        name: "load not served",
        size: totals.size,
        amounts: unserved,
        lower: constant(0),
        upper: load,
        costs: constant(totals.zone.valueOfLostLoad),
        gains: [gain(inZone: owner.name, constant(1 / (1 - totals.zone.gridLoss)))]
      )
    )
  }

  /// What the zones of an area come to together.
  private func totals(of area: Area) -> ZoneTotals {
    var totals = zones[area.zones[0]]
    for index in area.zones.dropFirst() { totals.add(zones[index]) }
    return totals
  }

  private mutating func checkReserve(
    _ direction: ReserveDirection,
    of area: Area,
    _ totals: ZoneTotals
  ) {
    let policy = area.reserve
    guard policy.isRequired(direction) else { return }
    let owner = area.owner
    let isUp = direction == .up
    let need = isUp ? policy.upShareOfLoad : policy.downShareOfLoad
    let share = isUp ? policy.upShareOfWindAndSolar : policy.downShareOfWindAndSolar
    let unit = isUp && policy.coversLargestUnit ? totals.largestUnit : 0
    let amount = values(of: isUp ? policy.up : policy.down)
    let demand = totals.demand
    let renewable = totals.windAndSolar
    let offered = isUp ? totals.reserveUp : totals.reserveDown
    let required = series(isUp ? .reserveUpRequired : .reserveDownRequired, of: owner)
    let held = series(isUp ? .reserveUpHeld : .reserveDownHeld, of: owner)
    let short = series(isUp ? .reserveUpShort : .reserveDownShort, of: owner)
    identify("reserve \(direction) required", of: owner, size: totals.size) { step in
      required[step] - amount[step] - need * demand[step] - share * renewable[step] - unit
    }
    identify("reserve \(direction) held", of: owner, size: totals.size) {
      held[$0] - offered[$0]
    }
    require("reserve \(direction)", of: owner, size: totals.size) { step in
      abs(short[step] - larger(0, required[step] - offered[step]))
    }
    _ = seriesIfPresent(isUp ? .reserveUpPrice : .reserveDownPrice, of: owner)
    let price = policy.scarcityPrice
    ledger.charge(.scarcity, of: owner.name, price: price, for: short)
    if price == 0 { ties.add(.shortReserve, of: owner.name, short) }
    noteMargins(ofReserve: direction, of: owner, size: totals.size, required, held, short, price)
  }

  /// Reserve that is not held costs its price; reserve beyond what is asked for is worth nothing.
  private mutating func noteMargins(
    ofReserve direction: ReserveDirection,
    of owner: Owner,
    size: Double,
    _ required: [Double],
    _ held: [Double],
    _ short: [Double],
    _ price: Double
  ) {
    let quantity = direction == .up ? ResultQuantity.reserveUpPrice : .reserveDownPrice
    func note(_ name: String, _ amounts: [Double], to upper: [Double], cost: Double, gives: Double)
    {
      self.note(
        Margin(
          owner: owner,
          name: name,
          size: size,
          amounts: amounts,
          lower: constant(0),
          upper: upper,
          costs: constant(cost),
          gains: [Margin.Gain(price: quantity, owner: owner, amounts: constant(gives))]
        )
      )
    }
    note("reserve not held", short, to: required, cost: price, gives: 1)
    let spare = required.indices.map { held[$0] + short[$0] - required[$0] }
    note("reserve to spare", spare, to: constant(.infinity), cost: 0, gives: -1)
  }

  private mutating func checkSynchronous(of area: Area, _ totals: ZoneTotals) {
    let policy = area.reserve
    let owner = area.owner
    let online = totals.synchronous
    let stated = series(.synchronous, of: owner)
    identify("synchronous", of: owner, size: totals.size) { stated[$0] - online[$0] }
    let (least, share) = (policy.minimumSynchronous, policy.minimumSynchronousShare)
    guard least > 0 || share > 0 else { return }
    let demand = totals.demand
    require("minimum synchronous", of: owner, size: totals.size) { step in
      larger(least, share * demand[step]) - online[step]
    }
  }
}
