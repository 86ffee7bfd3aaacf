import GridFormulation
import SmallGrids
import Tables
import Testing

/// What `--set` makes of a model, and what was read of its series.
struct ModelChangeTests {
  private func changes(_ changes: String...) throws -> [String] {
    try ModelFolder().read { $0.changes = changes }.changes.map {
      "\($0.shortPath) = \($0.value) (\($0.before ?? "-"))"
    }
  }

  @Test func `a value that is the model's makes no variant`() throws {
    #expect(try changes() == [])
    #expect(try changes("assets/coal/old/unit_size_mw=300.0") == [])
    #expect(try changes("fuels/coal/price=8e2") == [])
    // A column that the table lacks has its default.
    #expect(try changes("assets/wind/ridge/provides_reserve=1") == [])
  }

  @Test func `values that differ are told by path, the last word on each`() throws {
    let found = try changes(
      "goals/curtailment/at-most=0.1",
      "assets/wind/ridge/capacity_mw=200",
      "assets/coal/old/units=3",
      "assets/wind/ridge/capacity_mw=250"
    )
    #expect(
      found == [
        "old.units = 3 (1)", "ridge.capacity_mw = 250 (100)",
        "goals.curtailment.at-most = 0.1 (0.05)",
      ]
    )
    // Set and set back.
    #expect(try changes("assets/coal/old/units=3", "assets/coal/old/units=1") == [])
  }

  @Test func `what was read of each series is at hand, of unused ones too`() throws {
    let yaml = ModelFolder.yaml.with(
      "series:\n",
      "series:\n  spare: {file: series/hours.csv, column: wind_pu, unit: pu}\n"
    )
    let model = try ModelFolder(["model.yaml": yaml]).read()
    #expect(model.series.map(\.name) == ["load", "wind", "spare"])
    #expect(model.series.map(\.isUsed) == [true, true, false])
    #expect(model.series.map(\.unit) == ["MW", "pu", "pu"])
    #expect(model.series.map(\.hours) == [4, 4, 4])
    #expect(model.series.map(\.least) == [150, 0.1, 0.1])
    #expect(model.series.map(\.mean) == [165, 0.25, 0.25])
    #expect(model.series.map(\.most) == [180, 0.4, 0.4])
  }

  @Test func `a fault in a series that nothing uses is told like any other`() throws {
    func failure(_ declaration: String) throws -> (code: Int32, texts: [String])? {
      let yaml = ModelFolder.yaml.with("series:\n", "series:\n  spare: \(declaration)\n")
      return try ModelFolder([
        "model.yaml": yaml, "series/spare.csv": "hour,spare\n0,1\n1,x\n2,1\n3,1\n",
      ]).failure()
    }
    let cell = try #require(try failure("{file: series/spare.csv}"))
    #expect(cell.code == 65)
    #expect(cell.texts.contains { $0.hasPrefix("series/spare.csv:3") })
    let file = try #require(try failure("{file: series/spar.csv}"))
    #expect(file.code == 66)
    let unit = try #require(try failure("{file: series/hours.csv, column: load_mw, unit: MWW}"))
    #expect(unit.texts.contains { $0.contains("series/spare/unit = MWW: is not a known unit") })
  }
}
