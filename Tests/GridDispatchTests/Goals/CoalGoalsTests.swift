import Testing

@testable import GridDispatch

/// Goals on coal: the rate per energy supplied, the coal burnt, the CO2.
struct CoalGoalsTests {
  /// 300 MW at 290 gce/kWh and 100 MW at 310 rated; both burn more over the hours.
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("coal", .coal, megawatts: 400) {
      $0.parts = [
        PartFacts(name: "retrofitted", capacity: 300, minimumOutput: 0.3, ratedFuelRate: 290),
        PartFacts(name: "original", capacity: 100, minimumOutput: 0.5, ratedFuelRate: 310),
      ]
    }
    result.add("biomass", .biomass, megawatts: 10)
    result.series(.power, of: "coal", part: "retrofitted", [100, 100])
    result.series(.power, of: "coal", part: "original", [50, 50])
    result.series(.fuel, of: "coal", part: "retrofitted", [31, 30])
    result.series(.fuel, of: "coal", part: "original", [15, 14])
    result.series(.fuel, of: "biomass", [500, 500])
    result.series(.carbonDioxide, of: "coal", part: "retrofitted", [1e6, 1e6])
    return result
  }

  @Test(
    arguments: [
      // Rated: 300 MW within 300 gce/kWh. Yearly: 61 / 200 = 305 and 29 / 100 = 290: 100 MW within.
      ("rated", nil, 300.0), ("yearly", nil, 100), ("rated", 310, 400), ("rated", 280, 0),
    ] as [(String, Double?, Double)]
  )
  func `the share of capacity within the limit is counted by part`(
    variant: String,
    limit: Double?,
    within: Double
  ) throws {
    let verdict = try #require(
      result.verdict("supply-coal-rate", variant: variant, .atLeast, 1) { $0.limit = limit }
    )
    #expect(verdict.numerator == within)
    #expect(verdict.denominator == 400)
    #expect(verdict.verdict == (within == 400 ? .pass : .fail))
  }

  @Test func `coal burnt for power is reported and never judged`() throws {
    // 90 tce of coal; biomass is not coal.
    let verdict = try #require(result.verdict("coal-consumption", .atMost, 90))
    #expect(verdict.value.map { rounded($0 * 1e6) } == 90)
    #expect(verdict.verdict == .notJudged)
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
