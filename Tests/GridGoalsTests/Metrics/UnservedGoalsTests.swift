import SmallGrids
import Testing

@testable import GridFormulation
@testable import GridGoals

/// Goals on demand that is not served.
struct UnservedGoalsTests {
  private func goal(_ metric: String, _ threshold: Double) -> Goal {
    var goal = Goal()
    goal.id = metric
    goal.metric = metric
    goal.comparison = .atMost
    goal.threshold = threshold
    return goal
  }

  /// 100 MW for loads of 100, 120, 80 and 130 MW: 20 and 30 MW are short.
  private func short(lostLoad: Double = 10_000) -> SmallModel {
    var model = SmallModel(load: [100, 120, 80, 130], lostLoad: lostLoad)
    model.addPlainCoal()
    return model
  }

  @Test(arguments: [("unserved-energy", 50.0), ("shortage-hours", 2)])
  func `what is not served is judged, as energy and in hours`(
    metric: String,
    value: Double
  ) throws {
    var model = short()
    model.goals = [goal(metric, value)]
    let held = try #require(try model.solve().verdict(metric))
    #expect(held.value.map(rounded) == value)
    #expect(held.verdict == .pass)
    model.goals = [goal(metric, value - 1)]
    #expect(try model.solve().verdict(metric)?.verdict == .fail)
  }

  @Test func `the solver's noise is no shortage`() throws {
    // A millionth of the largest demand is 0.0001: what lies below it is nothing.
    var result = HandMadeResult()
    result.series(.demand, of: "home", [100, 100, 100])
    result.series(.unserved, of: "home", [0.00009, 0.5, 0])
    let energy = try #require(result.verdict("unserved-energy", .atMost, 0.5))
    #expect(energy.value == 0.5)
    #expect(energy.verdict == .pass)
    #expect(!energy.isWithinGap)
    #expect(result.verdict("shortage-hours", .atMost, 1)?.value == 1)
  }

  @Test func `a limit on unserved energy is held where lost load is cheap`() throws {
    // Lost load at 50 is cheaper than coal at 100: nothing is served, unless a goal asks for it. 50 of 430 MWh
    // are short anyhow; with 60 allowed 370 come from coal, and no schedule leaves 40 unserved.
    var model = short(lostLoad: 50)
    #expect(try model.solve().unserved.reduce(0, +) == 430)
    model.goals = [goal("unserved-energy", 60)]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(rounded(solved.unserved.reduce(0, +)) == 60)
    #expect(solved.verdict("unserved-energy")?.verdict == .pass)
    #expect(rounded(solved.power("coal").reduce(0, +)) == 370)
    model.goals = [goal("unserved-energy", 40)]
    let beyond = try model.solve { $0.enforcesGoals = true }
    #expect(beyond.verdict("unserved-energy")?.verdict == .unattainable)
  }

  @Test func `a model that says nothing of unserved energy is judged to have none`() throws {
    let model = try ModelFolder().read()
    let goal = try #require(model.goals.last)
    #expect(goal.metric == "unserved-energy")
    #expect(goal.threshold == 0)
    #expect(goal.isImplied)
    // It is judged and no rule: the value of lost load stands for it.
    #expect(GoalEnforcement.enforceable(model).map(\.id) == ["curtailment"])
  }

  @Test func `a model that says otherwise is judged by what it says`() throws {
    let said = "  - {id: lack, metric: unserved-energy, at-most: 5, source: a test}\n"
    let model = try ModelFolder(["model.yaml": ModelFolder.yaml + said]).read()
    #expect(model.goals.map(\.id) == ["curtailment", "lack"])
  }
}
