import GridFormulation
import GridGoals
import SmallGrids
import Tables
import Testing

struct CarbonEmissionsTests {
  /// Load 50 for two hours: a plant at 20 with 0.8 t/MWh, import at 60 without.
  private func model(atMost limit: Double) -> SmallModel {
    var model = SmallModel(load: [50, 50])
    model.addImport(30, at: 60)
    model.addGenerator { $0.carbonRate = 0.8 }
    var goal = Goal()
    goal.id = "cap"
    goal.metric = "co2-emissions"
    goal.variant = "hours-solved"
    goal.comparison = .atMost
    goal.threshold = limit
    model.goals = [goal]
    return model
  }

  @Test func `CO2 is added up in tonnes and judged`() throws {
    let solved = try model(atMost: 70).solve()
    #expect(solved.verdict("cap")?.value.map(rounded) == 80)
    #expect(solved.verdict("cap")?.verdict == .fail)
    #expect(solved.cost == 2000)
  }

  @Test func `a limit that is enforced holds at the least cost`() throws {
    // 10 t less: 12.5 MWh bought at 60 in place of 20.
    let solved = try model(atMost: 70).solve { $0.enforcesGoals = true }
    #expect(solved.verdict("cap")?.value.map(rounded) == 70)
    #expect(solved.verdict("cap")?.verdict == .pass)
    #expect(solved.cost == 2500)
  }

  @Test func `a limit below what import can spare is proved out of reach`() throws {
    // 30 MW of import leave 20 MW an hour: 32 t.
    let solved = try model(atMost: 30).solve { $0.enforcesGoals = true }
    let verdict = try #require(solved.verdict("cap"))
    #expect(verdict.verdict == .unattainable)
    #expect(verdict.remark?.contains("32 t") == true)
  }
}
