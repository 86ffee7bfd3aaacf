import GridFormulation
import GridGoals
import SmallGrids
import Tables
import TestSupport
import Testing

/// Slips of a factor of ten in models that raise none as they stand (`CommittedModelsTests`).
struct FactorOfTenTests {
  /// A slip, and the field of the warning that it must raise.
  struct Slip: CustomTestStringConvertible, Sendable {
    let model: String
    let change: String
    let field: String
    var testDescription: String { "\(model): \(change)" }

    init(_ model: String, _ change: String, _ field: String) {
      self.model = model
      self.change = change
      self.field = field
    }
  }

  static let slips: [Slip] = [
    // The year's load is 107, 330 and 7.7 TWh, the tutorial's peak 948 MW.
    Slip("jilin-2030", "series/load/scale-to/total=1070e6", "zones/jilin/load"),
    Slip("jilin-2030", "series/load/scale-to/total=10.7e6", "zones/jilin/load"),
    Slip("liaoning-2030", "series/load/scale-to/total=3300e6", "zones/liaoning/load"),
    Slip("liaoning-2030", "series/load/scale-to/total=33e6", "zones/liaoning/load"),
    Slip("songyuan-2025", "series/load/scale-to/total=77e6", "zones/songyuan/load"),
    Slip("songyuan-2025", "series/load/scale-to/total=0.77e6", "zones/songyuan/load"),
    Slip("northeast-2030", "series/jilin-load/scale-to/total=1070e6", "zones/jilin/load"),
    Slip("northeast-2030", "series/jilin-load/scale-to/total=10.7e6", "zones/jilin/load"),
    Slip("tutorial", "series/load/scale=10", "zones/valley/load"),
    Slip("tutorial", "series/load/scale=0.1", "zones/valley/load"),
    // Stores of 2 and 6 h.
    Slip("tutorial", "assets/battery/battery/energy_mwh=1000", "energy_mwh"),
    Slip("tutorial", "assets/battery/battery/energy_mwh=10", "energy_mwh"),
    Slip("tutorial", "assets/battery/battery/power_mw=500", "energy_mwh"),
    Slip("tutorial", "assets/pumped-hydro/pumped-hydro/reservoir_mwh=7200", "reservoir_mwh"),
    Slip("tutorial", "assets/pumped-hydro/pumped-hydro/reservoir_mwh=72", "reservoir_mwh"),
    // 850 CNY/tce of coal, 2,200 of gas; 0.85 is a kilogramme's.
    Slip("tutorial", "fuels/coal/price=8500", "fuels/coal/price"),
    Slip("tutorial", "fuels/coal/price=85", "fuels/coal/price"),
    Slip("tutorial", "fuels/coal/price=0.85", "fuels/coal/price"),
    Slip("liaoning-2030", "fuels/gas/price=220", "fuels/gas/price"),
    // Goals beside 60 GW, 12.1 GW and 11 GW that stand in the models.
    Slip("jilin-2030", "goals/wind-solar-capacity/about=6000", "goals/wind-solar-capacity"),
    Slip("jilin-2030", "goals/wind-solar-capacity/about=600000", "goals/wind-solar-capacity"),
    Slip("jilin-2030", "goals/pumped-hydro-capacity/about=121000", "goals/pumped-hydro-capacity"),
    Slip("songyuan-2025", "goals/wind-generation/at-least=2350000", "goals/wind-generation"),
    // Yearly energy of 0.27 and 0.22 of the capacity; units of 1,119 MW; 10 GW added.
    Slip("jilin-2030", "series/wind/scale-to/mean=0.027", "availability"),
    Slip("jilin-2030", "series/inflow/scale=0.1", "inflow_pu"),
    Slip("liaoning-2030", "assets/nuclear/hongyanhe/unit_size_mw=111.9", "unit_size_mw"),
    Slip("songyuan-2025", "assets/wind/wind-2021-25/new_capacity_mw=1e5", "new_capacity_mw"),
    Slip("songyuan-2025", "assets/biomass/biomass/fuel_limit_tce_per_year=7e6", "fuel_limit"),
  ]

  @Test(arguments: slips)
  func `a factor of ten that the model contradicts is a warning with a way to fix it`(
    slip: Slip
  ) throws {
    var options = ModelOptions()
    options.changes = [slip.change]
    let model = try ModelReader.read(
      folder: "\(Repository.folder)/GridModels/\(slip.model)",
      options: options
    )
    let found = model.issues.filter { $0.field?.hasPrefix(slip.field) == true }
    let warning = try #require(found.first { $0.severity == .warning })
    #expect(warning.value != nil)
    #expect(!warning.fix.isEmpty)
    #expect(!warning.description.contains("?."))
  }

  /// The small folder over two days with other loads, from 150 MW on.
  private func warnings(changing step: Int, by factor: Double) throws -> [String] {
    var text = "hour,load_mw,wind_pu\n"
    for hour in 0..<48 {
      let load = Double(150 + hour % 7) * (hour == step ? factor : 1)
      text += "\(hour),\(load),0.3\n"
    }
    let folder = try ModelFolder([
      "model.yaml": ModelFolder.yaml.with("hours: 4", "hours: 48"),
      "series/hours.csv": text,
    ])
    return try folder.read().issues.filter { $0.severity == .warning }
      .map { folder.shown($0.description) }
  }

  @Test(arguments: [10, 0.1])
  func `an hour of load that stands out by a factor of ten is told with its time`(
    factor: Double
  ) throws {
    let told = try warnings(changing: 30, by: factor)
    #expect(told.contains { $0.contains("series/load") && $0.contains("2030-01-02T06:00") })
    #expect(try warnings(changing: 30, by: 1.5) == [])
  }

  @Test func `a base with a load of its own use, and fuel that costs nothing, are left alone`()
    throws
  {
    // 3 MW beside 300 MW of coal is own use, 30 MW a tenth of what it was.
    func warnings(load: Double, price: Double) throws -> Int {
      try ModelFolder([
        "model.yaml": ModelFolder.yaml.with("load: load}", "load: \(load)}")
          .with("price: 800", "price: \(price)"),
        "assets/exchange.csv": "name,export_limit_mw,export_price_per_mwh\nsouth,300,200\n",
      ]).read().issues.count { $0.severity == .warning }
    }
    #expect(try warnings(load: 5, price: 0) == 0)
    #expect(try warnings(load: 30, price: 0) == 1)
    #expect(try warnings(load: 150, price: 80) == 1)
  }
}
