import GridFormulation
import Hourly
import Tables

/// A resource without fuel: what it gives follows the hour.
private struct GenXPlant {
  let row: GenXRow
  let table: String
  let name: String
  let zone: String
  let kind: Generator.Kind
  let existing: Double
  let cost: Double
  let investment: Double
  let fixedCost: Double
  /// Whether all that is there must be taken.
  let isMustRun: Bool
}

extension GenXCase {
  /// Reads wind and PV, which may be curtailed.
  mutating func readRenewables() {
    let table = source.tableIfThere("resources/Vre.csv")
    note(table, .renewable)
    for row in table.rows {
      if source.number("num_vre_bins", of: row, absent: 1) != 1 {
        draft.note(
          .changed,
          table.name,
          "Num_VRE_Bins",
          "Each bin is a resource of its own, with its own column of availability.",
          of: row.text("resource") ?? ""
        )
      }
      read(row, of: table, isMustRun: false)
    }
  }

  /// Reads what must be taken as it comes.
  mutating func readMustRun() {
    let table = source.tableIfThere("resources/Must_run.csv")
    note(table, .mustRun)
    for row in table.rows { read(row, of: table, isMustRun: true) }
  }

  private mutating func read(_ row: GenXRow, of table: GenXTable, isMustRun: Bool) {
    let name = source.text("resource", of: row)
    let plant = GenXPlant(
      row: row,
      table: table.name,
      name: name,
      zone: zone(of: row),
      kind: GenXKinds.plant([row.text("resource_type"), name]),
      existing: source.number("existing_cap_mw", of: row, in: -1...1e9, absent: 0),
      cost: source.number("var_om_cost_per_mwh", of: row, in: -1e6...1e6, absent: 0),
      investment: source.number("inv_cost_per_mwyr", of: row, in: 0...1e9, absent: 0),
      fixedCost: source.number("fixed_om_cost_per_mwyr", of: row, in: 0...1e7, absent: 0),
      isMustRun: isMustRun
    )
    if !hours.knows(name) {
      draft.note(
        .changed,
        table.name,
        "Resource",
        "No column of Generators_variability.csv names it: all of it is there in every hour, as GenX takes it.",
        of: name
      )
    }
    var resource = Resource(name: name, zone: plant.zone)
    addStanding(plant, to: &resource)
    if source.flag("new_build", of: row) { addBuilding(plant, to: &resource) }
    finish(resource, in: table.name)
  }

  private mutating func addStanding(_ plant: GenXPlant, to resource: inout Resource) {
    guard plant.existing > 0 else { return }
    let name = append(plant, plant.name, plant.existing, plant.fixedCost / 1000)
    resource.existing = plant.existing
    resource.assets.append(name)
    guard source.flag("can_retire", of: plant.row) else { return }
    resource.canRetire = true
    let stays = max(0, source.number("min_cap_mw", of: plant.row, absent: 0))
    guard plant.existing > stays else { return }
    var option = ImportedOption("retire \(name)", of: name)
    option.adds = [.init(column: "capacity_mw", factor: -1)]
    option.most = plant.existing - stays
    option.upkeepPerMegawatt = -plant.fixedCost
    option.source = "GenX, \(plant.table), Fixed_OM_Cost_per_MWyr"
    add(option)
  }

  private mutating func addBuilding(_ plant: GenXPlant, to resource: inout Resource) {
    let wanted = plant.existing > 0 ? plant.name + " new" : plant.name
    let most = most(
      "max_cap_mw",
      of: plant.row,
      besides: plant.existing,
      perMegawattOf: hours.meanAvailability(of: plant.name),
      in: plant.table,
      plant.name
    )
    guard most > 0 else { return }
    let name = append(plant, wanted, 0, 0)
    var option = ImportedOption("build \(name)", of: name)
    option.adds = [.init(column: "capacity_mw", factor: 1)]
    option.most = most
    option.least = least("min_cap_mw", of: plant.row, besides: plant.existing)
    option.upkeepPerMegawatt = plant.investment + plant.fixedCost
    option.source = "GenX, \(plant.table), Inv_Cost_per_MWyr and Fixed_OM_Cost_per_MWyr"
    resource.assets.append(name)
    resource.building.append(add(option))
  }

  private mutating func append(
    _ plant: GenXPlant,
    _ wanted: String,
    _ capacity: Double,
    _ fixedCost: Double
  ) -> String {
    var unit = Generator()
    unit.name = settle(wanted, in: plant.table, at: plant.row)
    (unit.zone, unit.kind) = (plant.zone, plant.kind)
    unit.capacity = Power(megawatts: capacity)
    unit.marginalCost = .constant(plant.cost)
    unit.maximumOutput = draft.profile(
      hours.availability(of: plant.name),
      "availability",
      of: unit.name,
      in: Self.list(plant.table)
    )
    if plant.isMustRun { unit.minimumOutput = unit.maximumOutput }
    unit.fixedCost = fixedCost
    draft.generators.append(unit)
    return unit.name
  }

  /// Reads reservoir hydro: a store that its inflow fills, all of it as it stands.
  mutating func readHydro() {
    let table = source.tableIfThere("resources/Hydro.csv")
    note(table, .hydro)
    for row in table.rows {
      let name = source.text("resource", of: row)
      var resource = Resource(name: name, zone: zone(of: row))
      let power = source.number("existing_cap_mw", of: row, in: -1...1e9, absent: 0)
      if source.flag("new_build", of: row) || source.flag("can_retire", of: row) {
        draft.note(
          .leftOut,
          table.name,
          "New_Build, Can_Retire",
          "Reservoir hydro stays as it stands: an option cannot move its inflow.",
          of: name
        )
      }
      if power > 0 {
        resource.existing = power
        resource.assets.append(addReservoir(row, name, resource.zone, power, table.name))
      }
      finish(resource, in: table.name)
    }
  }

  private mutating func addReservoir(
    _ row: GenXRow,
    _ name: String,
    _ zone: String,
    _ power: Double,
    _ table: String
  ) -> String {
    var store = Storage()
    store.name = settle(name, in: table, at: row)
    (store.zone, store.kind) = (zone, .hydro)
    store.dischargingCapacity = Power(megawatts: power)
    store.dischargingEfficiency = source.number("eff_down", of: row, in: 0.0001...1, absent: 1)
    store.dischargingCost = .constant(
      source.number("var_om_cost_per_mwh", of: row, in: -1e6...1e6, absent: 0)
    )
    store.endRule = .cyclic
    store.fixedCost =
      source.number("fixed_om_cost_per_mwyr", of: row, in: 0...1e7, absent: 0) / 1000
    let inflow = power * hours.availability(of: name)
    store.inflow = draft.profile(inflow, "inflow", of: store.name, in: Self.list(table))
    let ratio = source.number("hydro_energy_to_power_ratio", of: row, in: 0...1e6, absent: 0)
    if ratio > 0 {
      store.energy = Energy(megawattHours: ratio * power)
    } else {
      store.energy = Energy(megawattHours: hours.mean(inflow) * Double(hours.count))
      draft.note(
        .changed,
        table,
        "Hydro_Energy_to_Power_Ratio",
        "A reservoir without a size holds the inflow of all hours.",
        of: name
      )
    }
    draft.stores.append(store)
    return store.name
  }
}
