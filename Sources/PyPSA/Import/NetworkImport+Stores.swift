import Grid
import GridDispatch

extension NetworkImport {
  /// Reads storage units: power and energy in one, at a bus.
  mutating func readStorageUnits() {
    for component in source.components("storage_units") where isActive(component) {
      guard let bus = bus(of: component) else { continue }
      let power = size(component, "p_nom")
      var store = newStore(component, at: bus, as: "storage unit")
      let most = single(
        source.values(component, "p_max_pu", 1),
        "p_max_pu",
        of: component,
        { $0.max() },
        "The power of a store is one number: the largest of all hours."
      )
      let least = single(
        source.values(component, "p_min_pu", -1),
        "p_min_pu",
        of: component,
        { $0.min() },
        "The power of a store is one number: the largest of all hours."
      )
      store.dischargingCapacity = Power(megawatts: max(0, most) * power)
      store.chargingCapacity = Power(megawatts: max(0, -least) * power)
      store.energy = Energy(megawattHours: source.number(component, "max_hours", 1) * power)
      store.chargingEfficiency = meanOf("efficiency_store", component)
      store.dischargingEfficiency = meanOf("efficiency_dispatch", component)
      store.inflow = draft.profile(
        source.values(component, "inflow", 0),
        "inflow",
        of: store.name,
        in: component.list
      )
      store.spillCost = single(
        source.values(component, "spill_cost", 0),
        "spill_cost",
        of: component,
        Self.mean,
        "Costs of a store are one number: the mean."
      )
      store.dischargingCost = single(
        source.values(component, "marginal_cost", 0),
        "marginal_cost",
        of: component,
        Self.mean,
        "Costs of a store are one number: the mean."
      )
      store.expansion = expansion(of: component, "p_nom")
      readLevels(
        of: component,
        into: &store,
        initial: "state_of_charge_initial",
        cyclic: "cyclic_state_of_charge",
        given: "state_of_charge_set"
      )
      append(store, of: component)
    }
  }

  /// Reads stores: energy at a bus, whose power has no limit but what it holds.
  mutating func readStores() {
    for component in source.components("stores") where isActive(component) {
      guard let bus = bus(of: component) else { continue }
      var store = newStore(component, at: bus, as: "store")
      let energy = size(component, "e_nom")
      store.energy = Energy(megawattHours: energy)
      store.dischargingCapacity = Power(megawatts: energy)
      store.chargingCapacity = Power(megawatts: energy)
      if energy > 0 {
        draft.note(
          .changed,
          component.list,
          "p",
          "A store takes in or gives no more in an hour than it holds.",
          of: component.name
        )
      }
      let cost = single(
        source.values(component, "marginal_cost", 0),
        "marginal_cost",
        of: component,
        Self.mean,
        "Costs of a store are one number: the mean."
      )
      (store.dischargingCost, store.chargingCost) = (cost, -cost)
      for (attribute, absent, path) in [
        ("e_min_pu", 0.0, \Storage.minimumLevel), ("e_max_pu", 1, \Storage.maximumLevel),
      ] {
        store[keyPath: path] = draft.profile(
          source.values(component, attribute, absent).map { min(1, max(0, $0)) },
          attribute,
          of: store.name,
          in: component.list
        )
      }
      store.expansion = expansion(of: component, "e_nom")
      readLevels(
        of: component,
        into: &store,
        initial: "e_initial",
        cyclic: "e_cyclic",
        given: "e_set"
      )
      append(store, of: component)
    }
  }

  private mutating func newStore(
    _ component: ForeignComponent,
    at bus: Bus,
    as kind: String
  ) -> Storage {
    let carrier = source.text(component, "carrier") ?? ""
    var store = Storage()
    store.name = draft.settleName(of: component, as: kind)
    store.zone = bus.zone
    store.kind = CarrierNames.store(carrier)
    store.carrier = carrier.isEmpty || carrier == store.facts.technology.rawValue ? nil : carrier
    return store
  }

  /// Adds a store, unless it turns its sign.
  private mutating func append(_ store: Storage, of component: ForeignComponent) {
    leaveOut(
      "marginal_cost_storage",
      of: component,
      unless: 0,
      "Holding energy costs nothing from hour to hour."
    )
    guard source.number(component, "sign", 1) == 1 else {
      draft.note(
        .leftOut,
        component.list,
        "sign",
        "A store gives positive power: its sign is 1.",
        of: component.name
      )
      return
    }
    draft.stores.append(store)
  }

  private mutating func meanOf(_ attribute: String, _ component: ForeignComponent) -> Double {
    single(
      source.values(component, attribute, 1),
      attribute,
      of: component,
      Self.mean,
      "An efficiency is one number: the mean."
    )
  }

  /// Reads start, end and given levels; PyPSA takes no loss from the level before the first hour.
  private mutating func readLevels(
    of component: ForeignComponent,
    into store: inout Storage,
    initial: String,
    cyclic: String,
    given: String
  ) {
    store.standingLoss = single(
      source.values(component, "standing_loss", 0),
      "standing_loss",
      of: component,
      Self.mean,
      "A standing loss is one number: the mean."
    )
    store.endRule = source.flag(component, cyclic) ? .cyclic : .free
    let start = source.number(component, initial, 0)
    if store.endRule == .free, store.standingLoss < 1 {
      store.start = start / (1 - store.standingLoss)
    }
    let levels = source.values(component, given, -1, empty: -1)
    guard levels.maximum(over: snapshots.horizon.steps) >= 0 else { return }
    store.level = draft.profile(levels, given, of: store.name, in: component.list)
  }
}
