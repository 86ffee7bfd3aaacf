import SmallGrids
import Testing

@testable import GridFormulation

/// One fault never hides another: what is wrong in a folder is told at once.
struct ModelFaultsTogetherTests {
  /// The places of the issues, each with the first field it names.
  private func places(_ files: KeyValuePairs<String, String>) throws -> [String] {
    let failure = try #require(try ModelFolder(files).failure())
    #expect(failure.code == 65)
    return failure.texts.map { text in
      text.split(separator: ": ").prefix(3).joined(separator: " ").replacing(" error", with: "")
    }
  }

  @Test func `a bad cell hides no unknown series, zone or fuel of its row`() throws {
    let issues = try places([
      "assets/wind.csv": "name,zone,capacity_mw,availability\nridge,hme,many,wnd\n",
      "assets/coal.csv": "name,unit_size_mw,units,fuel\nold,big,1,cola\n",
    ])
    #expect(
      issues == [
        "assets/coal.csv:2:2 unit_size_mw = big", "assets/coal.csv:2:4 fuel = cola",
        "assets/wind.csv:2:2 zone = hme", "assets/wind.csv:2:3 capacity_mw = many",
        "assets/wind.csv:2:4 availability = wnd",
      ]
    )
  }

  @Test func `a bad cell makes no rule that joins it with others complain`() throws {
    // Without the bad cell the energy would be the default 0, which a store with power must not have.
    let issues = try places([
      "assets/battery.csv": "name,power_mw,energy_mwh\nb,1,two\nc,1,0\n"
    ])
    #expect(
      issues == [
        "assets/battery.csv:2:3 energy_mwh = two", "assets/battery.csv:3:3 energy_mwh = 0",
      ]
    )
  }

  @Test func `a ragged row hides neither the faults of its table nor those of the model`() throws {
    let issues = try places([
      "model.yaml": ModelFolder.yaml.with("at-most:", "asset: plain, at-most:"),
      "assets/wind.csv": "name,capacity_mw,availability\nridge,100\nhill,-5,wind\nplain,1,wnd\n",
      "assets/nuclear.csv":
        "name,unit_size_mw,units,minimum_output_pu,maximum_output_pu\nn,1000,1,0.9,0.8\n",
    ])
    #expect(
      issues == [
        "assets/nuclear.csv:2:4 minimum_output_pu = 0.9",
        "assets/wind.csv:2:3 the row has 2 cells, the header 3. Write one cell for each column; quote a cell that contains a comma.",
        "assets/wind.csv:3:2 capacity_mw = -5", "assets/wind.csv:4:3 availability = wnd",
      ]
    )
  }

  @Test func `a gap in the hours hides no bad cell, and one bad row makes no gap`() throws {
    let gap = try places(["series/hours.csv": ModelFolder.hours.with("T02:00,170", "T03:00,x")])
    #expect(
      gap == [
        "series/hours.csv:4:1 1 hour is missing before 2030-01-01T03:00. Write exactly one row an hour, in order.",
        "series/hours.csv:4:2 load_mw = x",
        "series/hours.csv:5:1 the hour 2030-01-01T03:00 stands twice. Write exactly one row an hour, in order.",
      ]
    )
    for row in ["2030-01-01T02:00,170", "noon,170,0.3"] {
      let one = try places([
        "series/hours.csv": ModelFolder.hours.with("2030-01-01T02:00,170,0.3", row)
      ])
      #expect(one.count == 1 && one.first?.hasPrefix("series/hours.csv:4") == true, "\(one)")
    }
  }

  @Test func `a slip of units is told beside a fault elsewhere`() throws {
    let issues = try places([
      "model.yaml": ModelFolder.yaml.with("hours: 4", "hours: 4\ncurency: CNY")
        .with("at-most: 0.05", "at-most: 5").with(
          "goals:",
          "goals:\n  - {id: printed, metric: wind-generation, at-least: 2.35, source: a plan}"
        )
    ])
    #expect(
      issues == [
        "model.yaml:4:1 curency", "model.yaml:13:5 goals/printed = 2.35 MWh",
        "model.yaml:14:5 goals/curtailment = 5",
      ]
    )
  }

  @Test func `a misspelt section is told once, not by every asset`() throws {
    let issues = try places(["model.yaml": ModelFolder.yaml.with("fuels:", "fules:")])
    #expect(issues == ["model.yaml:6:1 fules"])
  }
}
