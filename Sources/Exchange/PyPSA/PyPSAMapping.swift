package import GridFormulation
package import Hourly
import Tables

/// A PyPSA network under construction: what an asset's mapping writes to.
package struct PyPSAMapping: Sendable {
  package let setting: Setting
  package var network = PyPSANetwork()
  package private(set) var differences: [PyPSADifference] = []
  /// What must be added to the network's optimal cost to give the model's.
  package var objectiveConstant = 0.0
  /// The carriers declared, with the CO2 of each in t per MWh.
  private var carriers: [String: Double] = [:]
  /// Whether buses need a voltage, for the lines between them.
  private let hasLines: Bool

  /// Maps a whole model.
  package init(_ model: GridModel) {
    setting = model.setting
    hasLines = model.assets.contains { $0 is Line }
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
    if carriers[name] == nil {
      carriers[name] = 0
      network.add(.carriers, name, [:])
    }
    return .text(name)
  }

  /// The name of a carrier with CO2, t per MWh of power, and the efficiency that gives a plant its own rate.
  mutating func carrier(
    _ name: String,
    carbon rate: Double
  ) -> (name: PyPSANetwork.Value, efficiency: Double) {
    var name = name
    while let known = carriers[name], known != rate, known == 0 || rate == 0 {
      name += " (CO2)"
    }
    guard let known = carriers[name] else {
      carriers[name] = rate
      network.add(.carriers, name, rate == 0 ? [:] : ["co2_emissions": .number(rate)])
      return (.text(name), 1)
    }
    return (.text(name), known == rate ? 1 : ExactNumber.divisor(of: known, giving: rate))
  }

  /// What a tonne of coal equivalent of a fuel costs, its CO2 included.
  package func price(ofFuel name: String) -> HourlyValue {
    guard let fuel = setting.fuel(named: name) else { return 0 }
    return setting.value(of: fuel.price)
      + fuel.carbonPerTonne * setting.pricedCarbon
  }

  private mutating func map(_ asset: any Asset) {
    guard let mapped = asset as? any PyPSAAsset else {
      leaveOut("asset", of: asset.name, "PyPSA has nothing like it.")
      return
    }
    mapped.map(in: &self)
  }

  /// A zone is a bus with its load and what is not served, both with the grid's loss: a MW at the bus is less than a
  /// MW of load, and worth that much less.
  private mutating func map(_ zone: Zone) {
    let demand = NodalBalance.demand(of: zone, in: setting)
    var bus = ["carrier": carrier("AC")]
    // At 10 kV a reactance in ohm is the one per unit on 100 MVA.
    if hasLines { bus["v_nom"] = .number(10) }
    network.add(.buses, zone.name, bus)
    let peak = demand.maximum(over: 0..<setting.horizon.hours)
    guard peak > 0 else { return }
    network.add(.loads, zone.name, ["bus": .text(zone.name), "p_set": .hourly(demand)])
    network.add(
      .generators,
      "\(zone.name) unserved",
      [
        "bus": .text(zone.name), "carrier": carrier("unserved"), "p_nom": .number(peak),
        "p_max_pu": .hourly(demand.map { $0 / peak }),
        "marginal_cost": .number((1 - zone.gridLoss) * zone.valueOfLostLoad),
      ]
    )
  }

  private mutating func noteRulesOfTheModel(_ model: GridModel) {
    if hasLines {
      change("voltage", of: "model", "Buses have 10 kV, where ohm and per unit on 100 MVA agree.")
    }
    let policies = setting.zones.map(\.reserve)
    if policies.contains(where: { $0.isRequired(.up) || $0.isRequired(.down) }) {
      leaveOut("reserve", of: "model", "PyPSA holds no reserve.")
    }
    if policies.contains(where: {
      $0.minimumSynchronous > 0 || $0.minimumSynchronousShare > 0
    }) {
      leaveOut("minimum-synchronous", of: "model", "PyPSA asks for no capacity to be online.")
    }
    if !setting.heatZones.isEmpty {
      leaveOut("heat-zones", of: "model", "The network is one of power only.")
    }
    if setting.carbonMarket?.bid == .netOfAllowance {
      leaveOut("carbon-market", of: "model", "Allowances do not lower what a MWh costs.")
    }
    if model.goals.contains(where: { !$0.isImplied }) {
      leaveOut("goals", of: "model", "They are judged after the dispatch and are no part of it.")
    }
  }
}

/// A kind of asset that has a likeness in PyPSA.
protocol PyPSAAsset: Asset {
  /// Writes the asset's components, and notes what they cannot say.
  func map(in mapping: inout PyPSAMapping)
}
