import GridDispatch
import Testing

struct CorridorRenewableShareTests {
  /// An hour with a quarter of renewable generation and one with three quarters; nuclear is not renewable.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("nuclear", .nuclear)
    result.add("wind", .onshoreWind)
    result.add("south", .exchange)
    result.add("north", .exchange)
    result.series(.power, of: "nuclear", [75, 25])
    result.series(.power, of: "wind", [25, 75])
    result.series(.exported, of: "south", [10, 30])
    result.series(.exported, of: "north", [10, 0])
    return result
  }

  @Test func `each hour's export carries the mix of that hour`() throws {
    // 10 · 0.25 + 30 · 0.75 = 25 of 40.
    let verdict = try #require(
      result.verdict("corridor-renewable-share", .atLeast, 0.5) { $0.asset = "south" }
    )
    #expect(verdict.numerator == 25)
    #expect(verdict.denominator == 40)
    #expect(verdict.verdict == .pass)
  }

  @Test func `a corridor used when wind is weak misses the goal`() throws {
    let verdict = try #require(
      result.verdict("corridor-renewable-share", .atLeast, 0.5) { $0.asset = "north" }
    )
    #expect(verdict.value == 0.25)
    #expect(verdict.verdict == .fail)
  }

  @Test func `without an asset all export counts, without export nothing is judged`() {
    #expect(result.verdict("corridor-renewable-share", .atLeast, 0.5)?.denominator == 50)
    var still = HandMadeResult()
    still.add("south", .exchange)
    still.series(.exported, of: "south", [0, 0])
    #expect(still.verdict("corridor-renewable-share", .atLeast, 0.5)?.verdict == .notJudged)
  }
}
