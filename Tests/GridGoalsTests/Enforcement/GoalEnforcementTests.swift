import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// Goals as rules of the dispatch, and the proof where they cannot be met.
struct GoalEnforcementTests {
  /// 60 MW of wind in the first of two hours, 40 MW of load in both, coal at 100 and a store with dear wear.
  private func model(
    store megawatts: Double,
    _ comparison: Goal.Comparison = .atMost,
    _ threshold: Double = 0.1
  ) -> SmallModel {
    var model = SmallModel.windyHour(store: megawatts)
    model.goals = [goal("curtailment", "curtailment", comparison, threshold)]
    return model
  }

  private func goal(
    _ id: String,
    _ metric: String,
    _ comparison: Goal.Comparison,
    _ threshold: Double
  ) -> Goal {
    var goal = Goal()
    goal.id = id
    goal.metric = metric
    goal.comparison = comparison
    goal.threshold = threshold
    return goal
  }

  @Test func `without enforcement the goal is judged and missed`() throws {
    // 20 of 60 MWh are curtailed; the store's wear of 200 is dearer than coal at 100.
    let solved = try model(store: 50).solve()
    #expect(solved.values(.curtailed, of: "wind") == [20, 0])
    #expect(solved.verdict("curtailment")?.verdict == .fail)
    #expect(solved.cost == 4000)
  }

  @Test(arguments: [Goal.Comparison.atMost, .below])
  func `an enforced curtailment goal holds and costs more`(comparison: Goal.Comparison) throws {
    // At most 6 MWh curtailed: 14 stored at 200 of wear in place of coal at 100: 1,400 more.
    let solved = try model(store: 50, comparison).solve { $0.enforcesGoals = true }
    #expect(abs(solved.schedule.total(.curtailed) - 6) < 1e-3)
    #expect(solved.verdict("curtailment")?.verdict == .pass)
    #expect(abs(solved.result.cost - 5400) < 1)
  }

  @Test func `a goal that holds anyway costs nothing to enforce`() throws {
    let free = try model(store: 50, .atMost, 0.4).solve()
    let enforced = try model(store: 50, .atMost, 0.4).solve { $0.enforcesGoals = true }
    #expect(enforced.cost == free.cost)
  }

  @Test func `a goal out of reach is unattainable, with the best that can be had`() throws {
    // The store takes 10 MW: 10 of 60 MWh stay curtailed, 16.67 %.
    let solved = try model(store: 10).solve { $0.enforcesGoals = true }
    let verdict = try #require(solved.verdict("curtailment"))
    #expect(verdict.verdict == .unattainable)
    #expect(verdict.remark?.contains("16.67 %") == true)
    // Left out, it does not burden the dispatch.
    #expect(solved.cost == 4000)
  }

  @Test func `a goal just within reach is met`() throws {
    let solved = try model(store: 10, .atMost, 0.17).solve { $0.enforcesGoals = true }
    #expect(solved.verdict("curtailment")?.verdict == .pass)
  }

  @Test(arguments: zip([Goal.Comparison.atLeast, .about], [0.6, 0.6]))
  func `a share is raised by dearer sources`(comparison: Goal.Comparison, share: Double) throws {
    // Coal at 100 for a load of 100; biomass at 350. 60 % of it is 60 MWh, about 60 % is 58.2.
    var model = SmallModel(load: [100])
    model.addPlainCoal()
    model.add(Biomass.self) {
      $0.name = "biomass"
      $0.capacity = Power(megawatts: 100)
      $0.minimumOutput = 0
      $0.forcedOutage = 0
      $0.ownUse = 0
    }
    model.goals = [goal("share", "non-fossil-generation-share", comparison, share)]
    let solved = try model.solve { $0.enforcesGoals = true }
    let expected = comparison == .about ? 58.2 : 60
    #expect(abs(solved.schedule.total(.power) { $0 == "biomass" } - expected) < 1e-3)
    #expect(solved.verdict("share")?.verdict == .pass)
  }

  @Test func `goals that hold only apart are not both enforced, and the first wins`() throws {
    // Wind 60 of 100 MW, the rest coal or biomass of 20: at most 10 % curtailed and at least 70 % non-fossil can
    // hold; with 85 % they cannot: 60 + 20 = 80 of 100.
    var model = SmallModel(load: [100])
    model.addPlainCoal()
    model.add(Biomass.self) {
      $0.name = "biomass"
      $0.capacity = Power(megawatts: 20)
      $0.minimumOutput = 0
      $0.forcedOutage = 0
      $0.ownUse = 0
    }
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 60)
      $0.availability = .constant(1)
    }
    model.goals = [
      goal("curtailment", "curtailment", .atMost, 0.1),
      goal("share", "non-fossil-generation-share", .atLeast, 0.85),
    ]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("curtailment")?.verdict == .pass)
    #expect(solved.verdict("share")?.verdict == .unattainable)
    #expect(solved.verdict("share")?.remark?.contains("80.0 %") == true)
  }

  @Test func `what only commitment forbids is unattainable too, not infeasible`() throws {
    // 60 MW of coal must be online at half output: 30 of the load of 60. Wind of 50 delivers 30: 40 % curtailed.
    var model = SmallModel(load: [60])
    model.setting.zones[0].reserve.minimumSynchronous = 60
    model.addPlainCoal { $0.minimumOutput = 0.5 }
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 50)
      $0.availability = .constant(1)
    }
    model.goals = [goal("curtailment", "curtailment", .atMost, 0.1)]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("curtailment")?.verdict == .unattainable)
    #expect(solved.verdict("curtailment")?.remark?.contains("40.0 %") == true)
  }

  @Test func `goals that the dispatch cannot serve are judged as before`() throws {
    var model = model(store: 50)
    model.goals = [goal("capacity", "wind-solar-capacity", .atLeast, 100)]
    let solved = try model.solve { $0.enforcesGoals = true }
    #expect(solved.verdict("capacity")?.verdict == .fail)
    #expect(solved.cost == 4000)
  }
}
