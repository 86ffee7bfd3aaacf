import GridDispatch
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

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
    fractions: Bool = false,
    pricesGoals: Bool = false
  ) throws -> PlanOutcome {
    var planning = PlanOptions()
    planning.pricesGoals = pricesGoals
    planning.takesFractions = fractions
    planning.dispatch.gap = gap
    planning.goals = goals
    return try Planner.run(grid, options: planning)
  }

  /// A day with wind in the night, coal, dear imports, a store and three options of four units.
  static func day(
    wind megawatts: Double = 40,
    costs: (wind: Double, store: Double, retire: Double) = (40_000, 12_000, -16_000)
  ) throws -> PlannedGrid {
    let load = (0..<24).map { 60 + 30 * [0, 0, 0, 1, 2, 3, 4, 4, 3, 3, 3, 4][$0 % 12] / 4.0 }
    var model = SmallModel(load: load)
    let wind = model.series("wind", (0..<24).map { $0 < 9 ? 0.9 : $0 < 15 ? 0.1 : 0.5 })
    model.addImport(80, at: 600)
    model.addPlainCoal(megawatts: 60, cost: 250) {
      ($0.minimumOutput, $0.units, $0.unitSize) = (0.4, 4, Power(megawatts: 15))
    }
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: megawatts), wind)
    }
    model.add(Battery.self) {
      $0.name = "store"
      ($0.power, $0.energy) = (Power(megawatts: 0), Energy(megawattHours: 0))
      ($0.startLevel, $0.endRule) = (0.5, .cyclic)
    }
    var grid = PlannedGrid(model)
    try grid.add(
      "more wind",
      on: "wind",
      parts: 4,
      cost: costs.wind,
      [("capacity_mw", megawatts + 80)]
    )
    try grid.add(
      "store",
      on: "store",
      parts: 4,
      cost: costs.store,
      [("power_mw", 40), ("energy_mwh", 160)]
    )
    try grid.add("retire", on: "coal", parts: 4, cost: costs.retire, [("units", 0)])
    return grid
  }
}

extension PlanOutcome {
  /// The plan, which there must be.
  func planned() throws -> PlanResult {
    guard case .planned(let result) = self else {
      Issue.record("no plan: \(self)")
      throw SolverError.stopped
    }
    return result
  }
}

extension Goal {
  /// A goal on a metric, named as it.
  init(_ metric: String, _ comparison: Comparison, _ threshold: Double) {
    self.init()
    (id, self.metric) = (metric, metric)
    (self.comparison, self.threshold) = (comparison, threshold)
  }
}
