import GridFormulation
import Hourly
import Tables

extension NetworkImport {
  /// Reads storage units: power and energy in one, at a bus.
  mutating func readStorageUnits() {
    for component in source.components("storage_units") where isActive(component) {
      guard let bus = bus(of: component) else { continue }
      let power = size(component, "p_nom")
      var store = newStore(component, at: bus, as: "storage unit")
      readPower(of: component, power, into: &store)
      let hours = source.number(component, "max_hours", 1)
      store.energy = Energy(megawattHours: min(max(0, hours) * power, 1e12))
      store.chargingEfficiency = efficiency("efficiency_store", component, of: store)
      store.dischargingEfficiency = efficiency("efficiency_dispatch", component, of: store)
      store.inflow = draft.profile(
        source.values(component, "inflow", 0),
        "inflow",
        of: store.name,
        in: component.list
      )
      store.spillCost = draft.profile(
        source.values(component, "spill_cost", 0).map { max(0, $0) },
        "spill_cost",
        of: store.name,
        in: component.list
      )
      let cost = source.values(component, "marginal_cost", 0)
      draft.notice(cost: cost)
      store.dischargingCost = draft.profile(
        cost,
        "marginal_cost",
        of: store.name,
        in: component.list
      )
      store.expansion = settle(
        ExtendableAsset(
          component: component,
          size: "p_nom",
          asset: store.name,
          standing: power,
          steps: growth(of: component, hours: hours)
        )
      )
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
      let cost = source.values(component, "marginal_cost", 0)
      draft.notice(cost: cost)
      let list = component.list
      store.dischargingCost = draft.profile(cost, "marginal_cost", of: store.name, in: list)
      store.chargingCost = draft.profile(-1 * cost, "charging cost", of: store.name, in: list)
      let least = source.values(component, "e_min_pu", 0)
      let most = source.values(component, "e_max_pu", 1)
      store.minimumLevel = draft.profile(least, "e_min_pu", of: store.name, in: list)
      store.maximumLevel = draft.profile(most, "e_max_pu", of: store.name, in: list)
      // Its power has no limit: as much as it can hold, and what it begins with beyond that, is none.
      let start = abs(source.number(component, "e_initial", 0))
      let span = max(1, most.most) - min(0, least.least)
      let power = Power(megawatts: energy > 0 ? energy * span + max(0, start - energy) : 0)
      (store.dischargingCapacity, store.chargingCapacity) = (power, power)
      var sized = ExtendableAsset(
        component: component,
        size: "e_nom",
        asset: store.name,
        standing: energy,
        steps: ["energy_mwh", "discharging_capacity_mw", "charging_capacity_mw"].map {
          .init(column: $0, factor: $0 == "energy_mwh" ? 1 : span)
        }
      )
      sized.isBound = least.most > 0
      store.expansion = settle(sized)
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

  /// What each MW of a storage unit adds to its powers and its energy.
  private mutating func growth(
    of component: ForeignComponent,
    hours: Double
  ) -> [ImportedOption.Step] {
    let out = max(0, source.values(component, "p_max_pu", 1).most)
    let into = max(0, -source.values(component, "p_min_pu", -1).least)
    return [
      ImportedOption.Step(column: "discharging_capacity_mw", factor: out > 0 ? out : 1),
      .init(column: "charging_capacity_mw", factor: into),
      .init(column: "energy_mwh", factor: max(0, hours)),
    ].filter { $0.factor > 0 }
  }

  /// Reads the powers of a storage unit, each with its share by the hour.
  private mutating func readPower(
    of component: ForeignComponent,
    _ power: Double,
    into store: inout Storage
  ) {
    let most = source.values(component, "p_max_pu", 1)
    let least = source.values(component, "p_min_pu", -1)
    if least.most > 0 || most.least < 0 {
      draft.note(
        .leftOut,
        component.list,
        "p_min_pu",
        "A store may stand still: a least power is left out.",
        of: component.name
      )
    }
    let list = component.list
    // The largest of all hours is the capacity; a store of none of it still stands with its size.
    let (out, into) = (max(0, most.most), max(0, -least.least))
    store.dischargingCapacity = Power(megawatts: power * (out > 0 ? out : 1))
    store.dischargingLimit = draft.profile(
      most.map { out > 0 ? max(0, $0) / out : 0 },
      "p_max_pu",
      of: store.name,
      in: list
    )
    guard into > 0 else { return }
    store.chargingCapacity = Power(megawatts: power * into)
    store.chargingLimit = draft.profile(
      least.map { max(0, -$0) / into },
      "p_min_pu",
      of: store.name,
      in: list
    )
  }

  /// An efficiency as one number; where nothing is charged, that of charging means nothing.
  private mutating func efficiency(
    _ attribute: String,
    _ component: ForeignComponent,
    of store: Storage
  ) -> Double {
    let read = single(
      source.values(component, attribute, 1),
      attribute,
      of: component,
      Self.mean,
      "An efficiency is one number: the mean."
    )
    let chargesNothing = attribute == "efficiency_store" && store.chargingCapacity.megawatts == 0
    let settled = chargesNothing && read <= 0 ? 1 : min(max(read, 0.0001), 1)
    if settled != read, !chargesNothing {
      draft.note(
        .changed,
        component.list,
        attribute,
        "An efficiency lies from 0.0001 to 1.",
        of: component.name
      )
    }
    return settled
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
    let told = source.values(component, given, .nan, empty: .nan)
    if told.map({ $0 < 0 ? 1 : 0 }).most > 0 {
      draft.note(
        .leftOut,
        component.list,
        given,
        "A level that is given is 0 or more; one below is left free.",
        of: component.name
      )
    }
    let levels = told.map { $0 >= 0 ? $0 : -1 }
    guard levels.maximum(over: snapshots.horizon.steps) >= 0 else { return }
    store.level = draft.profile(levels, given, of: store.name, in: component.list)
  }
}
