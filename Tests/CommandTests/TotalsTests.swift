import Foundation
import Testing

/// Every total of a summary, recomputed from the hourly series as a reader of the folder would.
struct TotalsTests {
  /// A day of a model with every system that a plan names.
  private struct Result {
    let summary: [String: Any]
    private let scratch: ScratchFolder

    init() throws {
      scratch = try ScratchFolder()
      let model = CommandRun.repository + "GridModels/liaoning-2030-full"
      _ = try CommandRun(
        "dispatch",
        model,
        "--hours",
        "24",
        "--output",
        "out",
        "--quiet",
        in: scratch.path
      )
      let data = Data(try scratch.read("out/summary.json").utf8)
      let object = try JSONSerialization.jsonObject(with: data)
      summary = try #require(object as? [String: Any])
    }

    /// A number of `totals`.
    func total(_ key: String) -> Double {
      (summary["totals"] as? [String: Any])?[key] as? Double ?? .nan
    }

    /// The entries of a list of objects.
    func list(_ key: String) -> [[String: Any]] { summary[key] as? [[String: Any]] ?? [] }

    /// The columns of a series file by their heads.
    func columns(_ name: String) throws -> [String: [Double]] {
      let lines = try scratch.read("out/series/\(name).csv").split(separator: "\n")
      let heads = lines[0].split(separator: ",").dropFirst().map(String.init)
      var columns: [String: [Double]] = [:]
      for line in lines.dropFirst() {
        for (head, cell) in zip(heads, line.split(separator: ",").dropFirst()) {
          columns[head, default: []].append(Double(cell) ?? .nan)
        }
      }
      return columns
    }

    /// The sum of a series over the columns of assets that pass, parts of assets among them.
    func sum(_ name: String, _ isIncluded: (String) -> Bool = { _ in true }) throws -> Double {
      try columns(name).reduce(0) { sum, column in
        let asset = String(column.key.prefix { $0 != "." })
        return isIncluded(asset) ? sum + column.value.reduce(0, +) : sum
      }
    }
  }

  private func isClose(_ stated: Double, _ found: Double) -> Bool {
    abs(stated - found) <= 1e-5 * max(1, abs(found))
  }

  @Test func `totals are those of the hourly series`() throws {
    let result = try Result()
    let technologies = Dictionary(
      uniqueKeysWithValues: result.list("assets").map {
        ($0["name"] as? String ?? "", $0["technology"] as? String ?? "")
      }
    )
    func isAny(_ kinds: String...) -> (String) -> Bool {
      { kinds.contains(technologies[$0] ?? "") }
    }
    let fossil = ["coal", "gas", "other"]
    let nonFossil = [
      "nuclear", "biomass", "onshore wind", "offshore wind", "central PV", "distributed PV",
      "hydro",
    ]
    let plain: [(String, String, Double)] = [
      ("demandMWh", "demand_mw", 1), ("unservedMWh", "unserved_mw", 1),
      ("importedMWh", "imported_mw", 1), ("fuelTce", "fuel_tce", 1), ("co2T", "co2_t", 1),
      ("so2T", "so2_kg", 0.001), ("noxT", "nox_kg", 0.001), ("calledMWh", "called_mw", 1),
      ("deferredMWh", "deferred_mw", 1),
    ]
    for (key, series, scale) in plain {
      let found = try scale * result.sum(series)
      #expect(isClose(result.total(key), found), "\(key): \(result.total(key)) for \(found)")
    }
    let made = try result.sum("power_mw") { (fossil + nonFossil).contains(technologies[$0] ?? "") }
    #expect(isClose(result.total("generationMWh"), made))
    let clean = try result.sum("power_mw") { nonFossil.contains(technologies[$0] ?? "") }
    #expect(isClose(result.total("nonFossilGenerationMWh"), clean))
    // Every asset here burns coal but gas turbines and biomass: captive plants and boilers too.
    let other = try result.sum("fuel_tce", isAny("gas", "biomass"))
    #expect(isClose(result.total("coalTce"), try result.sum("fuel_tce") - other))
    let captive = try result.sum("fuel_tce", isAny("captive plant"))
    #expect(captive > 100)
    #expect(result.total("coalTce") > (try result.sum("fuel_tce", isAny("coal"))) + 0.99 * captive)
  }

  @Test func `the coal is that of the CO2, which comes from no other way of counting`() throws {
    // All coal of this model emits 2.77 t a tce and gas 1.64; nothing is captured, biomass emits nothing.
    let result = try Result()
    let gas = result.list("emissions").first { $0["technology"] as? String == "gas" }
    let fromGas = gas?["co2T"] as? Double ?? 0
    #expect(isClose(result.total("coalTce") * 2.77, result.total("co2T") - fromGas))
  }

  @Test func `rows add up to their sums`() throws {
    let result = try Result()
    func sum(_ list: String, _ key: String) -> Double {
      result.list(list).reduce(0) { $0 + ($1[key] as? Double ?? 0) }
    }
    let net = result.total("generationMWh") + sum("balance", "netMWh")
    #expect(isClose(net, result.total("demandMWh")))
    let kinds = result.list("balance").compactMap { $0["kind"] as? String }
    for kind in [
      "import", "pumped hydro", "battery", "captive plant", "electric vehicles", "industry",
      "virtual power plant", "hydrogen", "desalination", "unserved",
    ] {
      #expect(kinds.contains(kind), "\(kind)")
    }
    #expect(isClose(sum("emissions", "coalTce"), result.total("coalTce")))
    #expect(isClose(sum("emissions", "co2T"), result.total("co2T")))
    #expect(isClose(sum("emissions", "so2T"), result.total("so2T")))
    #expect(isClose(sum("emissions", "noxT"), result.total("noxT")))
    #expect(isClose(sum("assets", "co2T"), result.total("co2T")))
    #expect(isClose(sum("assets", "fixedCost"), result.summary["fixedCost"] as? Double ?? .nan))
    // A day of a year: the yearly cost of each asset is 365 times that of the day.
    #expect(isClose(sum("assets", "fixedCostPerYear"), 365 * sum("assets", "fixedCost")))
    let heat = result.summary["heat"] as? [String: Any]
    let sources = heat?["sources"] as? [[String: Any]] ?? []
    let given = sources.reduce(0.0) {
      $0 + ($1["givenMWh"] as? Double ?? 0) - ($1["takenMWh"] as? Double ?? 0)
    }
    let demand = heat?["demandMWh"] as? Double ?? .nan
    #expect(isClose(given, demand - (heat?["unservedMWh"] as? Double ?? .nan)))
  }
}
