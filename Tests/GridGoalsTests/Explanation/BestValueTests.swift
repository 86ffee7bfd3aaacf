import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing
import WeatherSeries

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// The best value of a goal is that of the best schedule in which a store does one thing at a time.
struct BestValueTests {
  private func goal(atMost threshold: Double = 0.05) -> Goal {
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison, goal.threshold) = (
      "curtailment", "curtailment", .atMost, threshold
    )
    return goal
  }

  private func explain(_ model: SmallModel, reached: Double = 1 / 3) throws -> Explanation {
    var model = model
    model.goals = [goal()]
    let explainer = Explainer(
      model.grid,
      reached: ["curtailment": reached],
      holding: [],
      options: DispatchOptions()
    )
    return try #require(try explainer.explain(model.goals[0]))
  }

  /// Wind of 60 MW in the first of two hours beside a store of half the efficiency that may end full.
  private func model(load: [Double], store megawatts: Double, must: Double = 0) -> SmallModel {
    var model = SmallModel(load: load)
    let wind = model.series("wind", [1, 0])
    model.addPlainCoal {
      ($0.minimumOutput, $0.minimumOnline) = (must, .constant(must > 0 ? 1 : 0))
    }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 60), wind)
    }
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: megawatts), Energy(megawattHours: 100))
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (0.5, 1, 0)
      ($0.wear, $0.startLevel, $0.endRule) = (0, 0, .free)
    }
    return model
  }

  @Test func `energy left in a store at the end is not curtailed`() throws {
    // 20 MWh left over go into the store and, with no load in the second hour, stay there.
    let explanation = try explain(model(load: [40, 0], store: 50))
    #expect(abs(explanation.best ?? 1) < 1e-6)
    #expect(explanation.isAttainable == true)
  }

  @Test func `what a store loses on the way to another hour is not curtailed`() throws {
    // 20 MWh are charged, 10 come back in the second hour: 10 are lost and used.
    let explanation = try explain(model(load: [40, 40], store: 50))
    #expect(abs(explanation.best ?? 1) < 1e-6)
  }

  @Test func `surplus beyond the power of a store is curtailed, as is proved`() throws {
    // 8 of the 20 MWh left over can be charged: 12 of 60 are curtailed. Charging and giving at once, at 8 MW of
    // both, would burn none beyond that: both share the 8 MW.
    let explanation = try explain(model(load: [40, 40], store: 8))
    #expect(abs((explanation.best ?? 0) - 12.0 / 60) < 1e-6)
    #expect(abs((explanation.bound ?? 0) - 12.0 / 60) < 1e-4)
    #expect(explanation.isAttainable == false)
  }

  @Test func `where neither a schedule nor a proof is found it is not known`() {
    var explanation = Explanation(
      goal: goal(),
      variant: "joint",
      unit: "pu",
      partsUnit: "MWh",
      spansAYear: 1
    )
    #expect(explanation.isAttainable == nil)
    explanation.best = 0.07
    #expect(explanation.isAttainable == nil)
    explanation.bound = 0.06
    #expect(explanation.isAttainable == false)
    explanation.best = 0.05
    #expect(explanation.isAttainable == true)
  }

  /// Four hours of wind and load, must-run coal, and a store that may hold energy at the end.
  private func random(_ seed: UInt64) -> SmallModel {
    var numbers = SeededRandom(seed: seed)
    var model = SmallModel(
      load: (0..<4).map { _ in 20 + Double.random(in: 0...40, using: &numbers) }
    )
    let wind = model.series("wind", (0..<4).map { _ in Double.random(in: 0...1, using: &numbers) })
    model.addPlainCoal {
      ($0.minimumOutput, $0.minimumOnline) = (0.1, .constant(1))
    }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 80), wind)
    }
    let size = 10 + Double.random(in: 0...20, using: &numbers)
    let level = 0.3 + Double.random(in: 0...0.7, using: &numbers)
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: size), Energy(megawattHours: 1.2 * size))
      ($0.chargingEfficiency, $0.dischargingEfficiency, $0.selfDischarge) = (0.8, 0.7, 0)
      ($0.wear, $0.startLevel, $0.endRule) = (0, level, .atLeastStart)
    }
    return model
  }

  /// The least that is curtailed over all ways to give each hour one direction, MWh of what the wind offers.
  private func bruteForce(_ model: SmallModel) throws -> Double {
    let grid = model.grid
    var least = Double.infinity
    for directions in 0..<(1 << grid.horizon.hours) {
      var program = grid.formulated(CommitmentDetail.none)
      let sums = try #require(
        GoalEnforcement.ratioSums(goal(), among: grid.assetSummaries, in: program)
      )
      for step in program.steps {
        let forbidden: ResultQuantity = directions >> step & 1 == 0 ? .charging : .discharging
        for record in program.records where record.quantity == forbidden {
          program.requireTotal(
            "direction",
            of: record.owner,
            record.sum,
            over: step..<step + 1,
            atMost: 0,
            isGlobal: false
          )
        }
      }
      let unserved = program.records.filter { $0.quantity == .unserved }
      let weight = 100.0
      program.replaceObjective(by: unserved.reduce(sums.numerator) { $0 + weight * $1.sum })
      let solved = try Solver.solve(
        program.build(),
        options: SolveOptions(method: .exact, gap: 1e-9, threads: 1)
      )
      guard solved.hasValues else { continue }
      let hours = grid.horizon.hours
      let above = sums.numerator.values(of: solved.values, over: hours).reduce(0, +)
      least = min(
        least,
        above / sums.denominator.values(of: solved.values, over: hours).reduce(0, +)
      )
    }
    return least
  }

  @Test(arguments: UInt64(1)...16)
  func `the best value is what trying every direction of every hour finds`(seed: UInt64) throws {
    let model = random(seed)
    let best = try #require(try explain(model).best)
    #expect(abs(best - (try bruteForce(model))) < 1e-4, "seed \(seed)")
  }
}
