import GridDispatch
import GridGoals
import LinearProgramming
import SmallGrids
import Tables

@testable import GridFormulation
@testable import GridPlanning

/// A small grid with options in whole units, to plan and to try every size of.
struct PlannedGrid {
  var model: SmallModel
  private(set) var options: [CapacityOption] = []

  init(_ model: SmallModel) { self.model = model }

  var grid: GridModel {
    GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: model.goals,
      options: options,
      issues: [],
      resolved: []
    )
  }

  /// An option of so many whole parts that takes columns to new figures; its cost is for the hours of the model.
  mutating func add(
    _ name: String,
    on asset: String,
    parts: Double,
    cost: Double,
    isConversion: Bool = false,
    group: String? = nil,
    _ columns: [(String, Double)]
  ) throws {
    guard let present = model.assets.first(where: { $0.name == asset }) else { return }
    var option = CapacityOption()
    (option.name, option.asset, option.group) = (name, asset, group)
    option.isConversion = isConversion
    option.extent.parts = parts
    option.extent.full = parts
    option.extent.unit = "units"
    option.cost = OptionCost(perYear: cost / model.setting.yearShare, outlay: 10 * cost)
    var changed = present
    for (column, after) in columns {
      let before = present.number(of: column) ?? 0
      option.changes.append(.init(column: column, unit: "", before: before, after: after))
      changed = try changed.changed(column, to: NumberText.shortest(after)).get()
    }
    option.changed = changed
    option.extent.megawatts = abs(changed.facts.capacity - present.facts.capacity)
    options.append(option)
  }

  /// Every combination of whole parts that the ties between options allow.
  var combinations: [[Double]] {
    let sized = SizedGrid(grid)
    var all: [[Double]] = [[]]
    for option in options {
      let parts = Int(option.extent.parts ?? 1)
      all = all.flatMap { shares in (0...parts).map { shares + [Double($0) / Double(parts)] } }
    }
    return all.filter { shares in
      sized.ties.allSatisfy { tie in
        zip(tie.weights, shares).reduce(0) { $0 + $1.0 * $1.1 } <= tie.most + 1e-9
      }
    }
  }

  /// What a combination costs with its options; nil where its goals cannot be held.
  func cost(of shares: [Double], holding goals: [Goal] = []) throws -> Double? {
    let planned = SizedGrid(grid).grid(taking: shares)
    var dispatching = GoalOptions()
    dispatching.gap = 1e-9
    dispatching.method = .exact
    let outcome = try GoalDispatch.hold(
      goals,
      in: planned,
      options: dispatching.dispatch,
      monitor: .init()
    )
    guard case .solved(let result) = outcome,
      result.verdicts.allSatisfy({ verdict in
        !goals.contains { $0.id == verdict.goal.id } || verdict.verdict == .pass
      })
    else { return nil }
    let outlay = zip(options, shares).reduce(0) { $0 + $1.1 * $1.0.cost.perYear }
    return result.cost + outlay * model.setting.yearShare
  }

  /// The plan to a gap that leaves nothing.
  func plan(
    gap: Double = 1e-7,
    goals: PlanOptions.Goals = .all,
    fractions: Bool = false
  ) throws -> PlanOutcome {
    var planning = PlanOptions()
    planning.takesFractions = fractions
    planning.dispatch.gap = gap
    planning.goals = goals
    return try Planner.run(grid, options: planning)
  }
}
