import GridFormulation
import Hourly
import Tables

/// A thermal resource by the MW, as its row says it.
struct GenXThermal {
  let row: GenXRow
  let name: String
  let zone: String
  let existing: Double
  var kind = Generator.Kind.other
  var fuel: String?
  var isCommitted = false
  var marginalCost: HourlyValue = 0
  var carbonRate = 0.0
  var availability: HourlyValue = 1
  var minimum = 0.0
  var rampUp = 1.0
  var rampDown = 1.0
  var startCost = 0.0
  var upHours = 0
  var downHours = 0
  var investment = 0.0
  var fixedCost = 0.0
  var unitSize = 0.0
  /// MW of it for each MW of the plant that it replaces.
  var efficiency = 1.0
}

extension GenXCase {
  static let thermalFile = "resources/Thermal.csv"

  /// Reads what stands and what may be built anew; retrofits come by themselves.
  mutating func readThermal() {
    let table = source.tableIfThere(Self.thermalFile)
    note(table, GenXColumns.thermal)
    for row in table.rows {
      let plant = thermal(row)
      guard !source.flag("retrofit", of: row) else { continue }
      var resource = Resource(name: plant.name, zone: plant.zone)
      addStanding(plant, to: &resource)
      if source.flag("new_build", of: row) {
        let name = plant.existing > 0 ? plant.name + " new" : plant.name
        let most = most(
          "max_cap_mw",
          of: row,
          besides: plant.existing,
          perMegawattOf: hours.meanAvailability(of: plant.name),
          in: table.name,
          plant.name
        )
        let least = least("min_cap_mw", of: row, besides: plant.existing)
        if let built = build(plant, as: name, most: most, least: least) {
          resource.assets.append(built.asset)
          resource.building.append(built.option)
        }
      }
      finish(resource, in: table.name)
    }
  }

  /// Remembers a resource for policies; tells one that does nothing.
  mutating func finish(_ resource: Resource, in table: String) {
    resources[resource.name.lowercased()] = resource
    guard resource.assets.isEmpty else { return }
    draft.note(
      .leftOut,
      table,
      "Resource",
      "It has no capacity and cannot be built.",
      of: resource.name
    )
  }

  // MARK: - Reading a row

  mutating func thermal(_ row: GenXRow) -> GenXThermal {
    var plant = GenXThermal(
      row: row,
      name: source.text("resource", of: row),
      zone: zone(of: row),
      existing: source.number("existing_cap_mw", of: row, in: -1...1e9, absent: 0)
    )
    readFuel(row, of: &plant)
    plant.kind = GenXKinds.plant([row.text("resource_type"), plant.fuel, plant.name])
    plant.isCommitted =
      settings[.unitCommitment] > 0 && source.number("model", of: row, absent: 2) == 1
    plant.availability = hours.availability(of: plant.name)
    plant.minimum = source.number("min_power", of: row, in: 0...1, absent: 0)
    plant.rampUp = source.number("ramp_up_percentage", of: row, in: 0...1e3, absent: 1)
    plant.rampDown = source.number("ramp_dn_percentage", of: row, in: 0...1e3, absent: 1)
    plant.upHours = source.hours("up_time", of: row)
    plant.downHours = source.hours("down_time", of: row)
    plant.investment = source.number("inv_cost_per_mwyr", of: row, in: 0...1e9, absent: 0)
    plant.fixedCost = source.number("fixed_om_cost_per_mwyr", of: row, in: 0...1e7, absent: 0)
    plant.unitSize = source.number("cap_size", of: row, in: 0...1e9, absent: 0)
    if settings[.unitCommitment] == 1, plant.isCommitted {
      draft.note(
        .changed,
        Self.thermalFile,
        "UCommit",
        "Any share of the units may be on, as with UCommit 2; options keep whole units of Cap_Size.",
        of: plant.name
      )
    }
    return plant
  }

  /// What a MWh and a start cost, and the CO2 of a MWh.
  private mutating func readFuel(_ row: GenXRow, of plant: inout GenXThermal) {
    let heat = source.number("heat_rate_mmbtu_per_mwh", of: row, in: 0...1e4, absent: 0)
    let other = source.number("var_om_cost_per_mwh", of: row, in: -1e6...1e6, absent: 0)
    let startHeat = source.number("start_fuel_mmbtu_per_mw", of: row, in: 0...1e6, absent: 0)
    plant.startCost = source.number("start_cost_per_mw", of: row, in: 0...1e9, absent: 0)
    plant.marginalCost = .constant(other)
    let named = row.text("fuel") ?? ""
    guard !named.isEmpty, named.lowercased() != "none" else { return }
    plant.fuel = named
    guard let fuel = hours.fuels[named.lowercased()] else {
      source.refuse("fuel", of: row, "is no column of system/Fuels_data.csv")
      return
    }
    let captured = source.number("co2_capture_fraction", of: row, in: 0...1, absent: 0)
    let disposal = source.number("ccs_disposal_cost_per_metric_ton", of: row, absent: 0)
    let biomass = source.flag("biomass", of: row)
    let burnt = heat * fuel.carbon
    plant.carbonRate = biomass ? 0 : burnt * (1 - captured)
    plant.marginalCost = fuel.price.map { heat * $0 + other + burnt * captured * disposal }
    if biomass {
      draft.note(
        .changed,
        Self.thermalFile,
        "Biomass",
        "It emits nothing; what is captured of it is no negative emission.",
        of: plant.name
      )
    }
    guard startHeat > 0 else { return }
    plant.startCost += startHeat * hours.mean(fuel.price)
    draft.note(
      .changed,
      Self.thermalFile,
      "Start_Fuel_MMBTU_per_MW",
      "Fuel of a start is paid at its mean price, and its CO2 is not counted.",
      of: plant.name
    )
  }

  // MARK: - Assets

  /// The plant with a capacity, counted in MW of what it replaces where it is a retrofit.
  func generator(_ plant: GenXThermal, _ name: String, _ capacity: Double) -> Generator {
    var unit = Generator()
    (unit.name, unit.zone, unit.kind, unit.carrier) = (name, plant.zone, plant.kind, plant.fuel)
    unit.capacity = Power(megawatts: capacity)
    unit.minimumOutput = .constant(plant.efficiency * plant.minimum)
    unit.carbonRate = plant.carbonRate
    for step in limits(of: plant) {
      let limit = step.factor * capacity
      switch step.column {
      case "ramp_up_mw_per_hour": unit.rampUp = limit
      case "ramp_down_mw_per_hour": unit.rampDown = limit
      case "start_output_mw": unit.startOutput = limit
      default: unit.shutdownOutput = limit
      }
    }
    guard plant.isCommitted else { return unit }
    unit.commitment = .linear
    unit.startCostPerMegawatt = plant.efficiency * plant.startCost
    unit.minimumUpHours = plant.upHours
    unit.minimumDownHours = plant.downHours
    return unit
  }

  /// The limits in MW that grow with the capacity; those that cannot bind are left empty.
  private func limits(of plant: GenXThermal) -> [ImportedOption.Step] {
    var limits: [(String, Double)] = []
    if plant.rampUp < 1 { limits.append(("ramp_up_mw_per_hour", plant.rampUp)) }
    if plant.rampDown < 1 { limits.append(("ramp_down_mw_per_hour", plant.rampDown)) }
    if plant.isCommitted {
      let (start, stop) = (
        max(plant.minimum, plant.rampUp), max(plant.minimum, plant.rampDown)
      )
      if start < 1 { limits.append(("start_output_mw", start)) }
      if stop < 1 { limits.append(("shutdown_output_mw", stop)) }
    }
    return limits.map { .init(column: $0.0, factor: plant.efficiency * $0.1) }
  }

  mutating func append(_ unit: Generator, _ plant: GenXThermal) {
    var unit = unit
    let list = Self.list(Self.thermalFile)
    unit.marginalCost = draft.profile(plant.marginalCost, "marginal_cost", of: unit.name, in: list)
    unit.maximumOutput = draft.profile(
      plant.efficiency * plant.availability,
      "availability",
      of: unit.name,
      in: list
    )
    draft.generators.append(unit)
    guard plant.isCommitted else { return }
    draft.note(
      .changed,
      Self.thermalFile,
      "Up_Time, Down_Time, Ramp_Up_Percentage, Ramp_Dn_Percentage",
      "What is before the first hour is open; GenX ties the first hour to the last.",
      of: plant.name
    )
    guard unit.startOutput != nil else { return }
    draft.note(
      .changed,
      Self.thermalFile,
      "Ramp_Up_Percentage",
      "What is started gives no more in that hour than the ramp or the minimum; in GenX what runs may make up for it.",
      of: plant.name
    )
  }

  /// What stands of a plant, with the option that retires it.
  private mutating func addStanding(_ plant: GenXThermal, to resource: inout Resource) {
    guard plant.existing > 0 else { return }
    let name = settle(plant.name, in: Self.thermalFile, at: plant.row)
    var unit = generator(plant, name, plant.existing)
    unit.fixedCost = plant.fixedCost / 1000
    append(unit, plant)
    resource.existing = plant.existing
    resource.assets.append(name)
    guard source.flag("can_retire", of: plant.row) || source.flag("can_retrofit", of: plant.row)
    else { return }
    resource.canRetire = true
    let stays = source.number("min_cap_mw", of: plant.row, absent: 0)
    var option = ImportedOption("retire \(name)", of: name)
    option.adds = [.init(column: "capacity_mw", factor: -1)]
    option.adds += limits(of: plant).map { .init(column: $0.column, factor: -$0.factor) }
    option.most = max(0, plant.existing - max(0, stays))
    guard option.most > 0 else { return }
    option.unitSize = whole(plant, option.most)
    option.upkeepPerMegawatt = -plant.fixedCost
    option.source = "GenX, \(Self.thermalFile), Fixed_OM_Cost_per_MWyr"
    add(option)
  }

  /// An asset without capacity and the option that builds it.
  mutating func build(
    _ plant: GenXThermal,
    as wanted: String,
    most: Double,
    least: Double = 0,
    needs: String? = nil,
    group: String? = nil
  ) -> (asset: String, option: Int)? {
    guard most > 0 else { return nil }
    let name = settle(wanted, in: Self.thermalFile, at: plant.row)
    append(generator(plant, name, 0), plant)
    var option = ImportedOption("build \(name)", of: name)
    option.adds = [.init(column: "capacity_mw", factor: 1)] + limits(of: plant)
    option.unitSize = whole(plant, most)
    let parts = option.unitSize.map { (most / $0).rounded(.down) * $0 }
    (option.most, option.least) = (parts ?? most, least)
    (option.needs, option.group) = (needs, group)
    option.upkeepPerMegawatt = plant.efficiency * (plant.investment + plant.fixedCost)
    option.source = "GenX, \(Self.thermalFile), Inv_Cost_per_MWyr and Fixed_OM_Cost_per_MWyr"
    return (name, add(option))
  }

  /// The size of a unit where units are whole and at least one fits.
  private func whole(_ plant: GenXThermal, _ most: Double) -> Double? {
    guard settings[.unitCommitment] == 1, plant.isCommitted, plant.unitSize > 0 else { return nil }
    let size = plant.unitSize / plant.efficiency
    return size <= most ? size : nil
  }
}
