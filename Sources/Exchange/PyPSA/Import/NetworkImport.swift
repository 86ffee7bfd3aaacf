import GridFormulation
import Hourly
import Tables

/// Turns a PyPSA network into a model: one zone a bus, generators, stores, corridors and lines.
///
/// Buses, loads and their series first, then what stands at them; what is not carried over is noted on the way.
struct NetworkImport {
  /// A bus of the network as the model has it.
  struct Bus {
    let zone: String
    /// Nominal voltage, kV.
    let voltage: Double
    /// Whether its lines carry direct current, whose flow follows resistances.
    let isDirectCurrent: Bool
  }

  var source: NetworkSource
  var draft = ImportDraft()
  var setting = Setting()
  var buses: [String: Bus] = [:]
  /// The carriers of buses, by their names in the network.
  var busCarriers: [String: String] = [:]
  /// What PyPSA sizes, in the order read.
  var extendables: [Extendable] = []
  /// CO2 of a carrier, t per MWh of its primary energy.
  var carbon: [String: Double] = [:]
  let snapshots: NetworkSnapshots
  /// The largest of each load, together, MW.
  private(set) var largestLoad = 0.0
  /// The energy of all loads, MWh.
  private(set) var loadEnergy = 0.0

  /// Reads the network of a folder or file; what is wrong with it is in the log of `source`.
  static func read(_ path: String) throws(InputError) -> NetworkImport {
    var source = NetworkSource(path)
    guard source.sheet("buses") != nil, let sheet = source.sheet("snapshots") else {
      try source.log.throwIfErrors()
      throw .invalid(source.log.sorted())
    }
    // Where the hours cannot be told, all else that is wrong is told with that, on hours that stand for them.
    let snapshots = NetworkSnapshots(&source) ?? NetworkSnapshots(standingFor: sheet)
    var network = NetworkImport(source, snapshots)
    network.readAll()
    return network
  }

  private init(_ source: NetworkSource, _ snapshots: NetworkSnapshots) {
    self.source = source
    self.snapshots = snapshots
    self.source.hours = snapshots.horizon.hours
    setting.horizon = snapshots.horizon
    setting.modelHorizon = snapshots.horizon
  }

  private mutating func readAll() {
    source.checkSeries(labels: snapshots.labels)
    for note in snapshots.notes { draft.note(.changed, "network", note.field, note.note) }
    readCarriers()
    readBuses()
    readLoads()
    readGenerators()
    readStorageUnits()
    readStores()
    readLines()
    readTransformers()
    readLinks()
    readGlobalConstraints()
    settleLostLoad()
    noteTheRest()
  }

  /// The name of the network, fit for a model.
  var name: String {
    let written = source.facts.first { $0.name == "name" }?.value
    let text = (written ?? "").isEmpty ? FileSource.name(of: source.folder) : written ?? ""
    return text.isEmpty ? "network" : NameRule.plain(text)
  }

  /// Whether a component takes part; told where it does not.
  mutating func isActive(_ component: ForeignComponent) -> Bool {
    if source.flag(component, "active", true) { return true }
    draft.note(
      .leftOut,
      component.list,
      "active",
      "What is not active is left out.",
      of: component.name
    )
    return false
  }

  /// The bus that a component names; an unknown one is an error.
  mutating func bus(of component: ForeignComponent, _ attribute: String = "bus") -> Bus? {
    let name = source.text(component, attribute) ?? ""
    if let bus = buses[name] { return bus }
    source.log.error(
      at: source.place(of: component, attribute),
      field: attribute,
      value: name,
      rule: "is not a bus of the network",
      fix: NearestName.fix(name, among: source.components("buses").map(\.name))
    )
    return nil
  }

  /// Notes an attribute that is not carried over, where it is not what PyPSA takes without it.
  mutating func leaveOut(
    _ attribute: String,
    of component: ForeignComponent,
    unless absent: Double,
    _ note: String
  ) {
    let value = source.values(component, attribute, absent)
    if case .constant(let number) = value, number == absent { return }
    draft.note(.leftOut, component.list, attribute, note, of: component.name)
  }

  /// One number for a value that may differ from hour to hour; told where it does.
  mutating func single(
    _ value: HourlyValue,
    _ attribute: String,
    of component: ForeignComponent,
    _ pick: ([Double]) -> Double?,
    _ note: String
  ) -> Double {
    guard case .hourly(let values) = value else { return value[0] }
    draft.note(.changed, component.list, attribute, note, of: component.name)
    return pick(values) ?? 0
  }
}

// MARK: - Buses and loads

extension NetworkImport {
  private mutating func readCarriers() {
    for component in source.components("carriers") {
      carbon[component.name] = source.number(component, "co2_emissions", 0)
    }
  }

  private mutating func readBuses() {
    for component in source.components("buses") {
      let zone = draft.settleName(of: component, as: "bus")
      busCarriers[component.name] = source.text(component, "carrier") ?? "AC"
      buses[component.name] = Bus(
        zone: zone,
        voltage: source.number(component, "v_nom", 1),
        isDirectCurrent: source.text(component, "carrier") == "DC"
      )
      draft.zones.append(.init(name: zone))
    }
  }

  private mutating func readLoads() {
    var sums: [String: HourlyValue] = [:]
    var places: [String: Place] = [:]
    for component in source.components("loads") where isActive(component) {
      guard let bus = bus(of: component) else { continue }
      let sign = source.number(component, "sign", -1)
      let load = -sign * source.values(component, "p_set", 0)
      largestLoad += load.map { abs($0) }.maximum(over: snapshots.horizon.steps)
      loadEnergy += snapshots.horizon.steps.reduce(0) { $0 + abs(load[$1]) }
      sums[bus.zone] = sums[bus.zone].map { $0 + load } ?? load
      places[bus.zone] = places[bus.zone] ?? source.place(of: component, "p_set")
    }
    for index in draft.zones.indices {
      let zone = draft.zones[index].name
      guard let load = sums[zone] else { continue }
      let least = load.minimum(over: snapshots.horizon.steps)
      if least < 0 { addSurplus(of: load, in: zone, at: places[zone]) }
      let demand = least < 0 ? load.map { max(0, $0) } : load
      draft.zones[index].load = draft.profile(demand, "load", of: zone, in: "loads")
    }
  }

  /// A load below 0 gives power, which a generator does here in its stead.
  private mutating func addSurplus(of load: HourlyValue, in zone: String, at place: Place?) {
    let given = load.map { max(0, -$0) }
    let peak = given.maximum(over: snapshots.horizon.steps)
    let component = ForeignComponent(
      list: "loads",
      row: 0,
      name: "\(zone) surplus",
      place: place ?? Place(file: source.folder)
    )
    var plant = Generator()
    plant.name = draft.settleName(of: component, as: "load")
    plant.zone = zone
    plant.capacity = Power(megawatts: peak)
    let share = given.map { $0 / peak }
    plant.minimumOutput = draft.profile(share, "output", of: plant.name, in: "loads")
    plant.maximumOutput = plant.minimumOutput
    draft.generators.append(plant)
    draft.note(
      .changed,
      "loads",
      "p_set",
      "A load below 0 is a generator that must give it.",
      of: zone
    )
  }

  /// Zones need a price of what they lack; it must lie above what any plant can cost.
  private mutating func settleLostLoad() {
    let steps = snapshots.horizon.steps
    var dearest = draft.dearest
    // Behind a plant of efficiency η a cost is 1/η of what it was.
    if !draft.converters.isEmpty { dearest *= 10 }
    let usual = Zone().valueOfLostLoad
    let price = max(usual, dearest.isFinite ? 10 * dearest : 0)
    guard !steps.isEmpty else { return }
    for index in draft.zones.indices where draft.zones[index].lostLoad == nil {
      if price > usual { draft.zones[index].lostLoad = price }
      draft.note(
        .changed,
        "buses",
        "value of lost load",
        "A MWh that is not served costs \(NumberText.shortest(price)), which a network does not know: "
          + "there, a lack of power has no answer.",
        of: draft.zones[index].name
      )
    }
  }
}
