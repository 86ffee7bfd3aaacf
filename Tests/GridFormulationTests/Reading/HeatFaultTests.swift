import GridFormulation
import SmallGrids
import Testing

/// What a model with heat is told when it cannot be right.
struct HeatFaultTests {
  /// The small model with a heat zone and a boiler of 100 MW, tables and zones changed or added.
  private func failure(
    heatZones: String = "  - {name: town, demand: 80}\n",
    boilers: String = "peak,,100\n",
    tables: [String: String] = [:],
    wind: String = ModelFolder.wind
  ) throws -> [String] {
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml + "heat-zones:\n" + heatZones,
      "assets/heat-boiler.csv": "name,heat_zone,capacity_mw\n" + boilers,
      "assets/wind.csv": wind,
    ])
    for (file, text) in tables { try folder.write(text, to: "assets/\(file).csv") }
    guard let failure = folder.failure() else { return [] }
    #expect(failure.code == 65)
    return failure.texts
  }

  private func says(_ texts: [String], _ place: String, _ part: String) -> Bool {
    texts.contains { $0.hasPrefix(place) && $0.contains(part) }
  }

  @Test func `a heat zone and a boiler that names none can be read`() throws {
    #expect(try failure() == [])
  }

  @Test func `heat above all sources is told with its hours and the MW short`() throws {
    let texts = try failure(boilers: "peak,town,60\n")
    #expect(says(texts, "model.yaml", "heat-zones/town/demand"))
    #expect(says(texts, "model.yaml", "in 4 hours, the first at 2030-01-01T00:00"))
    #expect(says(texts, "model.yaml", "by up to 20 MW"))
  }

  @Test func `a heat source of an unknown heat zone names the nearest`() throws {
    let texts = try failure(boilers: "peak,twon,100\n")
    #expect(says(texts, "assets/heat-boiler.csv:2:2", "Did you mean `town`?"))
  }

  @Test func `of two heat zones a source must name one`() throws {
    let zones = "  - {name: town, demand: 1}\n  - {name: port, demand: 1}\n"
    let texts = try failure(heatZones: zones)
    #expect(says(texts, "assets/heat-boiler.csv:2", "must name a heat zone"))
  }

  @Test func `a heat zone lies in a zone and has a name of its own`() throws {
    let lost = try failure(heatZones: "  - {name: town, demand: 80, zone: abroad}\n")
    #expect(says(lost, "model.yaml", "is not a zone of the model"))
    let home = try failure(heatZones: "  - {name: home, demand: 80}\n", boilers: "peak,home,100\n")
    #expect(says(home, "model.yaml", "is the name of a zone of the grid"))
    let taken = try failure(heatZones: "  - {name: peak, demand: 80}\n")
    #expect(says(taken, "model.yaml", "is the name of an asset"))
  }

  @Test func `a tank of 0 MWh is refused`() throws {
    let tank = "name,energy_mwh,charging_mw,discharging_mw\ntank,0,10,10\n"
    let texts = try failure(tables: ["heat-storage": tank])
    #expect(says(texts, "assets/heat-storage.csv:2", "a tank of 0 MWh is none"))
  }

  @Test func `a heat pump that gives less than it takes is refused`() throws {
    let texts = try failure(tables: [
      "heat-pump": "name,capacity_mw,performance\npump,10,0.9\n"
    ])
    #expect(says(texts, "assets/heat-pump.csv:2:3", "1...10"))
    let series = try failure(tables: [
      "heat-pump": "name,capacity_mw,performance\npump,10,wind\n"
    ])
    #expect(says(series, "series/hours.csv", "1...10") || says(series, "model.yaml", "1...10"))
  }

  @Test func `wind heating names plants that are there`() throws {
    let texts = try failure(tables: [
      "electric-boiler": "name,power_mw,supplied_by\nelectrode,10,rigde\n"
    ])
    #expect(says(texts, "assets/electric-boiler.csv:2", "Did you mean `ridge`?"))
    let shares = try failure(tables: [
      "electric-boiler": "name,power_mw,supplied_by\nelectrode,10,ridge:2\n"
    ])
    #expect(says(shares, "assets/electric-boiler.csv:2", "must be a list of plants"))
  }

  @Test func `a pipe joins two heat zones`() throws {
    let texts = try failure(tables: [
      "heat-transfer": "name,from,to,limit_mw\npipe,town,town,10\n"
    ])
    #expect(says(texts, "assets/heat-transfer.csv:2", "is where it begins, too"))
  }

  @Test func `a heat source without any heat zone is told where to state one`() throws {
    let folder = try ModelFolder([
      "assets/heat-boiler.csv": "name,heat_zone,capacity_mw\npeak,,100\n"
    ])
    let texts = folder.failure()?.texts ?? []
    #expect(says(texts, "assets/heat-boiler.csv:2", "heat-zones"))
  }

  @Test(arguments: [
    ("region", "1:0; 0.5:0.5; 0.8:1; 0.4:0", "must be convex"),
    ("region", "1:0", "two corners or more"),
    ("region,power_loss_per_heat", "1:0; 0.8:1; 0.4:0,0.5", "goes beyond the steam"),
    ("region,minimum_output_pu", "1:0; 0.8:1; 0.4:0,0.4", "has no effect beside region"),
    ("turbine,heat_capacity_pu", "back-pressure,1", "has no effect on back-pressure"),
    ("retrofit_share_pu,minimum_output_pu", "0.5,0.3", "a retrofit lowers the minimum"),
    ("cutout_share_pu,heat_capacity_pu", "0.5,1.5", "must widen the region"),
    ("fuel", "peat", "names a fuel that the model does not have"),
    ("technology", "tidal", "must be one of coal, gas, biomass, nuclear"),
  ])
  func `a CHP cluster that cannot be is refused`(
    columns: String,
    cells: String,
    rule: String
  ) throws {
    let texts = try failure(tables: [
      "chp": "name,unit_size_mw,units,\(columns)\nplant,100,1,\(cells)\n"
    ])
    #expect(says(texts, "assets/chp.csv:2", rule), "\(texts)")
  }
}
