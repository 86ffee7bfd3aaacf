import Grid
package import GridDispatch

/// A PyPSA network under construction: what an asset's mapping writes to.
package struct PyPSAMapping: Sendable {
  package let setting: Setting
  package var network = PyPSANetwork()
  package private(set) var differences: [PyPSADifference] = []
  /// What must be added to the network's optimal cost to give the model's.
  package var objectiveConstant = 0.0
  private var carriers: Set<String> = []

  /// Maps a whole model.
  package init(_ model: GridModel) {
    setting = model.setting
    for zone in setting.zones { map(zone) }
    for asset in model.assets { map(asset) }
    noteRulesOfTheModel(model)
  }

  /// Notes that a rule is missing.
  package mutating func leaveOut(_ field: String, of owner: String, _ note: String) {
    differences.append(.init(owner: owner, field: field, kind: .leftOut, note: note))
  }

  /// Notes that a rule is another.
  package mutating func change(_ field: String, of owner: String, _ note: String) {
    differences.append(.init(owner: owner, field: field, kind: .changed, note: note))
  }

  /// The name of a carrier, which is declared the first time.
  package mutating func carrier(_ name: String) -> PyPSANetwork.Value {
    if carriers.insert(name).inserted { network.add(.carriers, name, [:]) }
    return .text(name)
  }

  /// What a tonne of coal equivalent of a fuel costs, its CO2 included.
  package func price(ofFuel name: String) -> HourlyValue {
    guard let fuel = setting.fuel(named: name) else { return 0 }
    return setting.value(of: fuel.price)
      + fuel.carbonPerTonne * setting.value(of: setting.carbonPrice)
  }

  private mutating func map(_ asset: any Asset) {
    guard let mapped = asset as? any PyPSAAsset else {
      leaveOut("asset", of: asset.name, "PyPSA has nothing like it.")
      return
    }
    mapped.map(in: &self)
  }

  /// A zone is a bus with its load and what is not served.
  private mutating func map(_ zone: Zone) {
    let demand = NodalBalance.demand(of: zone, in: setting)
    network.add(.buses, zone.name, ["carrier": carrier("AC")])
    network.add(.loads, zone.name, ["bus": .text(zone.name), "p_set": .hourly(demand)])
    let peak = demand.maximum(over: 0..<setting.horizon.hours)
    guard peak > 0 else { return }
    network.add(
      .generators,
      "\(zone.name) unserved",
      [
        "bus": .text(zone.name), "carrier": carrier("unserved"), "p_nom": .number(peak),
        "p_max_pu": .hourly(demand.map { $0 / peak }),
        "marginal_cost": .number(zone.valueOfLostLoad),
      ]
    )
  }

  private mutating func noteRulesOfTheModel(_ model: GridModel) {
    let policies = setting.zones.map(\.reserve)
    if policies.contains(where: { $0.isRequired(.up) || $0.isRequired(.down) }) {
      leaveOut("reserve", of: "model", "PyPSA holds no reserve.")
    }
    if policies.contains(where: {
      $0.minimumSynchronous > 0 || $0.minimumSynchronousShare > 0
    }) {
      leaveOut("minimum-synchronous", of: "model", "PyPSA asks for no capacity to be online.")
    }
    if !model.goals.isEmpty {
      leaveOut("goals", of: "model", "They are judged after the dispatch and are no part of it.")
    }
  }
}

/// A kind of asset that has a likeness in PyPSA.
protocol PyPSAAsset: Asset {
  /// Writes the asset's components, and notes what they cannot say.
  func map(in mapping: inout PyPSAMapping)
}
