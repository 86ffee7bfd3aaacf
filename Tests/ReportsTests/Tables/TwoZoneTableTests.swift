import GridFormulation
import Reports
import SmallGrids
import Testing

/// Tables of two zones that a corridor joins, solved by hand.
///
///     hour              0    1    2    3
///     wind in far     100  100   40    0   MW on offer, 20 MW of load beside it
///     load in home     40   40   40   40   MW, coal beside it
///     far → home       30   30   20  −20   MW, at most 30 either way
///
/// In the first two hours 50 of 100 MW are curtailed: the corridor is full, and coal runs behind it.
struct TwoZoneTableTests {
  private static let result = Result {
    let yaml = ModelFolder.yaml
      .replacing(
        "  - {name: home, load: load}\n",
        with: "  - {name: home, load: 40}\n  - {name: far, load: 20}\n"
      )
      .replacing("  load: {file: series/hours.csv, column: load_mw, unit: MW}\n", with: "")
    let folder = try ModelFolder([
      "model.yaml": yaml + "commitment: none\n",
      "series/hours.csv":
        "time,wind_pu\n2030-01-01T00:00,1\n2030-01-01T01:00,1\n2030-01-01T02:00,0.4\n2030-01-01T03:00,0\n",
      "assets/coal.csv": "name,zone,unit_size_mw,units\nold,home,300,1\n",
      "assets/wind.csv": "name,zone,capacity_mw,availability\nridge,far,100,wind\n",
      "assets/corridors.csv":
        "name,from,to,forward_limit_mw,backward_limit_mw,loss_pu\nway,far,home,30,30,0\n",
    ])
    return try WrittenFolder(of: try folder.read())
  }

  private let report: Report

  init() throws { report = try Self.result.get().report() }

  @Test func `what a full corridor keeps in its zone is put down to sections`() throws {
    let table = try report.table("renewables")
    #expect(try table.numbers("Curtailed")[1] == 100)
    #expect(try table.numbers("Full sections")[1] == 100)
    #expect(try table.numbers("Plants could not go lower, stores not take more")[1] == 0)
    #expect(try table.numbers("Other: reserve, ramps, ties")[1] == 0)
  }

  @Test func `a corridor tells both ways, its largest flow and its hours at the limit`() throws {
    let table = try report.table("links")
    #expect(isNear(try table.number("way", "Sent forward"), 80))
    #expect(isNear(try table.number("way", "Sent back"), 20))
    #expect(isNear(try table.number("way", "Largest flow"), 30))
    #expect(try table.number("way", "Hours at limit") == 2)
    #expect(try table.row("way").cells.compactMap(\.hour) == ["2030-01-01T00:00"])
  }

  @Test func `a zone is balanced with what links brought`() throws {
    let zones = try report.table("zones")
    #expect(isNear(try zones.number("far", "From other zones, net"), -60))
    #expect(isNear(try zones.number("home", "From other zones, net"), 60))
    let energy = try report.table("energy-far")
    #expect(try energy.numbers("To other zones")[1] == 80)
    #expect(try energy.numbers("From other zones")[1] == 20)
    #expect(try energy.numbers("Needed")[1] == 160)
    #expect(try energy.numbers("Supplied")[1] == 160)
    let peak = try report.table("power-peak-home")
    #expect(try peak.numbers("From other zones, net")[0] == 30)
  }

  @Test func `capacity stands by zone`() throws {
    let table = try report.table("capacity")
    #expect(try table.number("Onshore wind", "far") == 100)
    #expect(try table.number("Onshore wind", "home") == 0)
    #expect(try table.number("All generation", "Total") == 400)
    #expect(isNear(try table.number("Coal", "Share"), 0.75, within: 1e-9))
  }
}
