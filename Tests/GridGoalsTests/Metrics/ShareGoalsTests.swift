import GridGoals
import SmallGrids
import Testing

@testable import GridFormulation

/// Shares of capacity and generation: captive plants, net and gross.
struct ShareGoalsTests {
  /// Wind 60 MW, gas 20, coal 100, pumped hydro 20, a captive plant of 50; coal gives 90 net of 100 MWh, the captive
  /// plant 36 after a tenth of own use.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("wind", .onshoreWind, megawatts: 60)
    result.add("gas", .gas, megawatts: 20) { $0.grossOutput = .recorded }
    result.add("coal", .coal, megawatts: 100) { $0.grossOutput = .recorded }
    result.add("pumped", .pumpedHydro, megawatts: 20)
    result.add("works", .captivePlant, megawatts: 50) { $0.grossOutput = .scaled(1 / 0.9) }
    result.add("battery", .battery, megawatts: 500)
    result.series(.power, of: "wind", [60])
    result.series(.power, of: "gas", [10])
    result.series(.gross, of: "gas", [10.5])
    result.series(.power, of: "coal", [90])
    result.series(.gross, of: "coal", [100])
    result.series(.captiveOutput, of: "works", [36])
    result.series(.power, of: "works", [-4])
    result.series(.power, of: "battery", [500])
    return result
  }

  @Test(
    arguments: [
      ("non-fossil-capacity-share", "with-pumped-hydro", 80.0, 250.0),
      ("non-fossil-capacity-share", "without-pumped-hydro", 60, 230),
      ("non-fossil-capacity-share", "without-captive", 80, 200),
      ("non-fossil-capacity-share", "without-pumped-hydro-and-captive", 60, 180),
      ("clean-capacity-share", "non-fossil", 80, 250),
      ("clean-capacity-share", "with-gas", 100, 250),
      ("clean-capacity-share", "with-gas-without-captive", 100, 200),
      ("non-fossil-generation-share", "province", 60, 196),
      ("non-fossil-generation-share", "gross", 60, 210.5),
      ("non-fossil-generation-share", "without-captive", 60, 160),
      ("non-fossil-generation-share", "gross-without-captive", 60, 170.5),
      ("clean-generation-share", "with-gas", 70, 196),
      ("clean-generation-share", "gross-with-gas", 70.5, 210.5),
    ]
  )
  func `captive plants count in the whole, and gross is what is made before own use`(
    metric: String,
    variant: String,
    part: Double,
    whole: Double
  ) throws {
    let verdict = try #require(result.verdict(metric, variant: variant, .atLeast, 0.3))
    #expect(verdict.numerator.map(rounded) == part)
    #expect(verdict.denominator.map(rounded) == whole)
    #expect(verdict.verdict == (part / whole >= 0.3 ? .pass : .fail))
  }

  @Test func `the usual share is net and says so`() throws {
    let usual = try #require(result.verdict("non-fossil-generation-share"))
    #expect(usual.variant == "province")
    #expect(usual.partsUnit == "MWh net")
    #expect(
      result.verdict("clean-generation-share", variant: "gross")?.partsUnit == "MWh gross"
    )
  }
}
