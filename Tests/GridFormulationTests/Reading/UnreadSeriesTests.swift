import GridFormulation
import SmallGrids
import Tables
import Testing

/// A series that is misspelt where the model has an option on the asset that names it.
struct UnreadSeriesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let kind: String
    let table: String
    let change: String
    var testDescription: String { kind }
  }

  static let cases: [Case] = [
    Case(
      kind: "wind",
      table: "name,capacity_mw,availability\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
    Case(
      kind: "exchange",
      table: "name,export_limit_mw,export_price_per_mwh\nplant,100,wnid\n",
      change: "export_limit_mw: 200"
    ),
    Case(
      kind: "captive-plant",
      table: "name,capacity_mw,load_mw\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
    Case(
      kind: "ev-charging",
      table: "name,energy_mwh_per_day,charger_mw,plugged_in_pu\nplant,100,10,wnid\n",
      change: "charger_mw: 20"
    ),
    Case(
      kind: "hydrogen",
      table: "name,capacity_mw,demand_mw\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
    Case(
      kind: "industry",
      table: "name,capacity_mw,operation_pu\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
    Case(
      kind: "desalination",
      table: "name,capacity_mw,demand_m3_per_hour\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
    Case(
      kind: "hydro",
      table: "name,capacity_mw,inflow_pu\nplant,100,wnid\n",
      change: "capacity_mw: 200"
    ),
  ]

  @Test(arguments: cases)
  func `an unknown series ends with 65 and the nearest name, whatever option there is`(
    entry: Case
  ) throws {
    let option =
      "options:\n  - {name: more, asset: plant, set: {\(entry.change)}, cost-per-year: 1, "
      + "source: a test}\n"
    let files: KeyValuePairs = [
      "model.yaml": ModelFolder.yaml + option, "assets/\(entry.kind).csv": entry.table,
    ]
    let failure = try #require(try ModelFolder(files).failure())
    #expect(failure.code == 65)
    let told = failure.texts.filter { $0.contains("error: ") }
    #expect(told.count == 1, "\(told)")
    #expect(told.contains { $0.contains("wnid: is not a series of the model. Did you mean") })
  }

  @Test func `a number too small to be told from 0 is refused, in a cell as in a key`() throws {
    let key = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("price: 800", "price: 1e-320")
    ]).failure()
    #expect(key?.code == 65)
    #expect(key?.texts.contains { $0.contains("too small to be told from 0") } == true)
    let cell = try ModelFolder([
      "series/hours.csv": ModelFolder.hours.with("180,0.4", "180,1e-310")
    ]).failure()
    #expect(cell?.code == 65)
    #expect(cell?.texts.contains { $0.contains("too small to be told from 0") } == true)
    #expect(
      try ModelFolder([
        "series/hours.csv": ModelFolder.hours.with("180,0.4", "180,0")
      ]).failure() == nil
    )
  }
}
