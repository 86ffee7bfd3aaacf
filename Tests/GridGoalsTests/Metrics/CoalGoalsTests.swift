import GridGoals
import SmallGrids
import Testing

@testable import GridFormulation

/// Goals on coal: the units to retrofit, the coal burnt, the CO2.
struct CoalGoalsTests {
  /// 300 MW that burn 300 gce/kWh before retrofit, 200 of them retrofitted to 290, and 100 MW at 299.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("coal", .coal, megawatts: 300) {
      $0.parts = [
        PartFacts(
          name: "energy-saving",
          capacity: 200,
          minimumOutput: 0.3,
          ratedFuelRate: 290,
          rateBeforeSaving: 300,
          isEnergySaving: true
        ),
        PartFacts(
          name: "original",
          capacity: 100,
          minimumOutput: 0.5,
          ratedFuelRate: 300,
          rateBeforeSaving: 300
        ),
      ]
    }
    result.add("new", .coal, megawatts: 100) {
      $0.parts = [
        PartFacts(name: nil, capacity: 100, minimumOutput: 0.3, ratedFuelRate: 299)
      ]
    }
    result.add("biomass", .biomass, megawatts: 10)
    result.series(.power, of: "coal", part: "energy-saving", [100, 100])
    result.series(.power, of: "coal", part: "original", [50, 50])
    result.series(.power, of: "new", [50, 50])
    result.series(.fuel, of: "coal", part: "energy-saving", [29, 29])
    result.series(.fuel, of: "coal", part: "original", [15, 15])
    result.series(.fuel, of: "new", [16, 16])
    result.series(.fuel, of: "biomass", [500, 500])
    result.series(.carbonDioxide, of: "coal", part: "original", [1e6, 1e6])
    return result
  }

  @Test(
    arguments: [
      // 300 gce/kWh itself is in the class: 200 of 300 MW are retrofitted. At 299 the new unit is in it.
      ("rated", nil, 200.0, 300.0), ("good-quality", nil, 200, 300), ("rated", 299, 200, 400),
      // Over the hours solved the new unit burns 320 gce/kWh.
      ("yearly", 310, 0, 100),
    ] as [(String, Double?, Double, Double)]
  )
  func `of the units at the limit and above the share that is retrofitted counts`(
    variant: String,
    limit: Double?,
    retrofitted: Double,
    all: Double
  ) throws {
    let verdict = try #require(
      result.verdict("supply-coal-rate", variant: variant, .atLeast, 0.6) { $0.limit = limit }
    )
    #expect(verdict.numerator == retrofitted)
    #expect(verdict.denominator == all)
    #expect(verdict.verdict == (retrofitted / all >= 0.6 ? .pass : .fail))
  }

  @Test func `the rate after retrofit stands beside, and no class is not judged`() throws {
    // (200·290 + 100·300) / 300.
    let verdict = try #require(result.verdict("supply-coal-rate", .atLeast, 1))
    #expect(verdict.remark?.contains("293.3 gce/kWh") == true)
    let none = try #require(result.verdict("supply-coal-rate", .atLeast, 1) { $0.limit = 400 })
    #expect(none.verdict == .notJudged)
    #expect(none.remark?.contains("nothing to retrofit") == true)
  }

  @Test func `coal burnt for power is reported and not judged as met`() throws {
    // 120 tce of coal; biomass is not coal.
    let verdict = try #require(result.verdict("coal-consumption", .atMost, 1))
    #expect(verdict.value.map { rounded($0 * 1e6) } == 120)
    #expect(verdict.verdict == .notJudged)
  }

  @Test func `a coal target that the power sector alone passes is missed, an end of coal judged`()
    throws
  {
    #expect(result.verdict("coal-consumption", .atMost, 100e-6)?.verdict == .fail)
    #expect(result.verdict("coal-consumption", .atMost, 0)?.verdict == .fail)
    var green = HandMadeResult()
    green.add("wind", .onshoreWind, megawatts: 10)
    green.series(.power, of: "wind", [1])
    #expect(green.verdict("coal-consumption", .atMost, 0)?.verdict == .pass)
    #expect(green.verdict("coal-consumption", .atMost, 1)?.verdict == .notJudged)
  }

  @Test func `CO2 is judged against a baseline, and without one not at all`() throws {
    let judged = try #require(result.verdict("co2-peak", .atMost, 1) { $0.baseline = 2.5 })
    #expect(judged.value == 0.8)
    #expect(judged.verdict == .pass)
    let open = try #require(result.verdict("co2-peak", .atMost, 1))
    #expect(open.verdict == .notJudged)
    #expect(open.numerator == 2)
  }
}
