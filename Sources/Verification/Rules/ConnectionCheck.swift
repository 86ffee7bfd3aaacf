import GridFormulation
import Tables

extension Examination {
  /// Checks every plant with stores beside it: what they charge from, and what goes through its connection.
  mutating func checkConnections(of model: GridModel) {
    var byPlant: [(plant: any Asset, stores: [Battery])] = []
    for case let store as Battery in model.assets where store.power.megawatts > 0 {
      guard store.place == .generation, !store.beside.isEmpty else { continue }
      if let known = byPlant.firstIndex(where: { $0.plant.name == store.beside }) {
        byPlant[known].stores.append(store)
      } else if let plant = model.assets.first(where: { $0.name == store.beside }) {
        byPlant.append((plant, [store]))
      } else {
        note(store.name, rule: "beside", amount: .infinity, "names no plant of the model")
      }
    }
    for (plant, stores) in byPlant { checkConnection(of: plant, with: stores) }
  }

  private mutating func checkConnection(of plant: any Asset, with stores: [Battery]) {
    let output = power(ofAsset: plant.name)
    var (net, captive) = (output, [Double](repeating: 0, count: hours))
    var reserves = [[plant.name], stores.map(\.name)].joined().map { name in
      (up: total(.reserveUp, of: name), down: total(.reserveDown, of: name))
    }
    for store in stores {
      let charging = total(.charging, of: store.name)
      ZoneTotals.add(total(.discharging, of: store.name), to: &net)
      ZoneTotals.add(charging.map { -$0 }, to: &net)
      if !store.chargesFromGrid { ZoneTotals.add(charging, to: &captive) }
    }
    let limit = stores.lazy.compactMap(\.connection).first ?? plant.facts.capacity
    let back = stores.contains(where: \.chargesFromGrid) ? limit : 0
    let owner = Owner(plant.name, zone: plant.zone)
    let size = 1 + plant.facts.capacity + limit
    require("charging beside", of: owner, size: size) { captive[$0] - output[$0] }
    require("connection", of: owner, size: size) { larger(net[$0] - limit, -back - net[$0]) }
    if let behind = deduct(.reserveUpBehind, from: \.reserveUp, of: owner, size: size) {
      reserves.append((up: behind.map { -$0 }, down: []))
    }
    if let behind = deduct(.reserveDownBehind, from: \.reserveDown, of: owner, size: size) {
      reserves.append((up: [], down: behind.map { -$0 }))
    }
    let policy = setting.reserve(in: plant.zone)
    func held(_ path: KeyPath<(up: [Double], down: [Double]), [Double]>, _ step: Int) -> Double {
      reserves.reduce(0) { $0 + ($1[keyPath: path].isEmpty ? 0 : $1[keyPath: path][step]) }
    }
    if policy.isRequired(.up) {
      require("reserve up of the connection", of: owner, size: size) { step in
        held(\.up, step) - limit + net[step]
      }
    }
    if policy.isRequired(.down) {
      require("reserve down of the connection", of: owner, size: size) { step in
        held(\.down, step) - net[step] - back
      }
    }
  }

  /// Takes what does not go through a connection from the zone's reserve; nil where nothing is told of it.
  private mutating func deduct(
    _ quantity: ResultQuantity,
    from path: WritableKeyPath<ZoneTotals, [Double]>,
    of owner: Owner,
    size: Double
  ) -> [Double]? {
    guard let behind = seriesIfPresent(quantity, of: owner) else { return nil }
    require("\(quantity.name) below 0", of: owner, size: size) { -behind[$0] }
    add(behind.map { -$0 }, to: path, of: owner)
    return behind
  }
}
