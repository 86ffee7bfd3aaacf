import GridFormulation
import SmallGrids
import Tables
import Testing

/// A series is held against the unit of the column that names it, money as well.
struct SeriesUnitFaultTests {
  /// A model whose coal price, carbon price or availability is a series of 30 with a unit.
  private func folder(_ key: String, unit: String, value: String = "30") throws -> ModelFolder {
    let declared =
      "series:\n  given: {file: series/given.csv, column: given, unit: \(unit)}\n"
    let rows = (0..<4).map { "\($0),\(value)\n" }.joined()
    let plain = ModelFolder.yaml.with("series:\n", declared)
    let yaml =
      switch key {
      case "fuel": plain.with("price: 800", "price: given")
      case "carbon": plain.with("fuels:", "carbon-price: given\nfuels:")
      default: plain
      }
    let exchange = "name,export_limit_mw,export_price_per_mwh\nplant,100,given\n"
    let folder = try ModelFolder([
      "model.yaml": yaml, "series/given.csv": "hour,given\n" + rows,
    ])
    if key == "exchange" { try folder.write(exchange, to: "assets/exchange.csv") }
    return folder
  }

  @Test(
    arguments: [
      ("exchange", "K", "CNY/MWh"), ("exchange", "m3/s", "CNY/MWh"), ("exchange", "pu", "CNY/MWh"),
      ("exchange", "CNY/t", "CNY/MWh"), ("exchange", "EUR/MWh", "CNY/MWh"),
      ("fuel", "K", "CNY/tce"), ("fuel", "CNY/t", "CNY/tce"), ("fuel", "CNY/MWh", "CNY/tce"),
      ("fuel", "EUR/GJ", "CNY/tce"), ("carbon", "m3/s", "CNY/t"), ("carbon", "CNY/tce", "CNY/t"),
    ])
  func `a price in what is no such price is refused, with place, reason and fix`(
    key: String,
    unit: String,
    wanted: String
  ) throws {
    let failure = try #require(try folder(key, unit: unit).failure())
    #expect(failure.code == 65)
    let told = failure.texts.filter { $0.contains("error: ") }
    #expect(told.count == 1, "\(told)")
    let text = told.first ?? ""
    #expect(text.contains("model.yaml:"))
    #expect(text.contains("series/given/unit"))
    #expect(text.contains("cannot be converted to \(wanted), which"), "\(text)")
    #expect(text.contains(wanted))
  }

  @Test(
    arguments: [
      ("exchange", "CNY/kWh", "0.4", 400), ("exchange", "元/千瓦时", "0.4", 400),
      ("exchange", "CNY/MWh", "400", 400), ("carbon", "元/吨", "70", 70),
      ("fuel", "CNY/GJ", "30", 879.228), ("fuel", "元/吨标煤", "800", 800),
    ])
  func `a price that has one meaning is converted`(
    key: String,
    unit: String,
    value: String,
    number: Double
  ) throws {
    let model = try folder(key, unit: unit, value: value).read()
    let values = try #require(model.setting.series["given"])
    #expect(values.allSatisfy { abs($0 - number) < 1e-9 }, "\(values)")
    let told = model.issues.map(\.description).filter { $0.contains("series/given/unit") }
    #expect(told.count == (["CNY/kWh", "元/千瓦时", "CNY/GJ"].contains(unit) ? 1 : 0), "\(told)")
    #expect(told.allSatisfy { $0.contains("is read as CNY/") && $0.contains("each number times") })
  }

  @Test func `one series in two units is refused, as it would be other numbers in each`() throws {
    let yaml = ModelFolder.yaml.with(
      "series:\n",
      "series:\n  water: {file: series/water.csv, column: water, unit: m3/h}\n"
    )
    let failure = try ModelFolder([
      "model.yaml": yaml, "series/water.csv": "hour,water\n0,1\n1,1\n2,1\n3,1\n",
      "assets/hydro.csv":
        "name,capacity_mw,inflow_m3_per_s,mwh_per_1000_m3\nriver,100,water,0.2\n",
      "assets/desalination.csv": "name,capacity_mw,demand_m3_per_hour\nplant,100,water\n",
    ]).failure()
    let told = try #require(failure).texts.filter { $0.contains("error: ") }
    #expect(
      told.contains { $0.contains("is wanted in m³/h here and in m³/s elsewhere") },
      "\(told)"
    )
  }
}
