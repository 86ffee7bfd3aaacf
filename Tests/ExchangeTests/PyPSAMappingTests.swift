import Exchange
import Foundation
import GridFormulation
import GridGoals
import Hourly
import Testing

/// What each kind of asset becomes, worked out by hand from the models' figures.
struct PyPSAMappingTests {
  /// A part of 285 MW gross: 2 × 300 MW, 5 % out, half of them; own use 6 %, coal at 850 a tonne.
  @Test func `a cluster's part is a committable generator in power after own use`() throws {
    let mapping = try PyPSAMapping(Models.read("tutorial"))
    let part = try #require(mapping.network.component(.generators, "coal-condensing.original"))
    #expect(Models.isClose(part.cell("p_nom"), 285 * 0.94))
    #expect(part.cell("p_min_pu") == "0.5")
    #expect(part.cell("committable") == "True")
    #expect(part.cell("min_up_time") == "8")
    // Output at the start is the minimum; stopping is free of limits; 50 %/h never binds above 50 %.
    #expect(part.cell("ramp_limit_start_up") == "0.5")
    #expect(part.cell("ramp_limit_shut_down") == nil)
    #expect(part.cell("ramp_limit_up") == nil)
    // 0.302·0.94 t/MWh gross, 91 % of it with the output.
    #expect(Models.isClose(part.cell("marginal_cost"), (0.91 * 0.302 * 0.94 * 850 + 31) / 0.94))
  }

  /// A start costs 0.20·850 + 420 = 590 a MW: 168,150 for the part.
  @Test func `a start is paid half and half, and the last hour takes the stop's half back`() throws
  {
    let mapping = try PyPSAMapping(Models.read("tutorial"))
    let part = try #require(mapping.network.component(.generators, "coal-condensing.original"))
    #expect(Models.isClose(part.cell("start_up_cost"), 84_075))
    #expect(Models.isClose(part.cell("shut_down_cost"), 84_075))
    let standBy = try #require(part.series("stand_by_cost"))
    let noLoad = 0.09 * 0.302 * 0.94 * 850 * 285
    #expect(standBy.dropLast().allSatisfy { abs($0 - noLoad) < 1e-6 })
    #expect(abs((standBy.last ?? 0) - noLoad - 84_075) < 1e-6)
    // Three parts: twice 285 MW, and 380 MW at 1168 a MW.
    let halves: Double = 2 * 84_075 + 190 * 1168
    #expect(abs(mapping.objectiveConstant + halves) < 1e-6)
  }

  @Test func `capture and allowances are told to be left out`() throws {
    let mapping = try PyPSAMapping(
      Models.read(
        "liaoning-2030-ccus",
        changes: ["carbon-price=0", "carbon-market/bid=net-of-allowance"]
      )
    )
    let left = mapping.differences.filter { $0.kind == .leftOut }.map { "\($0.owner) \($0.field)" }
    #expect(left.contains("coal-1000-usc.retrofitted-capture capture_share_pu"))
    #expect(left.contains("model carbon-market"))
  }

  @Test func `units that start at any output pay for the start alone`() throws {
    let mapping = try PyPSAMapping(
      Models.read(
        "tutorial",
        changes: ["assets/coal/coal-condensing/start_output_pu=1"]
      )
    )
    let part = try #require(mapping.network.component(.generators, "coal-condensing.original"))
    #expect(Models.isClose(part.cell("start_up_cost"), 168_150))
    #expect(part.cell("shut_down_cost") == nil)
    #expect(Models.isClose(part.cell("stand_by_cost"), 0.09 * 0.302 * 0.94 * 850 * 285))
    #expect(abs(mapping.objectiveConstant + 190 * 1168) < 1e-6)
  }

  @Test func `without commitment the generator keeps a floor and the fuel of rated output`() throws
  {
    let mapping = try PyPSAMapping(
      Models.read("tutorial", changes: ["commitment=none"])
    )
    let part = try #require(mapping.network.component(.generators, "coal-condensing.original"))
    #expect(part.cell("committable") == nil)
    #expect(part.cell("p_min_pu") == "0")
    #expect(Models.isClose(part.cell("marginal_cost"), (0.302 * 0.94 * 850 + 31) / 0.94))
    #expect(mapping.objectiveConstant == 0)
  }

  @Test func `a store starts after its first loss and ends where it began`() throws {
    let mapping = try PyPSAMapping(Models.read("tutorial"))
    let battery = try #require(mapping.network.component(.storageUnits, "battery"))
    #expect(Models.isClose(battery.cell("state_of_charge_initial"), 0.9999 * 50))
    #expect(battery.cell("max_hours") == "2")
    let level = try #require(battery.series("state_of_charge_set"))
    #expect(level.dropLast().allSatisfy { $0.isNaN })
    #expect(level.last == 50)
    // 1 a MWh pumped and 1 a MWh generated, with 1 / (0.88·0.89) MWh pumped for each.
    let pumped = try #require(mapping.network.component(.storageUnits, "pumped-hydro"))
    #expect(Models.isClose(pumped.cell("marginal_cost"), 1 + 1 / (0.88 * 0.89)))
  }

  @Test func `export takes power from the bus and earns its price`() throws {
    let mapping = try PyPSAMapping(Models.read("tutorial"))
    let export = try #require(mapping.network.component(.generators, "neighbour export"))
    #expect(export.cell("sign") == "-1")
    #expect(export.cell("marginal_cost") == "-200")
    let imported = try #require(mapping.network.component(.generators, "neighbour import"))
    #expect(imported.cell("sign") == "1")
    #expect(imported.cell("marginal_cost") == "600")
  }

  @Test func `a load is what the zone asks for with its losses`() throws {
    let model = try Models.read("tutorial")
    let mapping = PyPSAMapping(model)
    let load = try #require(mapping.network.component(.loads, "valley")?.series("p_set"))
    let given = try #require(model.setting.series["load"])
    #expect(zip(load, given).allSatisfy { abs($0 - $1 / 0.95) < 1e-9 })
  }

  @Test func `hydro is a storage unit, or a generator where it has no reservoir`() throws {
    let stored = try PyPSAMapping(Models.read("jilin-2030-peer", hours: 24))
    let cascade = try #require(stored.network.component(.storageUnits, "songhua-cascade"))
    #expect(cascade.cell("p_min_pu") == "0")
    #expect(cascade.cell("spill_cost") == nil)
    let river = try PyPSAMapping(
      Models.read(
        "jilin-2030-peer",
        hours: 24,
        changes: ["assets/hydro/songhua-cascade/reservoir_mwh=0"]
      )
    )
    let generator = try #require(river.network.component(.generators, "songhua-cascade"))
    #expect(
      generator.cell("marginal_cost")
        == stored.network
        .component(.storageUnits, "songhua-cascade")?.cell("marginal_cost")
    )
    #expect(river.objectiveConstant == stored.objectiveConstant)
  }

  /// Six units of 1,119 MW with outages of 0.05; one stops for fuel on 10 February.
  @Test func `a nuclear plant's bounds and ramps follow the units in service`() throws {
    let mapping = try PyPSAMapping(
      Models.read("liaoning-2030-peer", from: TimeStamp(year: 2030, month: 2, day: 9), hours: 48)
    )
    let plant = try #require(mapping.network.component(.generators, "hongyanhe"))
    #expect(Models.isClose(plant.cell("p_nom"), 6 * 1119 * 0.935))
    let most = try #require(plant.series("p_max_pu"))
    #expect(abs(most[23] - 0.95) < 1e-12 && abs(most[24] - 0.95 * 5 / 6) < 1e-12)
    let ramp = try #require(plant.series("ramp_limit_down"))
    #expect(abs(ramp[23] - 0.95 * 0.05) < 1e-12)
    #expect(abs(ramp[24] - 0.95 * (0.05 * 5 / 6 + 1.0 / 6)) < 1e-12)
  }

  /// 3.2 Mtce a year at 0.4 t a MWh gross, 10 % own use, over 24 of 8,760 hours.
  @Test func `a fuel limit is a limit of the energy`() throws {
    let mapping = try PyPSAMapping(Models.read("jilin-2030-peer", hours: 24))
    let plant = try #require(mapping.network.component(.generators, "biomass"))
    #expect(Models.isClose(plant.cell("e_sum_max"), 3.2e6 * 24 / 8760 / 0.4 * 0.9))
  }
}

/// The repository's models.
enum Models {
  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path() + "GridModels/"

  static func read(
    _ name: String,
    from: TimeStamp? = nil,
    hours: Int? = nil,
    changes: [String] = []
  ) throws -> GridModel {
    var options = ModelOptions()
    options.from = from
    options.hours = hours
    options.changes = changes
    return try ModelReader.read(folder: folder + name, options: options)
  }

  static func isClose(_ text: String?, _ number: Double) -> Bool {
    guard let value = text.flatMap({ Double($0) }) else { return false }
    return abs(value - number) <= 1e-9 * max(1, abs(number))
  }
}
