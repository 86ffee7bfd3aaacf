public import GridDispatch
public import GridFormulation
import GridGoals
import Hourly
public import LinearProgramming
import Tables

/// The most wind and PV that a grid takes at a rate of use (消纳能力).
public struct Accommodation: Sendable {
  /// What grows, in the proportions that stand.
  public enum Growth: String, Sendable, CaseIterable {
    /// Wind and PV alike.
    case windAndSolar = "wind-and-pv"
    /// Wind, beside the PV that stands.
    case wind
    /// PV, beside the wind that stands.
    case solar = "pv"
  }

  /// What grows.
  public let growth: Growth
  /// The share of what the weather offers that is used at the least.
  public let useRate: Double
  /// The largest wind of which the cheapest schedule was found to use that much, MW.
  public let wind: Double
  /// The largest PV of which it was found to, MW.
  public let solar: Double
  /// What of wind and PV together no schedule of the model takes at this rate, MW; proved.
  public let bound: Double
  /// Whether it takes even the most that was looked for.
  public let isOpen: Bool

  /// Wind and PV together, MW.
  public var capacity: Double { wind + solar }
}

/// Finds how much wind and PV a grid takes: a program with their capacity as a column.
///
///     maximise k   subject to the hours of the model, curtailed ≤ (1 − rate) · offered,
///                  capacity of what grows = k · what stands
///
/// There costs play no part, all demand is served, and units run without commitment. The program knows no choice
/// between ways that exclude each other, so that it may burn energy in a store; its answer is a bound. Below it the
/// capacity is found of which the cheapest schedule uses the rate, burnt energy counted as lost.
public struct AccommodationStudy {
  private let grid: GridModel
  private let options: DispatchOptions
  private let monitor: SolveMonitor

  /// How many times of what stands is looked for.
  static let most = 8.0
  /// Dispatches that are tried below the bound.
  private static let mostTries = 8

  /// A study of a model.
  public init(
    _ grid: GridModel,
    options: DispatchOptions,
    monitor: SolveMonitor = SolveMonitor()
  ) {
    (self.grid, self.options, self.monitor) = (grid, options, monitor)
  }

  /// What the grid takes at some rates of use; empty where it has neither wind nor PV.
  @available(*, noasync)
  public func found(at rates: [Double]) throws(SolverError) -> [Accommodation] {
    var found: [Accommodation] = []
    let both = Accommodation.Growth.allCases.dropFirst().allSatisfy { !growing($0).isEmpty }
    let growths = Accommodation.Growth.allCases.filter { both || $0 != .windAndSolar }
    for growth in growths where !growing(growth).isEmpty {
      for rate in rates {
        if let answer = try largest(growth, at: rate) { found.append(answer) }
        if monitor.isStopped { return found }
      }
    }
    return found
  }

  private func growing(_ growth: Accommodation.Growth) -> [any Asset] {
    grid.assets.filter { asset in
      let technology = asset.facts.technology
      let counts = technology.isWind && growth != .solar || technology.isSolar && growth != .wind
      return counts && asset.facts.capacity > 0 && asset.number(of: "capacity_mw") != nil
    }
  }

  private func largest(
    _ growth: Accommodation.Growth,
    at rate: Double
  ) throws(SolverError) -> Accommodation? {
    let grown = growing(growth)
    guard let sized = sized(grown) else { return nil }
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("use", "curtailment", .atMost)
    goal.threshold = 1 - rate
    let told = monitor.named("\(growth.rawValue) at \(NumberText.shortest(100 * rate)) % of use")
    guard let top = try bound(sized, goal, told) else { return nil }
    var factor = top.value
    for _ in 0..<Self.mostTries where factor > 0 {
      let judged = try dispatch(sized, goal, taking: factor, told)
      if monitor.isStopped { return nil }
      if let judged, judged <= (1 - rate) * (1 + 1e-6) + 1e-9 { break }
      // What is curtailed too much is about what grew too much.
      let excess = judged.map { $0 - (1 - rate) } ?? 0.003
      factor *= 1 - min(0.2, max(0.003, 1.5 * excess))
    }
    let stands = capacity { _ in true }
    let standing = grown.reduce(0) { $0 + $1.facts.capacity }
    func taken(_ isCounted: (Technology) -> Bool) -> Double {
      capacity(isCounted) + (factor - 1)
        * grown.reduce(0) { $0 + (isCounted($1.facts.technology) ? $1.facts.capacity : 0) }
    }
    return Accommodation(
      growth: growth,
      useRate: rate,
      wind: taken(\.isWind),
      solar: taken(\.isSolar),
      bound: stands + (top.bound - 1) * standing,
      isOpen: factor >= Self.most * (1 - 1e-4)
    )
  }

  /// Wind and PV that stand, MW.
  private func capacity(_ isCounted: (Technology) -> Bool) -> Double {
    grid.assets.reduce(0) { sum, asset in
      let technology = asset.facts.technology
      let counts = (technology.isWind || technology.isSolar) && isCounted(technology)
      return sum + (counts ? asset.facts.capacity : 0)
    }
  }

  /// The grid without what grows, which is an option of many times what stands.
  private func sized(_ grown: [any Asset]) -> SizedGrid? {
    var options: [CapacityOption] = []
    var assets = grid.assets
    for asset in grown {
      let full = Self.most * asset.facts.capacity
      guard let place = assets.firstIndex(where: { $0.name == asset.name }),
        case .success(let none) = asset.changed("capacity_mw", to: "0"),
        case .success(let all) = asset.changed("capacity_mw", to: NumberText.shortest(full))
      else { return nil }
      assets[place] = none
      var option = CapacityOption()
      (option.name, option.asset) = ("growth of \(asset.name)", asset.name)
      option.changes = [.init(column: "capacity_mw", unit: "MW", before: 0, after: full)]
      option.changed = all
      (option.extent.unit, option.extent.full, option.extent.megawatts) = ("MW", full, full)
      options.append(option)
    }
    let without = SizedGrid(grid).grid(of: assets.map { [$0] })
    return SizedGrid(
      GridModel(
        setting: without.setting,
        assets: assets,
        goals: [],
        options: options,
        issues: [],
        resolved: []
      )
    )
  }

  /// The most that the program takes, and what none takes, as multiples of what stands.
  private func bound(
    _ sized: SizedGrid,
    _ goal: Goal,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> (value: Double, bound: Double)? {
    var (model, columns) = sized.formulated(enforcing: [goal])
    guard let first = columns.first else { return nil }
    for column in columns.dropFirst() {
      model.requireTotal(
        "growth alike",
        of: Owner("options", zone: ""),
        HourlySum(column: column) - HourlySum(column: first),
        over: 0..<1,
        atLeast: 0,
        atMost: 0,
        isGlobal: true
      )
    }
    let shortage = model.charges.filter { $0.kind.isShortage }
    let hours = Double(max(model.horizon.hours, 1))
    let megawatts = sized.options.reduce(0) { $0 + $1.extent.full }
    // A MW is worth what a thousand hours of it are at 100; what goes short costs more than that.
    let worth = 1e5 * megawatts / SizedGrid.parts
    model.replaceObjective(by: (-worth / hours) * HourlySum(column: first))
    for charge in shortage {
      model.charge(charge.kind, 10 * charge.price, for: charge.sum, of: charge.owner)
    }
    var solving = SolveOptions(method: .exact, gap: 1e-4, threads: options.threads)
    solving.seeksFirst = false
    solving.interiorTolerance = 1e-6
    solving.interiorRows = PlanContext.interiorRows
    let program = model.build().withoutExclusions
    solving.fallsBack = program.rowCount <= PlanContext.mostSimplexRows
    let solved = try Solver.solve(program, options: solving, monitor: monitor)
    guard solved.hasValues else { return nil }
    return (
      Self.most * solved.values[first] / SizedGrid.parts,
      min(Self.most, Self.most * -solved.lowerBound / worth / SizedGrid.parts)
    )
  }

  /// The curtailment of the cheapest schedule; nil where there is none.
  private func dispatch(
    _ sized: SizedGrid,
    _ goal: Goal,
    taking factor: Double,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> Double? {
    let shares = sized.options.map { _ in factor / Self.most }
    var taken = sized.grid(taking: shares)
    taken.setCommitment(.none)
    let judged = GridModel(
      setting: taken.setting,
      assets: taken.assets,
      goals: [goal],
      options: [],
      issues: [],
      resolved: []
    )
    var dispatching = options
    (dispatching.method, dispatching.gap) = (.exact, 1e-3)
    let outcome = try GoalDispatch.hold([], in: judged, options: dispatching, monitor: monitor)
    guard case .solved(let result) = outcome else { return nil }
    return result.verdicts.first { $0.goal.id == goal.id }?.value
  }
}
