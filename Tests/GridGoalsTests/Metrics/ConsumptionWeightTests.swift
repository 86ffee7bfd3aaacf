import GridFormulation
import GridGoals
import SmallGrids
import Testing

struct ConsumptionWeightTests {
  /// 100 MWh generated an hour, of which 40 wind and 10 hydro in the first; 20 are exported there.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("coal", .coal)
    result.add("wind", .onshoreWind)
    result.add("hydro", .hydro)
    result.add("trade", .exchange)
    result.series(.power, of: "coal", [50, 100])
    result.series(.power, of: "wind", [40, 0])
    result.series(.power, of: "hydro", [10, 0])
    result.series(.power, of: "trade", [-20, 0])
    result.series(.exported, of: "trade", [20, 0])
    result.series(.demand, of: "home", [80, 105])
    result.series(.unserved, of: "home", [0, 5])
    return result
  }

  @Test(arguments: zip(["total", "non-hydro"], [40.0, 32]))
  func `exports carry their hour's mix away`(variant: String, renewable: Double) throws {
    // Total: 50 − 20 · 0.5 = 40; without hydro: 40 − 20 · 0.4 = 32; consumption 80 + 100.
    let verdict = try #require(
      result.verdict("renewable-consumption-weight", variant: variant, .atLeast, 0.2)
    )
    #expect(verdict.numerator.map(rounded) == renewable)
    #expect(verdict.denominator == 180)
    #expect(verdict.verdict == (renewable / 180 >= 0.2 ? .pass : .fail))
  }

  @Test func `without a given weight it is not judged`() throws {
    let verdict = try #require(result.verdict("renewable-consumption-weight", .atLeast, nil))
    #expect(verdict.verdict == .notJudged)
    #expect(verdict.value != nil)
  }
}
