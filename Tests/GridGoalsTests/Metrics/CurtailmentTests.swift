import GridFormulation
import GridGoals
import SmallGrids
import Testing

struct CurtailmentTests {
  /// Wind offers 110 MWh of which 10 are curtailed, PV 90 of which none.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("wind", .onshoreWind)
    result.add("sea", .offshoreWind)
    result.add("sun", .centralSolar)
    result.series(.available, of: "wind", [30, 30])
    result.series(.available, of: "sea", [50, 0])
    result.series(.available, of: "sun", [40, 50])
    result.series(.curtailed, of: "wind", [2, 4])
    result.series(.curtailed, of: "sea", [4, 0])
    result.series(.curtailed, of: "sun", [0, 0])
    return result
  }

  @Test(
    arguments: [
      // 10 / 200; 10 / 110; 0 / 90: the joint rate sums energy, it is not the mean of the rates.
      (variant: "joint", numerator: 10.0, denominator: 200.0), ("wind", 10, 110), ("solar", 0, 90),
    ]
  )
  func `the rate is curtailed over offered energy`(
    variant: String,
    numerator: Double,
    denominator: Double
  ) throws {
    let verdict = try #require(result.verdict("curtailment", variant: variant, .below, 0.05))
    #expect(verdict.variant == variant)
    #expect(verdict.numerator == numerator)
    #expect(verdict.denominator == denominator)
    #expect(verdict.value == numerator / denominator)
    #expect(verdict.partsUnit == "MWh")
  }

  @Test func `a rate of exactly the threshold passes at most and fails below`() {
    #expect(result.verdict("curtailment", .atMost, 0.05)?.verdict == .pass)
    #expect(result.verdict("curtailment", .below, 0.05)?.verdict == .fail)
    #expect(result.verdict("curtailment", .below, 0.0501)?.verdict == .pass)
  }

  @Test func `the joint rate is the usual variant and counts what storage burns`() throws {
    // Charging 10 and discharging 4.05 in an hour at 0.81: 4.05 / 0.81 = 5 pass through, 0.19 of it is lost.
    var burning = result
    burning.add("store", .battery) { $0.roundTripEfficiency = 0.81 }
    burning.series(.charging, of: "store", [10, 10])
    burning.series(.discharging, of: "store", [4.05, 0])
    let joint = try #require(burning.verdict("curtailment", .below, 0.05))
    #expect(joint.variant == "joint")
    #expect(joint.numerator.map(rounded) == 10.95)
    let wind = burning.verdict("curtailment", variant: "wind", .below, 0.05)
    #expect(wind?.numerator == 10)
  }

  @Test func `a model without wind or sun is not judged`() {
    var empty = HandMadeResult()
    empty.add("coal", .coal)
    #expect(empty.verdict("curtailment", .below, 0.05)?.verdict == .notJudged)
  }
}
