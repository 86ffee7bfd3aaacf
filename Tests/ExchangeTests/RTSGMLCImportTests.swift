import Foundation
import GridDispatch
import GridFormulation
import GridGoals
import Tables
import TestSupport
import Testing
import Verification

@testable import Exchange

/// The reliability test system RTS-GMLC against its published day-ahead result.
///
/// Data and PLEXOS results: GridMod/RTS-GMLC, commit bbadcf8, `RTS_Data`.
struct RTSGMLCImportTests {
  private static var data: String? { PyPSARoundTripTests.data.map { $0 + "/rts-gmlc" } }

  /// A folder that is removed when the test ends.
  private final class Workplace {
    let path = NSTemporaryDirectory() + "gridflex-rts-" + UUID().uuidString
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
  }

  @Test(.enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"))
  func `the system is read with all its buses, lines and units`() throws {
    let folder = try #require(Self.data)
    let place = Workplace()
    let outcome = try RTSGMLCImport.run(from: folder, to: place.path + "/rts")
    #expect(outcome.zones == 73)
    // 120 branches, one HVDC link, 158 units of which three are condensers.
    #expect(outcome.assets == 120 + 1 + 155)
    #expect(outcome.hours == 8784)
    var options = ModelOptions()
    options.hours = 24
    let model = try ModelReader.read(folder: place.path + "/rts", options: options)
    #expect(model.currency == "USD")
    let capacity = model.assetSummaries.reduce(0) {
      $1.facts.technology.isGeneration ? $0 + $1.facts.capacity : $0
    }
    // PMax of gen.csv without condensers, CSP and the store.
    #expect(abs(capacity - 14_299.8) < 0.01)
  }

  /// PLEXOS, 5 to 18 July 2020: cost of fuel without starts, in dollars (`plexos_da_solution`).
  private static let published: [(network: String, cost: Double, ours: Double)] = [
    ("noTX", 26_905_934.87, 26_470_822.07), ("allTX", 27_012_409.11, 26_493_630.12),
  ]

  /// With the published commitment and no reserve, an economic dispatch costs no more than the published one.
  ///
  /// What is left: PLEXOS held back output for seven reserve products; it is 1.6 and 1.9 %. Both leave about
  /// 9.5 GWh of the 180 GWh of wind unused, as the units that are on cannot run lower. CSP and the store took
  /// no part in the published run; its nuclear unit costs 3241.4 $/h at 400 MW.
  @Test(
    .enabled(if: data != nil, "the open data are not here: set GRIDFLEX_DATA"),
    .dear,
    arguments: published.map(\.network)
  )
  func `the published commitment costs no more than the published dispatch`(
    network: String
  ) throws {
    let folder = try #require(Self.data)
    let published = try #require(Self.published.first { $0.network == network })
    let place = Workplace()
    try RTSGMLCImport.run(from: folder, to: place.path + "/rts")
    try Self.writeVariant(of: network, from: folder, in: place)
    let model = try ModelReader.read(folder: place.path + "/fixed")
    var options = GoalOptions()
    options.method = .exact
    options.gap = 1e-6
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      Issue.record("no schedule")
      return
    }
    #expect(result.gap < 1e-6)
    #expect(Verifier.verify(model, result).violations.map(\.text) == [])
    #expect(result.cost <= published.cost)
    #expect(abs(result.cost - published.ours) < 1e-5 * published.ours)
    // Load = generation in the published hours too.
    #expect(abs(result.schedule.total(.demand) - 1_793_948.4348) < 0.01)
  }

  /// 14 days with the published commitment; without the network's limits where the published run had none.
  private static func writeVariant(
    of network: String,
    from folder: String,
    in place: Workplace
  ) throws {
    var log = IssueLog()
    let solution = folder + "/plexos_da_solution/\(network)_commitment.csv"
    let commitment = try #require(CSVReader.readForeign(path: solution, log: &log))
    let units = try #require(
      CSVReader.read(path: place.path + "/rts/assets/generator.csv", log: &log)
    )
    let (name, kind) = (
      try #require(units.column("name")), try #require(units.column("commitment"))
    )
    let thermal = units.rows.filter { $0.cells[kind].text == "linear" }.map { $0.cells[name].text }
    let columns = try thermal.map { try #require(commitment.column($0)) }
    var series = "time," + thermal.map { "on-" + $0 }.joined(separator: ",") + "\n"
    for row in commitment.rows {
      let time = row.cells[0].text.replacing(" ", with: "T").prefix(16)
      series += time + "," + columns.map { row.cells[$0].text }.joined(separator: ",") + "\n"
    }
    var table = "name,commitment,online_pu,cost_steps,start_cost\n"
    for unit in thermal {
      let cost = unit == "121_NUCLEAR_1" ? "396:3208.99;400:3241.4" : ""
      table += "\(unit),fixed,on-\(unit),\(cost),0\n"
    }
    var yaml = "extends: ../rts\nname: fixed\nstart: 2020-07-05\nhours: 336\nseries:\n"
    for unit in thermal {
      yaml += "  on-\(unit): {file: series/online.csv, column: on-\(unit)}\n"
    }
    try place.write(yaml, to: "fixed/model.yaml")
    try place.write(series, to: "fixed/series/online.csv")
    try place.write(table, to: "fixed/assets/generator.csv")
    try place.write(
      "name,remove\n212_CSP_1,yes\n313_STORAGE_1,yes\n",
      to: "fixed/assets/storage.csv"
    )
    guard network == "noTX" else { return }
    let lines = try #require(CSVReader.read(path: place.path + "/rts/assets/lines.csv", log: &log))
    let wide = lines.rows.map { "\($0.cells[0].text),100000\n" }.joined()
    try place.write("name,limit_mw\n" + wide, to: "fixed/assets/lines.csv")
  }

  @Test func `a folder that is none is told file by file`() throws {
    let place = Workplace()
    try place.write("Bus ID\n", to: "bus.csv")
    #expect(throws: PyPSAImport.Failure.self) {
      try RTSGMLCImport.run(from: place.path, to: place.path + "/out")
    }
    #expect(!FileManager.default.fileExists(atPath: place.path + "/out"))
  }
}
