import GridFormulation
import Hourly
import Tables

/// A storage resource, as its row says it.
private struct GenXStore {
  let row: GenXRow
  let name: String
  let zone: String
  var power = 0.0
  var energy = 0.0
  var isRetrofit = false
  var leastHours = 0.0
  var mostHours = 0.0
  /// Yearly costs of a MW and of a MWh: of building and keeping it, and of keeping it.
  var investment = (power: 0.0, energy: 0.0)
  var fixedCost = (power: 0.0, energy: 0.0)
}

extension GenXCase {
  private static let storageFile = "resources/Storage.csv"

  /// Reads stores, charged and discharged at one power.
  mutating func readStorage() {
    let table = source.tableIfThere(Self.storageFile)
    note(table, .storage)
    for row in table.rows {
      let store = store(row)
      var resource = Resource(name: store.name, zone: store.zone)
      guard isCarriedOver(store) else {
        resources[store.name.lowercased()] = resource
        continue
      }
      addStanding(store, to: &resource)
      if source.flag("new_build", of: row) { addBuilding(store, to: &resource) }
      finish(resource, in: table.name)
    }
  }

  private mutating func store(_ row: GenXRow) -> GenXStore {
    func cost(_ column: String) -> Double {
      source.number(column, of: row, in: 0...1e7, absent: 0)
    }
    var store = GenXStore(row: row, name: source.text("resource", of: row), zone: zone(of: row))
    store.power = source.number("existing_cap_mw", of: row, in: -1...1e9, absent: 0)
    store.energy = source.number("existing_cap_mwh", of: row, in: -1...1e10, absent: 0)
    store.isRetrofit = source.flag("retrofit", of: row)
    store.leastHours = source.number("min_duration", of: row, in: 0...1e5, absent: 0)
    store.mostHours = source.number("max_duration", of: row, in: 0...1e5, absent: 0)
    store.fixedCost = (cost("fixed_om_cost_per_mwyr"), cost("fixed_om_cost_per_mwhyr"))
    store.investment = (
      cost("inv_cost_per_mwyr") + store.fixedCost.power,
      cost("inv_cost_per_mwhyr") + store.fixedCost.energy
    )
    return store
  }

  /// Whether options can say what a store is; else it is told.
  private mutating func isCarriedOver(_ store: GenXStore) -> Bool {
    if source.number("model", of: store.row, absent: 1) == 2 {
      draft.note(
        .leftOut,
        Self.storageFile,
        "Model",
        "A store with charging and discharging power of different size is left out.",
        of: store.name
      )
      return false
    }
    guard store.isRetrofit else { return true }
    let id = store.row.text("retrofit_id") ?? ""
    draft.note(
      .leftOut,
      Self.storageFile,
      "Retrofit",
      "A store that takes the place of a plant is left out.",
      of: "\(store.name), Retrofit_Id \(id)"
    )
    return false
  }

  private mutating func plain(_ store: GenXStore, _ wanted: String) -> Storage {
    let row = store.row
    var asset = Storage()
    asset.name = settle(wanted, in: Self.storageFile, at: row)
    asset.zone = store.zone
    asset.kind = GenXKinds.store([row.text("resource_type"), store.name])
    asset.chargingEfficiency = source.number("eff_up", of: row, in: 0.0001...1, absent: 1)
    asset.dischargingEfficiency = source.number("eff_down", of: row, in: 0.0001...1, absent: 1)
    asset.standingLoss = source.number("self_disch", of: row, in: 0...1, absent: 0)
    asset.dischargingCost = .constant(
      source.number("var_om_cost_per_mwh", of: row, in: -1e6...1e6, absent: 0)
    )
    let charging =
      row.cell("var_om_cost_per_mwh_in") == nil
      ? "var_om_cost_per_mwhin" : "var_om_cost_per_mwh_in"
    asset.chargingCost = .constant(source.number(charging, of: row, in: -1e6...1e6, absent: 0))
    asset.endRule = .cyclic
    return asset
  }

  // MARK: - What stands

  private mutating func addStanding(_ store: GenXStore, to resource: inout Resource) {
    guard store.power > 0 else { return }
    var asset = plain(store, store.name)
    asset.dischargingCapacity = Power(megawatts: store.power)
    asset.chargingCapacity = asset.dischargingCapacity
    asset.energy = Energy(megawattHours: max(0, store.energy))
    asset.fixedCost =
      (store.fixedCost.power + store.fixedCost.energy * max(0, store.energy) / store.power) / 1000
    draft.stores.append(asset)
    resource.existing = store.power
    resource.assets.append(asset.name)
    guard source.flag("can_retire", of: store.row), store.energy > 0 else { return }
    resource.canRetire = true
    var option = ImportedOption("retire \(asset.name)", of: asset.name)
    option.adds = powerAndEnergy(-1, -store.energy / store.power)
    option.most = store.power
    option.upkeepPerMegawatt = -store.fixedCost.power
    option.upkeepPerMegawattHour = -store.fixedCost.energy
    option.source = "GenX, \(Self.storageFile), fixed costs"
    add(option)
    draft.note(
      .changed,
      Self.storageFile,
      "Can_Retire",
      "Power and energy of a store are retired together.",
      of: store.name
    )
  }

  private func powerAndEnergy(_ power: Double, _ hours: Double) -> [ImportedOption.Step] {
    var steps: [ImportedOption.Step] = [
      .init(column: "discharging_capacity_mw", factor: power),
      .init(column: "charging_capacity_mw", factor: power),
    ]
    if hours != 0 { steps.append(.init(column: "energy_mwh", factor: hours)) }
    return steps
  }

  // MARK: - What may be built

  /// Two options, of the least and of the largest duration: their sums are all that lies between.
  private mutating func addBuilding(_ store: GenXStore, to resource: inout Resource) {
    let asset = plain(store, store.power > 0 ? store.name + " new" : store.name)
    let most = most(
      "max_cap_mw",
      of: store.row,
      besides: max(0, store.power),
      perMegawattOf: 1,
      in: Self.storageFile,
      store.name
    )
    guard most > 0 else { return }
    draft.stores.append(asset)
    resource.assets.append(asset.name)
    let longest = store.mostHours > 0 ? store.mostHours : 10
    let shortest = store.leastHours > 0 ? min(store.leastHours, longest) : min(1, longest)
    if store.mostHours <= 0 || store.leastHours <= 0 {
      draft.note(
        .changed,
        Self.storageFile,
        "Min_Duration, Max_Duration",
        "A duration that is not stated is 1 h at least and 10 h at most.",
        of: store.name
      )
    }
    let durations =
      shortest == longest ? [("", longest)] : [(" short", shortest), (" long", longest)]
    for (word, duration) in durations {
      var option = ImportedOption("build \(asset.name)\(word)", of: asset.name)
      option.adds = powerAndEnergy(1, duration)
      option.most = most
      option.group = durations.count > 1 ? asset.name : nil
      option.upkeepPerMegawatt = store.investment.power
      option.upkeepPerMegawattHour = store.investment.energy
      option.source = "GenX, \(Self.storageFile), investment and fixed costs of MW and MWh"
      resource.building.append(add(option))
    }
    noteLimits(of: store)
  }

  /// Limits that two options of one store cannot state together.
  private mutating func noteLimits(of store: GenXStore) {
    for column in ["max_cap_mwh", "min_cap_mwh", "min_cap_mw"]
    where source.number(column, of: store.row, absent: 0) > 0 {
      draft.note(
        .leftOut,
        Self.storageFile,
        column,
        "The options of a store have no limit on this sum.",
        of: store.name
      )
    }
    guard store.power > 0 else { return }
    draft.note(
      .changed,
      Self.storageFile,
      "Min_Duration, Max_Duration",
      "What is added keeps the durations by itself; in GenX all of the resource does together.",
      of: store.name
    )
  }
}
