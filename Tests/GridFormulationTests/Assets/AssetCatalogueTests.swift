import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

struct AssetCatalogueTests {
  @Test func `every kind has a name, a file and a sentence of its own`() {
    let kinds = AssetCatalogue.kinds
    #expect(Set(kinds.map(\.type.name)).count == kinds.count)
    for kind in kinds {
      #expect(kind.type.summary.hasSuffix("."))
      #expect(kind.type.file == "assets/\(kind.type.name).csv")
      #expect(AssetCatalogue.kind(named: kind.type.name)?.type == kind.type)
    }
    #expect(AssetCatalogue.kind(named: "tidal") == nil)
  }

  @Test func `every column is documented, has a unit in its name and stands once`() {
    for kind in AssetCatalogue.kinds {
      let names = kind.fields.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(names.first == "name")
      #expect(names.contains("zone") || (names.contains("from") && names.contains("to")))
      for field in kind.fields {
        #expect(field.documentation.hasSuffix("."), "\(kind.type.name)/\(field.name)")
        #expect(field.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
      }
    }
  }

  @Test(arguments: [
    ("coal", "start_coal_tce_per_mw", "tce/MW"), ("coal", "start_cost_per_mw", "currency/MW"),
    ("coal", "so2_kg_per_mwh", "kg/MWh"), ("coal", "fixed_cost_per_kw_year", "currency/(kW·a)"),
    ("gas", "start_fuel_tce_per_mw", "tce/MW"), ("chp", "tank_mwh_per_mw", "MWh/MW"),
    ("chp", "boiler_mw_per_mw", "MW/MW"), ("biomass", "fuel_limit_tce_per_year", "tce/a"),
    ("industry", "energy_mwh_per_day", "MWh/d"), ("desalination", "demand_m3_per_hour", "m³/h"),
    ("interruptible-load", "hours_per_call", "h"), ("generator", "ramp_up_mw_per_hour", "MW/h"),
    ("lines", "phase_shift_degrees", "°"), ("hydrogen", "water_price_per_m3", "currency/m³"),
  ])
  func `a column's unit is its own`(kind: String, column: String, unit: String) throws {
    let fields = try #require(AssetCatalogue.kind(named: kind)).fields
    #expect(try #require(fields.first { $0.name == column }).symbol == unit)
  }

  @Test func `every column and key that holds numbers declares its unit, every other none`() {
    let kinds = AssetCatalogue.kinds.map { ($0.type.name, $0.fields) }
    let sections = ModelSection.all.map { ($0.name, $0.fields) }
    let header = ModelHeader.fields.map { $0.description(prototype: ModelHeader()) }
    for (name, fields) in kinds + sections + [("model", header)] {
      for field in fields {
        let isNumeric =
          field.isNumeric || field.type.contains("pairs") || field.type.contains("corners")
        #expect((field.unit != nil) == isNumeric, "\(name)/\(field.name)")
      }
    }
  }

  @Test func `every technology that reports count is that of a kind`() {
    let told = Set(AssetCatalogue.kinds.map(\.prototype.facts.technology))
    // Wind and PV have a second place to stand.
    #expect(told.union([.offshoreWind, .distributedSolar]) == Set(Technology.allCases))
    #expect(Chp.Kind.allCases.count == 4)  // it counts as what it burns
  }

  @Test
  func `each technology is generation, storage, load, heat, trade or transport, one of them`() {
    for technology in Technology.allCases {
      let claims = [
        technology.isGeneration, technology.isStorage, technology.isFlexibleLoad,
        technology.isHeatOnly,
        technology == .exchange,
        technology == .corridor || technology == .line || technology == .converter,
      ]
      #expect(claims.filter { $0 }.count == 1, "\(technology)")
    }
  }

  @Test func `an asset of no capacity adds nothing to the program`() throws {
    var model = SmallModel(load: [50])
    model.addImport(at: 100)
    let plain = model.grid.formulated().build()
    model.add(Biomass.self) { $0.name = "biomass" }
    model.add(Hydro.self) { $0.name = "hydro" }
    model.add(Wind.self) { $0.name = "wind" }
    model.add(Solar.self) { $0.name = "solar" }
    model.add(PumpedHydro.self) { $0.name = "pumped" }
    model.add(Battery.self) { $0.name = "battery" }
    model.add(InterruptibleLoad.self) { $0.name = "works" }
    model.add(ShiftableLoad.self) { $0.name = "stores" }
    model.add(EVCharging.self) { $0.name = "vehicles" }
    model.add(Industry.self) { $0.name = "smelter" }
    model.add(PriceResponsiveLoad.self) { $0.name = "shops" }
    model.add(CaptivePlant.self) { $0.name = "mill" }
    model.add(Hydrogen.self) { $0.name = "electrolyser" }
    model.add(Desalination.self) { $0.name = "waterworks" }
    model.add(VirtualPowerPlant.self) { $0.name = "bundle" }
    model.add(Generator.self) { $0.name = "plant" }
    model.add(Storage.self) { $0.name = "store" }
    model.add(Chp.self) { $0.units = 0 }
    model.add(HeatBoiler.self) { $0.name = "boiler" }
    model.add(ElectricBoiler.self) { $0.name = "electrode" }
    model.add(HeatPump.self) { $0.name = "pump" }
    model.add(HeatStorage.self) { $0.name = "tank" }
    model.add(HeatTransfer.self) { $0.name = "pipe" }
    let program = model.grid.formulated().build()
    #expect(program.columnCount == plain.columnCount)
    #expect(program.rowCount == plain.rowCount)
    #expect(try model.solve().cost == 5000)
  }
}
