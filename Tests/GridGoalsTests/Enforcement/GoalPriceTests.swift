import GridGoals
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import LinearProgramming

/// The price of an enforced goal is the same whichever way the program is solved.
struct GoalPriceTests {
  @Test func `simplex and interior point agree on what the last MWh of a goal costs`() throws {
    // Of 12 hours six have 60 MW of wind for 40 MW of load; what is stored costs 200 and saves coal at 100.
    var model = SmallModel(load: [Double](repeating: 40, count: 12))
    let wind = model.series("wind", (0..<12).map { $0.isMultiple(of: 2) ? 1 : 0 })
    model.addPlainCoal()
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 60), wind)
    }
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: 50), Energy(megawattHours: 100))
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (1, 1, 0)
      ($0.wear, $0.startLevel, $0.endRule) = (200, 0, .equalStart)
    }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison, goal.threshold) = ("c", "curtailment", .atMost, 0.1)
    model.goals = [goal]
    let program = GoalDispatch.formulated(
      model.grid,
      enforcing: [goal],
      detail: CommitmentDetail.none
    )
    .build()
    let family = try #require(program.rowFamilies.first { $0.name.hasSuffix(" goal c") })
    let row = family.range.lowerBound
    #expect(program.rows.starts[row + 1] - program.rows.starts[row] > 8)
    let vertex = try Simplex.solve(FlatProgram(program))
    let interior = try InteriorPoint.solve(program, stop: StopSignal())
    #expect(abs(vertex.rowDuals[row] + 100) < 0.1)
    #expect(abs(interior.rowDuals[row] + 100) < 0.1)
  }
}
