import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct PeakResponseTests {
  /// A load of 900, 1000 and 950 MW, of which 40 and 20 MW are under contract, beside a battery of 500 MW.
  private func solved(_ goal: Goal, load: [Double] = [900, 1000, 950]) throws -> SolvedModel {
    var model = SmallModel(load: load)
    model.addImport(2000, at: 100)
    model.add(InterruptibleLoad.self) {
      $0.name = "works"
      $0.capacity = Power(megawatts: 40)
      $0.price = 5000
      $0.callsPerYear = 8760
    }
    model.add(ShiftableLoad.self) {
      $0.name = "stores"
      $0.capacity = Power(megawatts: 20)
    }
    model.add(Battery.self) {
      $0.name = "battery"
      $0.power = Power(megawatts: 500)
    }
    model.goals = [goal]
    return try model.solve()
  }

  private func goal(_ threshold: Double, variant: String? = nil) -> Goal {
    var goal = Goal()
    (goal.id, goal.metric, goal.variant) = ("response", "peak-response", variant)
    (goal.comparison, goal.threshold) = (.atLeast, threshold)
    return goal
  }

  @Test func `registered response is contracted load over the largest demand, storage apart`()
    throws
  {
    let verdict = try #require(try solved(goal(0.05)).verdict("response"))
    #expect(verdict.variant == "registered")
    #expect(verdict.numerator == 60)
    #expect(verdict.denominator == 1000)
    #expect(verdict.value == 0.06)
    #expect(verdict.verdict == .pass)
    #expect(try solved(goal(0.061)).verdict("response")?.verdict == .fail)
  }

  @Test func `verified response whose second solve does not end is not judged`() throws {
    let goal = goal(0.05, variant: "verified")
    let solved = try solved(goal)
    // The two hours of a call end the day: what is put off could not be made up, so 40 MW are left.
    #expect(solved.verdict("response")?.value == 0.04)
    let stopped = SolveMonitor()
    stopped.cancel()
    let evidence = Evidence(
      on: goal,
      in: solved.result.dispatch,
      of: solved.grid,
      monitor: stopped
    )
    let value = try PeakResponse().evaluate(goal, as: .verified, in: evidence)
    #expect(value.value == nil)
    #expect(value.reasonNotJudged == "the second solve did not end")
  }

  @Test func `without load nothing is judged`() throws {
    var model = SmallModel(load: [0, 0])
    model.addImport(at: 100)
    model.goals = [goal(0.05)]
    #expect(try model.solve().verdict("response")?.verdict == .notJudged)
  }
}
