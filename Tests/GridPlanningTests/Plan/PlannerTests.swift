import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import TestSupport
import Testing
import Verification

@testable import GridPlanning

struct PlannerTests {
  @Test func `without least times the program is smaller and its optimum no higher`() throws {
    var grid = try PlannedGrid.day()
    grid.model.setting.commitment = .linear
    grid.model.assets = grid.model.assets.map { asset in
      guard var coal = asset as? Coal else { return asset }
      (coal.minimumUpHours, coal.minimumDownHours, coal.startCost) = (8, 8, 20)
      return coal
    }
    let choice = GoalChoice(.none, in: grid.grid)
    let optima = try [true, false].map { states in
      let sized = SizedProgram(
        SizedGrid(grid.grid),
        holding: choice,
        figures: [],
        aim: .cost,
        statesTimes: states
      )
      let solved = try Solver.solve(sized.program, options: SolveOptions(method: .exact, gap: 1e-9))
      return (entries: sized.program.rows.values.count, cost: solved.cost)
    }
    #expect(optima[1].entries < optima[0].entries)
    #expect(optima[1].cost < optima[0].cost + 1e-6)
  }

  @Test func `a bound holds for a thousand sizes and duals`() throws {
    let grid = try PlannedGrid.day()
    let sized = SizedGrid(grid.grid)
    let program = SizedProgram(
      sized,
      holding: GoalChoice(.none, in: grid.grid),
      figures: [],
      aim: .cost
    )
    let solved = try Solver.solve(program.program, options: SolveOptions(method: .exact, gap: 1e-9))
    var random = SeededBytes(seed: 11)
    let sizes = (0..<25).map { _ in (0..<3).map { _ in Double.random(in: 0...1, using: &random) } }
    let optima = try sizes.map { shares in
      try Solver.solve(
        program.program.bounding(
          program.columns,
          within: SizedProgram.values(of: shares).map { $0...$0 }
        ),
        options: SolveOptions(method: .exact, gap: 1e-9)
      ).cost
    }
    for round in 0..<40 {
      let noise = round == 0 ? 0 : [1e-3, 0.1, 3][round % 3]
      let duals = solved.rowDuals.map {
        $0 * (1 + noise * Double.random(in: -0.5...0.5, using: &random))
      }
      let cut = program.cut(of: duals)
      for (shares, optimum) in zip(sizes, optima) {
        #expect(cut.value(at: shares) <= optimum + 1e-6 * abs(optimum), "round \(round)")
      }
    }
  }

  @Test func `a retrofit that pays by hand is taken, one that does not is not`() throws {
    // One hour of 30 MW load on 60 MW of coal at 0.4: the plant runs at 30. In the other hour 10 MW of load and 20
    // of wind: coal must run at 24 while online, so 14 MW too much; imports at 600 are no way out. The retrofit to
    // 0.1 lets it run at 6. Without commitment a unit may be partly online: both hours cost fuel only, and
    // the retrofit is worth nothing. So minimum online holds all units: 24 + wind 20 − 10 = 34 lost at 0 cost, coal
    // burnt 24 · 250. With it 6 · 250: what is saved is 18 · 250 = 4,500.
    for (cost, share) in [(4_400.0, 1.0), (4_600, 0)] {
      var model = SmallModel(load: [60, 24])
      let wind = model.series("wind", [0, 1])
      model.addPlainCoal(megawatts: 60, cost: 250) {
        ($0.minimumOutput, $0.minimumOutputRetrofitted) = (0.4, 0.1)
        $0.minimumOnline = .constant(1)
      }
      model.add(Wind.self) {
        ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 18), wind)
      }
      var grid = PlannedGrid(model)
      try grid.add(
        "retrofit",
        on: "coal",
        parts: 1,
        cost: cost,
        isConversion: true,
        [("retrofit_share_pu", 1)]
      )
      let plan = try grid.plan().planned()
      #expect(plan.options[0].share == share, "at \(cost)")
    }
  }

  @Test func `a looser goal never costs more, nor does another option`() throws {
    var last = Double.infinity
    for most in [0.01, 0.05, 0.1, 0.2] {
      var grid = try PlannedGrid.day(wind: 60)
      grid.model.goals = [Goal("curtailment", .atMost, most)]
      let plan = try grid.plan().planned()
      #expect(plan.cost <= last * (1 + 1e-6), "at \(most)")
      last = plan.cost
    }
    var grid = try PlannedGrid.day(wind: 60)
    grid.model.goals = [Goal("curtailment", .atMost, 0.2)]
    try grid.add("imports", on: "import", parts: 2, cost: 10, [("import_limit_mw", 200)])
    #expect(try grid.plan().planned().cost <= last * (1 + 1e-6))
  }

  @Test func `a goal of figures is held by as many units as it takes`() throws {
    // 40 MW of wind now, at least 95 asked: 20 MW a unit, so three units.
    var grid = try PlannedGrid.day()
    grid.model.goals = [Goal("wind-solar-capacity", .atLeast, 95)]
    let plan = try grid.plan().planned()
    #expect(plan.holdsGoals)
    #expect(plan.grid.assets.first { $0.name == "wind" }?.facts.capacity ?? 0 >= 95)
  }

  @Test func `no plan saves plant by leaving demand unserved, unless no goal is asked for`() throws
  {
    // Two hours of 30 MW on 60 MW of coal in four units. A MWh lost costs 300: 18,000 in all, less 15,000 of fuel.
    // Retiring all units saves 8,000; two of them suffice for the load and save 4,000.
    var model = SmallModel(load: [30, 30], lostLoad: 300)
    model.addPlainCoal(megawatts: 60, cost: 250) {
      ($0.units, $0.unitSize) = (4, Power(megawatts: 15))
    }
    var served = Goal("unserved-energy", .atMost, 0)
    served.isImplied = true
    model.goals = [served]
    var grid = PlannedGrid(model)
    try grid.add("retire", on: "coal", parts: 4, cost: -8_000, [("units", 0)])
    let held = try grid.plan().planned()
    #expect(held.options[0].size == 2)
    #expect(held.holdsGoals)
    #expect(held.lowerBound <= held.cost * (1 + 1e-9))
    let free = try grid.plan(goals: .none).planned()
    #expect(free.options[0].size == 4)
    #expect(free.cost < held.cost)
  }

  @Test func `goals that no sizes hold are told with what is missing`() throws {
    var grid = try PlannedGrid.day()
    grid.model.goals = [Goal("wind-solar-capacity", .atLeast, 500)]
    guard case .outOfReach(let missing) = try grid.plan() else {
      Issue.record("a goal out of reach is held")
      return
    }
    // 120 MW at the most.
    #expect(missing.map(\.goal.id) == ["wind-solar-capacity"])
    #expect(abs(missing[0].missing - 380) < 1e-6)
  }

  @Test func `the dispatch of a plan keeps the rules of the planned grid`() throws {
    var grid = try PlannedGrid.day(wind: 60)
    grid.model.goals = [Goal("curtailment", .atMost, 0.05)]
    let plan = try grid.plan().planned()
    let report = Verifier.verify(plan.grid, plan.dispatch, enforcesGoals: true)
    #expect(report.keepsRules, "\(report.violations)")
    #expect(plan.lowerBound <= plan.cost * (1 + 1e-9))
    #expect(abs(plan.gap - plan.gapOfWholeUnits - plan.gapOfSchedule) < 1e-12)
  }
}
