import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Figures that cannot be true together.
struct PlausibilityCheckTests {
  /// A year of hours with a mean wind of 0.3, as the small model's folder.
  private func year(
    wind: String = "{file: series/hours.csv, column: wind_pu, unit: pu}",
    load: String = "{file: series/hours.csv, column: load_mw, unit: MW}",
    _ files: KeyValuePairs<String, String> = [:]
  ) throws -> ModelFolder {
    let folder = try ModelFolder([
      "model.yaml": """
      name: small
      year: 2030
      zones:
        - {name: home, load: load}
      fuels:
        - {name: coal, price: 800}
      series:
        load: \(load)
        wind: \(wind)

      """
    ])
    var text = "hour,load_mw,wind_pu\n"
    for hour in 0..<8760 { text += "\(hour),\(150 + hour % 7),0.\(hour % 7)\n" }
    try folder.write(text, to: "series/hours.csv")
    for (file, text) in files { try folder.write(text, to: file) }
    return folder
  }

  @Test func `figures that fit each other raise no issue`() throws {
    #expect(try year().read().issues.isEmpty)
  }

  @Test func `wind above what nature gives is a warning`() throws {
    let model = try year(wind: "{file: series/hours.csv, column: wind_pu, scale: 1.65}").read()
    #expect(model.issues.map(\.severity) == [])
    let strong = try year(
      wind: "{file: series/hours.csv, column: load_mw, scale: 0.005}"
    ).read()
    #expect(strong.issues.map(\.severity) == [.warning])
    #expect(strong.issues.first?.field == "availability")
  }

  @Test func `energy in ten thousands for hundred millions is an error`() throws {
    // 2,350 full-load hours are a mean of 0.27; 235 of 万 in place of 亿 give 0.235 hours.
    let failure = try #require(
      try year(wind: "{file: series/hours.csv, column: wind_pu, scale-to: {total: 0.235}}")
        .failure()
    )
    #expect(failure.code == 65)
    #expect(failure.texts.contains { $0.contains("assets/wind.csv:2") && $0.contains("万") })
  }

  @Test(arguments: [
    // 100 MW of wind: 23.5 MWh are 0.235 h, 235,000 MWh are 2,350 h, 500,000 MWh are 5,000 h.
    ("23.5", Tables.Issue.Severity.error), ("235000", nil), ("500000", .warning),
  ])
  func `a printed energy that its capacity cannot give is told`(
    energy: String,
    severity: Tables.Issue.Severity?
  ) throws {
    let folder = try year([
      "assets/wind.csv": "name,capacity_mw,availability\nwind,100,wind\n",
      "model.yaml": """
      name: small
      year: 2030
      zones:
        - {name: home, load: load}
      fuels:
        - {name: coal, price: 800}
      series:
        load: {file: series/hours.csv, column: load_mw, unit: MW}
        wind: {file: series/hours.csv, column: wind_pu, unit: pu}
      goals:
        - {id: printed, metric: wind-generation, at-least: \(energy), source: a plan}

      """,
    ])
    if severity == .error {
      let failure = try #require(folder.failure())
      #expect(failure.code == 65)
      #expect(failure.texts.contains { $0.contains("printed") && $0.contains("0.235 full-load") })
    } else {
      let issues = try folder.read().issues.filter { $0.field == "goals/printed" }
      #expect(issues.map(\.severity) == (severity.map { [$0] } ?? []))
    }
  }

  @Test func `a load far above all capacity is an error`() throws {
    // 150 GW in place of 150 MW beside 400 MW of plants.
    let failure = try #require(
      try year(load: "{file: series/hours.csv, column: load_mw, unit: GW}").failure()
    )
    #expect(failure.code == 65)
    #expect(failure.texts.contains { $0.contains("zones/home/load") && $0.contains("万") })
  }

  @Test func `a load far below all capacity, with no export to take it, is an error`() throws {
    let load = "{file: series/hours.csv, column: load_mw, scale: 0.0001}"
    let failure = try #require(try year(load: load).failure())
    #expect(failure.code == 65)
    #expect(failure.texts.contains { $0.contains("zones/home/load") && $0.contains("hundredth") })
  }

  @Test func `a base that sells all it makes has no load or its own use, not a ten-thousandth`()
    throws
  {
    let export = "name,export_limit_mw,export_price_per_mwh\nsouth,300,200\n"
    func base(scale: String) throws -> ModelFolder {
      let load = "{file: series/hours.csv, column: load_mw, scale: \(scale)}"
      return try year(load: load, ["assets/exchange.csv": export])
    }
    // 156 MW at the most beside 400 MW of plants: none, 1.6 MW, or 万 in place of 亿.
    #expect(try base(scale: "0").read().issues.isEmpty)
    #expect(try base(scale: "0.01").read().issues.isEmpty)
    let failure = try #require(try base(scale: "0.0001").failure())
    #expect(failure.code == 65)
    #expect(failure.texts.count == 1)
    #expect(failure.texts.contains { $0.hasPrefix("model.yaml:8") && $0.contains("thousandth") })
  }

  @Test func `a goal whose source is misprinted carries its note`() throws {
    let model = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("source: a test", "source: a test, note: misprinted")
    ]).read()
    #expect(model.issues.map(\.severity) == [.note])
    #expect(model.issues.first?.rule == "misprinted")
  }
}
