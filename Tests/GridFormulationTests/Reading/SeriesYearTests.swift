import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Load and weather belong together only where they are of one year.
struct SeriesYearTests {
  /// Two hours of one column, time stamps of a year or hours that are counted.
  private func rows(_ column: String, year: Int?, _ value: Double) -> String {
    guard let year else { return "hour,\(column)\n0,\(value)\n1,\(value)\n" }
    return "time,\(column)\n\(year)-01-01T00:00,\(value)\n\(year)-01-01T01:00,\(value)\n"
  }

  /// A model of 2030, with the years that its rows are stamped with and those it declares.
  private func folder(
    stamped: (load: Int?, wind: Int?, solar: Int?),
    declared: (load: String, wind: String, solar: String)
  ) throws -> ModelFolder {
    try ModelFolder([
      "model.yaml": """
      name: small
      year: 2030
      hours: 2
      zones:
        - {name: home, load: load}
      fuels:
        - {name: coal, price: 800}
      series:
        load: {file: series/load.csv\(declared.load)}
        wind: {file: series/wind.csv\(declared.wind)}
        solar: {file: series/solar.csv\(declared.solar)}
        price: {file: series/price.csv, year: 2001}

      """,
      "series/load.csv": rows("load", year: stamped.load, 150),
      "series/wind.csv": rows("wind", year: stamped.wind, 0.3),
      "series/solar.csv": rows("solar", year: stamped.solar, 0.2),
      "series/price.csv": rows("price", year: 2001, 100),
      "assets/solar.csv": "name,capacity_mw,availability\nfield,50,solar\n",
      "assets/exchange.csv": "name,export_limit_mw,export_price_per_mwh\nsouth,30,price\n",
    ])
  }

  @Test func `load of one year beside weather of another is a warning that names both`() throws {
    let folder = try folder(
      stamped: (2019, 2023, 2023),
      declared: (", year: 2019", ", year: 2023", ", year: 2023")
    )
    let model = try folder.read()
    #expect(model.issues.map(\.severity) == [.warning])
    #expect(
      model.issues.map { folder.shown($0.description) } == [
        "model.yaml:9:39: warning: series/load: load of 2019; wind and solar of 2023: "
          + "load and weather of different years do not belong together, for a cold day's load "
          + "meets another day's wind. Take series of one year, or trust yearly sums only and no "
          + "single hour."
      ]
    )
  }

  @Test func `the time stamps tell the year where none is declared`() throws {
    let model = try folder(stamped: (2030, 2023, 2030), declared: ("", ", year: 2023", "")).read()
    #expect(model.issues.count == 1)
    #expect(model.issues.first?.rule.hasPrefix("load and solar of 2030; wind of 2023:") == true)
  }

  @Test func `wind and PV of different years are told as well`() throws {
    let folder = try folder(
      stamped: (nil, 2023, 2022),
      declared: ("", ", year: 2023", ", year: 2022")
    )
    let issues = try folder.read().issues
    #expect(issues.count == 1)
    #expect(issues.first?.rule.hasPrefix("wind of 2023; solar of 2022:") == true)
  }

  @Test func `series of one year, whatever the model's, raise no warning`() throws {
    let same = try folder(
      stamped: (2023, 2023, 2023),
      declared: (", year: 2023", ", year: 2023", ", year: 2023")
    )
    #expect(try same.read().issues.isEmpty)
    #expect(try folder(stamped: (2030, 2030, 2030), declared: ("", "", "")).read().issues.isEmpty)
  }

  @Test func `counted hours without a declared year are of any year`() throws {
    let model = try folder(stamped: (nil, 2023, nil), declared: ("", ", year: 2023", "")).read()
    #expect(model.issues.isEmpty)
  }
}
