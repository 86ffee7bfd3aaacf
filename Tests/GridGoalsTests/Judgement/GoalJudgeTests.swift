import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals

struct GoalJudgeTests {
  /// 5 MWh curtailed of 100, cost 1,000 for 100 MWh of demand.
  private func result(lowerBound: Double = 1000) -> HandMadeResult {
    var result = HandMadeResult()
    result.cost = 1000
    result.lowerBound = lowerBound
    result.add("wind", .onshoreWind, megawatts: 100)
    result.series(.available, of: "wind", [60, 40])
    result.series(.curtailed, of: "wind", [5, 0])
    result.series(.demand, of: "home", [60, 40])
    return result
  }

  @Test(
    arguments: [
      (Goal.Comparison.atLeast, 0.05, true), (.atLeast, 0.051, false), (.above, 0.05, false),
      (.above, 0.049, true), (.atMost, 0.05, true), (.atMost, 0.049, false), (.below, 0.05, false),
      (.below, 0.051, true), (.about, 0.0515, true), (.about, 0.052, false),
    ]
  )
  func `each comparison has its own sense at the threshold`(
    comparison: Goal.Comparison,
    threshold: Double,
    isMet: Bool
  ) {
    #expect(
      result().verdict("curtailment", comparison, threshold)?.verdict == (isMet ? .pass : .fail)
    )
  }

  @Test func `a goal without a threshold is shown with its value and not judged`() throws {
    let verdict = try #require(result().verdict("curtailment", .below, nil))
    #expect(verdict.verdict == .notJudged)
    #expect(verdict.value == 0.05)
    #expect(verdict.remark != nil)
  }

  @Test func `a value is marked where the gap could carry it across the threshold`() {
    // A gap of 10 is worth 1 MWh at the mean price of 10: 0.01 of 100 MWh.
    let open = result(lowerBound: 990)
    #expect(open.verdict("curtailment", .below, 0.045)?.isWithinGap == true)
    #expect(open.verdict("curtailment", .below, 0.055)?.isWithinGap == true)
    #expect(open.verdict("curtailment", .below, 0.03)?.isWithinGap == false)
    #expect(result().verdict("curtailment", .below, 0.045)?.isWithinGap == false)
  }

  @Test func `capacities do not depend on the gap`() {
    let open = result(lowerBound: 0)
    #expect(open.verdict("wind-solar-capacity", .atLeast, 100)?.isWithinGap == false)
  }

  @Test func `every metric has a name of its own, a unit and a usual variant`() {
    let metrics = MetricCatalogue.all
    #expect(Set(metrics.map(\.name)).count == metrics.count)
    for metric in metrics {
      #expect(!metric.variantNames.isEmpty)
      #expect(!metric.unit.isEmpty)
      #expect(metric.summary.hasSuffix("."))
      #expect(MetricCatalogue.metric(named: metric.name)?.name == metric.name)
    }
  }

  @Test func `one threshold is settled, several are refused`() {
    var goal = Goal()
    goal.about = 60_000
    let isSettled = goal.settleThreshold()
    #expect(isSettled)
    #expect(goal.comparison == .about)
    #expect(goal.threshold == 60_000)
    goal.atMost = 1
    let isSettledAgain = goal.settleThreshold()
    #expect(!isSettledAgain)
  }
}
