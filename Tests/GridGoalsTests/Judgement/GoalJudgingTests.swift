import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals

/// What a goal's year, note and span make of its verdict, and thresholds of 0.
struct GoalJudgingTests {
  private var windy: HandMadeResult {
    var result = HandMadeResult()
    result.add("wind", .onshoreWind, megawatts: 100)
    result.series(.available, of: "wind", [60, 40])
    result.series(.curtailed, of: "wind", [5, 0])
    result.series(.power, of: "wind", [55, 40])
    result.series(.demand, of: "home", [60, 40])
    return result
  }

  @Test func `a target of an earlier year is judged and told, one of a later year is not judged`()
    throws
  {
    let earlier = try #require(windy.verdict("curtailment", .atMost, 0.1) { $0.year = 2025 })
    #expect(earlier.verdict == .pass)
    #expect(earlier.year == 2025)
    #expect(earlier.remark?.contains("is for 2025, the model of 2030") == true)
    let later = try #require(windy.verdict("curtailment", .atMost, 0.01) { $0.year = 2035 })
    #expect(later.verdict == .notJudged)
    #expect(later.value == 0.05)
    #expect(later.remark?.contains("judge-ahead") == true)
    let own = try #require(windy.verdict("curtailment", .atMost, 0.1) { $0.year = 2030 })
    #expect(own.remark == nil)
    #expect(windy.verdict("curtailment", .atMost, 0.1)?.year == 2030)
  }

  @Test func `a target of a later year is judged where it asks`() throws {
    let asked = try #require(
      windy.verdict("curtailment", .atMost, 0.01) { ($0.year, $0.judgesAhead) = (2035, true) }
    )
    #expect(asked.verdict == .fail)
    #expect(asked.remark?.contains("is for 2035") == true)
  }

  @Test(
    arguments: [(true, nil), (false, "A Misprint: 万 for 亿."), (false, "As printed.")]
      as [(Bool, String?)]
  )
  func `a figure called a misprint is not judged`(key: Bool, note: String?) {
    let verdict = windy.verdict("curtailment", .atMost, 0.01) {
      ($0.isMisprint, $0.note) = (key, note)
    }
    #expect(verdict?.verdict == (note == "As printed." ? .fail : .notJudged))
  }

  @Test(
    arguments: [(79.0, "27 % above"), (81, nil), (99, nil), (140, "29 % below")]
      as [(Double, String?)]
  )
  func `about warns beyond a quarter of the target`(target: Double, words: String?) {
    let remark = windy.verdict("wind-solar-capacity", .about, target)?.remark
    #expect((remark?.contains("warning") ?? false) == (words != nil))
    if let words { #expect(remark?.contains(words) == true) }
  }

  /// Two hours of 50 MW from a plant with 0.8 t/MWh: 80 t.
  private func emitting(_ change: (inout Goal) -> Void) throws -> GoalVerdict {
    var model = SmallModel(load: [50, 50])
    model.addGenerator { $0.carbonRate = 0.8 }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("cap", "co2-emissions", .atMost)
    change(&goal)
    model.goals = [goal]
    return try #require(try model.solve().verdict("cap"))
  }

  @Test(arguments: [(40.001, GoalVerdict.Verdict.pass), (39.999, .fail), (8760, .pass)])
  func `an amount of a year is cut to the hours solved`(
    anHour: Double,
    verdict: GoalVerdict.Verdict
  ) throws {
    let found = try emitting { $0.threshold = 8760 * anHour }
    #expect(found.verdict == verdict)
    #expect(found.goal.threshold.map(rounded) == rounded(2 * anHour))
    #expect(found.yearlyThreshold.map(rounded) == rounded(8760 * anHour))
    #expect(found.remark?.contains("a year, here the share of 2 h") == true)
  }

  @Test func `an amount of the hours solved is left as it is`() throws {
    let found = try emitting { ($0.threshold, $0.variant) = (81, "hours-solved") }
    #expect(found.verdict == .pass)
    #expect(found.goal.threshold == 81)
    #expect(found.yearlyThreshold == nil)
  }

  @Test func `a year's baseline of CO2 is cut, too`() throws {
    // 80 t of 2·45 t.
    let found = try emitting {
      ($0.metric, $0.threshold, $0.baseline) = ("co2-peak", 1, 8760 * 45 / 1e6)
    }
    #expect(found.value.map(rounded) == rounded(80.0 / 90))
    #expect(found.verdict == .pass)
    #expect(found.goal.threshold == 1)
  }

  @Test func `a year's wind is not judged on two hours`() throws {
    let found = try #require(windy.verdict("wind-generation", .atLeast, 1e6))
    #expect(found.value == 95)
    #expect(found.verdict == .notJudged)
  }

  @Test func `an enforced limit of a year binds by the hours solved`() throws {
    // 35 t an hour leave 43.75 MW to the plant at 20; the rest is bought at 60.
    var model = SmallModel(load: [50, 50])
    model.addImport(30, at: 60)
    model.addGenerator { $0.carbonRate = 0.8 }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("cap", "co2-emissions", .atMost)
    goal.threshold = 8760 * 35
    model.goals = [goal]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("cap")?.value.map(rounded) == 70)
    #expect(solved.cost == 2500)
  }

  @Test func `a goal that is not judged is no rule of the program`() throws {
    var model = SmallModel(load: [50, 50])
    model.addImport(30, at: 60)
    model.addGenerator { $0.carbonRate = 0.8 }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("cap", "co2-emissions", .atMost)
    (goal.variant, goal.threshold, goal.year) = ("hours-solved", 70, 2040)
    model.goals = [goal]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("cap")?.verdict == .notJudged)
    #expect(solved.cost == 2000)
  }

  // MARK: Zero

  @Test(arguments: MetricCatalogue.all.map(\.name), Goal.Comparison.allCases)
  func `a threshold of 0 is judged or its reason told, with and without anything in the grid`(
    metric: String,
    comparison: Goal.Comparison
  ) throws {
    for result in [windy, HandMadeResult()] {
      for variant in try #require(MetricCatalogue.metric(named: metric)).variantNames {
        let verdict = try #require(
          result.verdict(metric, variant: variant, comparison, 0) {
            ($0.baseline, $0.limit) = (0, 0)
          }
        )
        #expect(verdict.value?.isFinite ?? true)
        if verdict.verdict == .notJudged { #expect(verdict.remark?.isEmpty == false) }
        guard let value = verdict.value, verdict.verdict != .notJudged else { continue }
        let isMet =
          switch comparison {
          case .atLeast, .about: value >= 0
          case .atMost: value <= 0
          case .above: value > 0
          case .below: value < 0
          }
        #expect((verdict.verdict == .pass) == isMet)
      }
    }
  }

  @Test func `what the solver leaves beside 0 is 0`() throws {
    var result = windy
    result.add("coal", .coal)
    result.series(.carbonDioxide, of: "coal", [1e-6, 1e-6])
    #expect(result.verdict("co2-emissions", .atMost, 0)?.verdict == .pass)
    #expect(result.verdict("co2-emissions", .above, 0)?.verdict == .fail)
    result.series(.carbonDioxide, of: "coal", [1, 0])
    #expect(result.verdict("co2-emissions", .atMost, 0)?.verdict == .fail)
  }
}
