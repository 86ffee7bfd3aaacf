import Foundation
import SmallGrids
import Tables
import TestSupport
import Testing

@testable import GridDispatch
@testable import GridFormulation
@testable import GridGoals

/// The fixes of the tutorial with more wind than it can use, beside what dispatches of its sizes say.
struct TutorialFixTests {
  private let grid: GridModel
  private let goal: Goal

  init() throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var options = ModelOptions()
    // One option: batteries of two hours, 500 MW at 100,000 CNY/MW a year.
    options.changes = [
      "assets/wind/wind/capacity_mw=1200", "options/batteries-power/remove=yes",
      "options/batteries-energy/remove=yes", "options/shiftable/asset=battery",
      "options/shiftable/adds=power_mw; energy_mwh=2", "options/shiftable/unit-size=1",
      "options/shiftable/most=500", "options/shiftable/upkeep-per-mw=100000",
    ]
    var grid = try ModelReader.read(
      folder: repository.path() + "GridModels/tutorial",
      options: options
    )
    grid.keepOptions(named: ["shiftable"])
    self.grid = grid
    goal = try #require(grid.goals.first { $0.id == "curtailment" })
  }

  /// What a dispatch with the goals enforced costs with so many thousandths of the batteries; nil where one is missed.
  private func cost(taking thousandths: Int) throws -> Double? {
    let sized = SizedGrid(grid).grid(taking: [Double(thousandths) / 1000])
    var options = GoalOptions()
    (options.method, options.gap, options.enforcesGoals) = (.exact, 1e-6, true)
    guard case .solved(let result) = try GoalDispatch.run(sized, options: options),
      result.verdicts.first(where: { $0.goal.id == goal.id })?.verdict == .pass
    else { return nil }
    return result.cost
  }

  @Test(.dear)
  func `the least outlay and the least total cost are what trying sizes finds`() throws {
    let explainer = Explainer(
      grid,
      reached: [goal.id: 0.0703],
      holding: Set(grid.goals.map(\.id)).subtracting([goal.id]),
      options: DispatchOptions()
    )
    let explanation = try #require(try explainer.explain(goal))
    let outlay = try #require(explanation.leastOutlay)
    let least = Int((1000 * outlay.options[0].share).rounded())
    #expect(try cost(taking: least) != nil)
    // The search beside the relaxation ends after its share of work, so the edge is known to a few thousandths.
    #expect(try cost(taking: least - 30) == nil)
    // Batteries of 500 MW for two hours cost 50 M a year; nothing smaller holds the goal.
    #expect(abs(outlay.costPerYear - 50e6 * Double(least) / 1000) < 1)
    for size in stride(from: 0, to: least - 30, by: 200) {
      #expect(try cost(taking: size) == nil, "\(size)")
    }
    let total = try #require(explanation.leastTotalCost)
    let best = Int((1000 * total.options[0].share).rounded())
    #expect(best >= least)
    let days = grid.setting.yearShare
    func yearly(_ size: Int) throws -> Double? {
      try cost(taking: size).map { $0 / days + 50e6 * Double(size) / 1000 }
    }
    let found = try #require(try yearly(best))
    let now = try #require(try unenforced())
    #expect(abs((total.totalCostPerYear ?? 0) - (found - now / days)) < 1e-3 * abs(found))
    for size in [least, 800, 1000] where size >= least {
      guard let other = try yearly(size) else { continue }
      #expect(found <= other + 1e-3 * abs(other), "\(size)")
    }
  }

  private func unenforced() throws -> Double? {
    var options = GoalOptions()
    (options.method, options.gap) = (.exact, 1e-6)
    guard case .solved(let result) = try GoalDispatch.run(grid, options: options) else {
      return nil
    }
    return result.cost
  }
}
