import Exchange
import Foundation
import GridFormulation
import Hourly
import Tables
import Testing

struct PyPSAFolderTests {
  private func texts(_ mapping: PyPSAMapping) -> [String: String] {
    let files = PyPSAFolder.files(of: mapping, named: "a, b")
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    )
  }

  @Test func `every rule that PyPSA lacks is listed with its owner`() throws {
    let mapping = try PyPSAMapping(Models.read("tutorial"))
    let listed = mapping.differences.map { "\($0.owner) \($0.field) \($0.kind.rawValue)" }
    #expect(
      listed == [
        "coal-condensing.original minimum_down_hours changed",
        "coal-condensing.retrofitted deep-peak left out",
        "coal-condensing.retrofitted minimum_down_hours changed",
        "coal-heat minimum_online_pu left out", "coal-heat minimum_down_hours changed",
        "pumped-hydro end_rule changed", "pumped-hydro shared hour left out",
        "battery end_rule changed", "battery shared hour left out",
        "battery cycles_per_day left out", "works calls changed", "cold-stores asset left out",
        "model reserve left out", "model goals left out",
      ]
    )
    let text = try #require(texts(mapping)["not-carried-over.csv"])
    #expect(text.split(separator: "\n").count == 1 + listed.count)
  }

  @Test func `a peer model leaves nothing out but what does not bind`() throws {
    for name in ["jilin-2030-peer", "liaoning-2030-peer"] {
      let mapping = try PyPSAMapping(Models.read(name, hours: 24))
      #expect(Set(mapping.differences.map(\.field)) == ["spill", "shared hour"])
    }
  }

  @Test func `every series has a row an hour and a snapshot of the same label`() throws {
    let files = texts(try PyPSAMapping(Models.read("tutorial")))
    let snapshots = try #require(files["snapshots.csv"]).split(separator: "\n").map {
      $0.prefix { $0 != "," }
    }
    #expect(snapshots.count == 49)
    #expect(snapshots[1] == "2030-01-15 00:00")
    let series = files.filter { $0.key.contains("-") && $0.key != "not-carried-over.csv" }
    #expect(series.count == 4)
    for text in series.values {
      #expect(text.split(separator: "\n").map { $0.prefix { $0 != "," } } == snapshots)
    }
  }

  @Test func `numbers read back as the same value and names are quoted`() throws {
    let model = try Models.read("tutorial")
    let files = texts(PyPSAMapping(model))
    #expect(files["network.csv"] == "name\n\"a, b\"\n")
    let rows = try #require(files["loads-p_set.csv"]).split(separator: "\n").dropFirst()
    let demand = NodalBalance.demand(of: model.setting.zones[0], in: model.setting)
    for (step, row) in rows.enumerated() {
      #expect(Double(row.split(separator: ",")[1]) == demand[step])
    }
  }

  @Test func `a rule without a value in an hour leaves the cell empty`() throws {
    let files = texts(try PyPSAMapping(Models.read("tutorial")))
    let rows = try #require(files["storage_units-state_of_charge_set.csv"]).split(separator: "\n")
    #expect(rows[0] == "snapshot,pumped-hydro,battery")
    #expect(rows[1] == "2030-01-15 00:00,,")
    #expect(rows[48] == "2030-01-16 23:00,360,50")
  }

  @Test func `an export replaces an older one and nothing else`() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "gridflex-\(UUID())")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let model = try Models.read("tutorial")
    let path = scratch.path() + "/network"
    try PyPSAFolder.write(model, to: path)
    try PyPSAFolder.write(model, to: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path())
    #expect(names == ["network"])
    try Data().write(to: scratch.appending(path: "other"))
    #expect(throws: OutputError.self) { try PyPSAFolder.write(model, to: scratch.path()) }
  }
}
