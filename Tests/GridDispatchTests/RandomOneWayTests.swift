import GridGoals
import SmallGrids
import Tables
import Testing
import Verification
import WeatherSeries

@testable import GridDispatch
@testable import GridFormulation
@testable import LinearProgramming

/// Small random systems in which losing power pays, against every choice between two ways solved for itself.
struct RandomOneWayTests {
  static let seeds: [UInt64] = Array(1...24)

  /// Four hours of wind and bought power at prices of either sign beside a lossy store and a lossy corridor or line.
  private func system(_ seed: UInt64) -> SmallModel {
    var random = SeededRandom(seed: seed)
    func number(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.uniform() }
    func hours(_ low: Double, _ high: Double) -> [Double] { (0..<3).map { _ in number(low, high) } }
    var model = SmallModel(load: hours(10, 60), importAt: hours(-80, 60), upTo: 300)
    model.addZone("west", load: hours(5, 30))
    model.addImport(300, at: 500, named: "reserve", in: "west")
    let wind = model.series("wind", hours(0.2, 1))
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 80), wind)
    }
    let (charging, discharging, start) = (number(0.5, 0.95), number(0.5, 0.95), number(0, 1))
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: 20), Energy(megawattHours: 40))
      ($0.chargingEfficiency, $0.dischargingEfficiency) = (charging, discharging)
      ($0.selfDischarge, $0.wear, $0.startLevel) = (0, 0, start)
    }
    let loss = number(0.02, 0.2)
    if seed.isMultiple(of: 2) {
      model.add(Corridor.self) {
        ($0.name, $0.from, $0.to) = ("link", SmallModel.zone, "west")
        ($0.forwardLimit, $0.backwardLimit) = (Power(megawatts: 40), Power(megawatts: 30))
        $0.loss = loss
      }
    } else {
      model.addLine(SmallModel.zone, "west", named: "link", reactance: 0.1, limit: 40) {
        ($0.loss, $0.lossPieces) = (loss, 1)
      }
    }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("curtailment", "curtailment", .atMost)
    goal.threshold = number(0, 0.6)
    model.goals = [goal]
    return model
  }

  /// The least cost over all choices of sides; infinite where none is feasible.
  private func best(_ program: LinearProgram) throws -> Double {
    let places = program.exclusions.enumerated().flatMap { number, exclusion in
      (0..<exclusion.count).map { (number, $0) }
    }
    var best = Double.infinity
    for choice in 0..<(1 << places.count) {
      let sides = places.enumerated().map { bit, place in
        RestingSide(exclusion: place.0, place: place.1, side: choice >> bit & 1)
      }
      guard let held = program.holding(sides) else { continue }
      let solved = try Simplex.solve(FlatProgram(held))
      if solved.termination == .optimal { best = min(best, held.cost(of: solved.values)) }
    }
    return best
  }

  @Test(arguments: seeds)
  func `a dispatch is the best of all choices, and no hour works both ways`(seed: UInt64) throws {
    let model = system(seed)
    let solved = try model.solve { $0.gap = 1e-6 }
    let expected = try best(model.grid.formulated().build())
    #expect(abs(solved.result.cost - expected) <= 2e-6 * max(abs(expected), 1e4), "seed \(seed)")
    #expect(solved.result.hoursOfSimultaneousStorage == 0, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `an enforced goal is held at least cost, or proved out of reach`(seed: UInt64) throws {
    let model = system(seed)
    let goal = model.goals[0]
    let solved = try model.solve {
      $0.enforcesGoals = true
      $0.gap = 1e-6
    }
    let verdict = try #require(solved.verdict("curtailment"))
    let program = GoalDispatch.formulated(model.grid, enforcing: [goal]).build()
    let expected = try best(program)
    if expected.isFinite {
      #expect(verdict.verdict == .pass, "seed \(seed): \(verdict.remark ?? "")")
      #expect(abs(solved.result.cost - expected) <= 2e-6 * max(abs(expected), 1e4), "seed \(seed)")
    } else {
      #expect(verdict.verdict == .unattainable, "seed \(seed): \(verdict.remark ?? "")")
    }
  }
}
