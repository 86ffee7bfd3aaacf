import GridFormulation
import GridGoals
import SmallGrids
import Testing

struct CapacityShareTests {
  /// 600 MW of coal, 100 of gas, 200 of wind, 100 of pumped hydro and a battery.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("coal", .coal, megawatts: 600)
    result.add("gas", .gas, megawatts: 100)
    result.add("wind", .onshoreWind, megawatts: 200)
    result.add("pumped", .pumpedHydro, megawatts: 100)
    result.add("battery", .battery, megawatts: 500)
    result.add("trade", .exchange, megawatts: 500)
    result.add("response", .interruptibleLoad, megawatts: 50)
    return result
  }

  @Test(
    arguments: [
      // Batteries, trade and load are in neither sum; pumped hydro by variant.
      ("non-fossil-capacity-share", "with-pumped-hydro", 300.0, 1000.0),
      ("non-fossil-capacity-share", "without-pumped-hydro", 200, 900),
      ("clean-capacity-share", "non-fossil", 300, 1000),
      ("clean-capacity-share", "with-gas", 400, 1000),
    ]
  )
  func `the share counts generating capacity only`(
    metric: String,
    variant: String,
    numerator: Double,
    denominator: Double
  ) throws {
    let verdict = try #require(result.verdict(metric, variant: variant, .atLeast, 0.3))
    #expect(verdict.numerator == numerator)
    #expect(verdict.denominator == denominator)
    #expect(verdict.verdict == (numerator / denominator >= 0.3 ? .pass : .fail))
  }

  @Test func `above is stricter than at least`() {
    let metric = "non-fossil-capacity-share"
    #expect(result.verdict(metric, .atLeast, 0.3)?.verdict == .pass)
    #expect(result.verdict(metric, .above, 0.3)?.verdict == .fail)
  }
}
