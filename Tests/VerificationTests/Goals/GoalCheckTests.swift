import GridDispatch
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals
@testable import Verification

/// Verdicts recomputed from assets and schedule.
@Suite struct GoalCheckTests {
  /// Every metric and variant, each with a threshold that some miss and some meet.
  private func judged() -> SmallGrid {
    var grid = SmallGrid.rich()
    for metric in MetricCatalogue.all {
      for variant in metric.variantNames {
        var goal = Goal()
        goal.id = "\(metric.name) \(variant)"
        goal.metric = metric.name
        goal.variant = variant
        goal.threshold = 0.3
        goal.baseline = metric.name == "co2-peak" ? 0.03 : nil
        grid.goals.append(goal)
      }
    }
    return grid
  }

  @Test func `every metric and variant comes to the same value twice`() throws {
    let grid = judged()
    let result = try grid.solve()
    let values = result.verdicts.filter { $0.value != nil }
    #expect(values.count >= 20)
    #expect(Verifier.verify(grid.model, result).violations.map(\.text) == [])
  }

  @Test(arguments: MetricCatalogue.all.map(\.name))
  func `every metric has a check of its own`(name: String) {
    #expect(GoalFigures.knows(name))
  }

  @Test func `a verdict by a metric without a check is a fault`() throws {
    var grid = SmallGrid.rich()
    grid.goals = judged().goals.filter { $0.metric == "co2-emissions" }
    var result = try grid.solve()
    for index in result.verdicts.indices {
      var goal = result.verdicts[index].goal
      goal.metric = "co2-of-imports"
      let old = result.verdicts[index]
      result.verdicts[index] = GoalVerdict(
        goal: goal,
        variant: old.variant,
        value: old.value,
        unit: old.unit,
        partsUnit: old.partsUnit,
        verdict: old.verdict
      )
    }
    let rules = Verifier.verify(grid.model, result).violations.map(\.rule)
    #expect(rules.contains("metric"))
  }

  @Test func `a verdict that does not follow from the schedule is found`() throws {
    let grid = judged()
    var result = try grid.solve()
    let index = try #require(
      result.verdicts.firstIndex { $0.verdict == .pass && ($0.value ?? 1) < 1 }
    )
    let id = result.verdicts[index].goal.id
    result.verdicts[index].verdict = .fail
    #expect(Verifier.verify(grid.model, result).violations.map(\.subject) == [id])
    result.verdicts[index].verdict = .pass
    result.verdicts[index].value = (result.verdicts[index].value ?? 0) + 0.001
    #expect(Verifier.verify(grid.model, result).violations.map(\.rule) == ["value"])
    result.verdicts.remove(at: index)
    #expect(Verifier.verify(grid.model, result).violations.map(\.rule) == ["verdict"])
  }

  @Test func `an enforced goal must hold`() throws {
    // 50 MW of coal must run beside 100 MW of wind and 100 MW of load: half of the wind is curtailed,
    // unless 50 MW are sold at a loss.
    var grid = SmallGrid(load: [100, 100])
    grid.add(Wind.self, "wind") {
      $0.capacity = Power(megawatts: 100)
      $0.availability = .constant(1)
    }
    grid.add(Nuclear.self, "must-run") {
      $0.unitSize = Power(megawatts: 50)
      $0.units = 1
      $0.minimumOutput = 1
      $0.ownUse = 0
    }
    grid.add(Interchange.self, "export") {
      $0.exportLimit = Power(megawatts: 100)
      $0.exportPrice = .constant(-10)
    }
    var goal = Goal()
    goal.id = "curtailment"
    goal.metric = "curtailment"
    goal.comparison = .atMost
    goal.threshold = 0.05
    grid.goals = [goal]
    let enforced = try grid.solve { $0.enforcesGoals = true }
    #expect(Verifier.verify(grid.model, enforced, enforcesGoals: true).isClean)
    let plain = try grid.solve()
    #expect(Verifier.verify(grid.model, plain).isClean)
    let report = Verifier.verify(grid.model, plain, enforcesGoals: true)
    #expect(report.violations.map(\.rule) == ["enforced goal"])
    // 100 of 200 MWh are curtailed, 10 would be allowed.
    #expect(abs((report.violations.first?.amount ?? 0) - 90) < 1e-6)
  }

  @Test func `a verdict on what cannot be judged is found`() throws {
    for change in [
      { $0.year = 2040 }, { $0.isMisprint = true }, { $0.note = "A misprint of the plan." },
    ] as [(inout Goal) -> Void] {
      var grid = SmallGrid.rich()
      var goal = Goal()
      (goal.id, goal.metric, goal.comparison) = ("late", "curtailment", .atMost)
      goal.threshold = 0.9
      change(&goal)
      grid.goals = [goal]
      var result = try grid.solve()
      #expect(result.verdicts[0].verdict == .notJudged)
      #expect(Verifier.verify(grid.model, result).isClean)
      result.verdicts[0].verdict = .pass
      #expect(Verifier.verify(grid.model, result).violations.map(\.rule) == ["verdict"])
    }
  }

  @Test func `a year's threshold that is held against two days is found`() throws {
    var grid = SmallGrid.rich()
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("cap", "co2-emissions", .atMost)
    goal.threshold = 1e9
    grid.goals = [goal]
    var result = try grid.solve()
    #expect(Verifier.verify(grid.model, result).isClean)
    let verdict = result.verdicts[0]
    result.verdicts[0] = GoalVerdict(
      goal: goal,
      variant: verdict.variant,
      value: verdict.value,
      unit: verdict.unit,
      partsUnit: verdict.partsUnit,
      verdict: .pass
    )
    let report = Verifier.verify(grid.model, result)
    #expect(report.violations.map(\.rule) == ["share of the year"])
  }

  @Test func `a renewable share of what is bought that is not its table's is found`() throws {
    var grid = SmallGrid(load: [100, 100])
    grid.add(Interchange.self, "east") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = .constant(10)
      $0.importRenewable = .constant(0.4)
      $0.importHydro = .constant(0.1)
    }
    var result = try grid.solve()
    #expect(grid.report(on: result).isClean)
    let index = try #require(
      result.schedule.series.firstIndex { $0.quantity == .importedRenewable }
    )
    #expect(result.schedule.series[index].values == [40, 40])
    result.schedule.series[index].values = [40, 60]
    #expect(grid.rulesBroken(by: result) == ["east: import source"])
  }
}
