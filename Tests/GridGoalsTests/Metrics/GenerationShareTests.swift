import GridFormulation
import GridGoals
import SmallGrids
import Testing

struct GenerationShareTests {
  /// Net MWh: coal 50, gas 10, nuclear 20, wind 20; a battery and trade beside them.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("coal", .coal)
    result.add("gas", .gas)
    result.add("nuclear", .nuclear)
    result.add("wind", .onshoreWind)
    result.add("battery", .battery)
    result.add("trade", .exchange)
    result.series(.power, of: "coal", [20, 30])
    result.series(.power, of: "gas", [10, 0])
    result.series(.power, of: "nuclear", [10, 10])
    result.series(.power, of: "wind", [5, 15])
    result.series(.power, of: "battery", [-5, 4])
    result.series(.power, of: "trade", [25, -10])
    result.series(.imported, of: "trade", [25, 0])
    result.series(.exported, of: "trade", [0, 10])
    return result
  }

  @Test(
    arguments: [
      ("non-fossil-generation-share", "province", 40.0, 100.0),
      ("non-fossil-generation-share", "with-imports", 40, 125),
      ("clean-generation-share", "non-fossil", 40, 100),
      ("clean-generation-share", "with-gas", 50, 100),
    ]
  )
  func `the share counts net generation, storage in neither sum`(
    metric: String,
    variant: String,
    numerator: Double,
    denominator: Double
  ) throws {
    let verdict = try #require(result.verdict(metric, variant: variant, .above, 0.45))
    #expect(verdict.numerator == numerator)
    #expect(verdict.denominator == denominator)
    #expect(verdict.value == numerator / denominator)
    #expect(verdict.verdict == (numerator / denominator > 0.45 ? .pass : .fail))
  }
}
