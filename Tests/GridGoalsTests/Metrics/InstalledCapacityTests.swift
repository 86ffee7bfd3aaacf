import GridFormulation
import GridGoals
import SmallGrids
import Testing

struct InstalledCapacityTests {
  private var result: HandMadeResult {
    var result = HandMadeResult()
    result.add("wind", .onshoreWind, megawatts: 45_000) { $0.newCapacity = 10_000 }
    result.add("sea", .offshoreWind, megawatts: 1000) { $0.newCapacity = 1000 }
    result.add("sun", .centralSolar, megawatts: 10_000) { $0.newCapacity = 4000 }
    result.add("roofs", .distributedSolar, megawatts: 4000)
    result.add("biomass", .biomass, megawatts: 1600)
    result.add("pumped", .pumpedHydro, megawatts: 12_100)
    result.add("battery", .battery, megawatts: 250)
    result.add("nuclear", .nuclear, megawatts: 2000)
    result.add("coal", .coal, megawatts: 20_000)
    return result
  }

  @Test(
    arguments: [
      ("wind-solar-capacity", 60_000.0), ("biomass-capacity", 1600),
      ("pumped-hydro-capacity", 12_100), ("new-storage-capacity", 250), ("new-wind", 11_000),
      ("new-pv", 4000),
    ]
  )
  func `capacity counts the technologies that the goal names`(metric: String, megawatts: Double) {
    #expect(result.verdict(metric, .atLeast, megawatts)?.value == megawatts)
    #expect(result.verdict(metric, .atLeast, megawatts)?.verdict == .pass)
    #expect(result.verdict(metric, .atLeast, megawatts + 1)?.verdict == .fail)
  }

  @Test func `about passes from 97 % of the threshold on`() {
    #expect(result.verdict("wind-solar-capacity", .about, 61_855)?.verdict == .pass)
    #expect(result.verdict("wind-solar-capacity", .about, 61_857)?.verdict == .fail)
  }

  @Test func `additions are not judged where no asset says what was added`() throws {
    let verdict = try #require(result.verdict("new-nuclear", .atLeast, 2240))
    #expect(verdict.verdict == .notJudged)
    #expect(verdict.value == nil)
    #expect(verdict.remark?.contains("new_capacity_mw") == true)
  }
}
