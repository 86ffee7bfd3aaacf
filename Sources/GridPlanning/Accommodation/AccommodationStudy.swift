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
  /// The largest wind of which the cheapest schedule was found to use that much, MW; nil where none was found, such as
  /// where what stands of the other is too much already.
  public let wind: Double?
  /// The largest PV of which it was found to, MW; nil as ``wind``.
  public let solar: Double?
  /// What of wind and PV together no schedule takes at this rate that leaves nothing short, MW; proved, nil where it is
  /// not known.
  public let bound: Double?
  /// Whether it takes even the most that was looked for.
  public let isOpen: Bool

  /// Wind and PV together, MW.
  public var capacity: Double? { wind.flatMap { wind in solar.map { wind + $0 } } }
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
  /// Dispatches that are tried below the bound, and how near they come to the largest that holds.
  private static let mostTries = 16
  private static let nearness = 0.005

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
        let answer = try largest(growth, at: rate)
        if monitor.isStopped { return found }
        found.append(answer)
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
  ) throws(SolverError) -> Accommodation {
    let grown = growing(growth)
    var goal = Goal()
    (goal.id, goal.metric, goal.comparison) = ("use", "curtailment", .atMost)
    goal.threshold = 1 - rate
    let told = monitor.named("\(growth.rawValue) at \(NumberText.shortest(100 * rate)) % of use")
    guard let sized = sized(grown), let top = try bound(sized, goal, told) else {
      return Accommodation(
        growth: growth,
        useRate: rate,
        wind: nil,
        solar: nil,
        bound: nil,
        isOpen: false
      )
    }
    let held = try held(sized, goal, from: top.value, told)
    let standing = grown.reduce(0) { $0 + $1.facts.capacity }
    func taken(_ isCounted: (Technology) -> Bool) -> Double? {
      held.map { held in
        capacity(isCounted) + (held - 1)
          * grown.reduce(0) { $0 + (isCounted($1.facts.technology) ? $1.facts.capacity : 0) }
      }
    }
    return Accommodation(
      growth: growth,
      useRate: rate,
      wind: taken(\.isWind),
      solar: taken(\.isSolar),
      bound: top.bound.map { bound in capacity { _ in true } + (bound - 1) * standing },
      isOpen: held.map { $0 >= Self.most * (1 - 1e-4) } ?? false
    )
  }

  /// The largest multiple of what stands whose cheapest schedule holds the rate, to half a hundredth; nil where none
  /// that was tried does.
  private func held(
    _ sized: SizedGrid,
    _ goal: Goal,
    from top: Double,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> Double? {
    let most = goal.threshold ?? 0
    var held: (factor: Double, excess: Double)?
    var missed = (factor: top, excess: 0.0)
    var (factor, step) = (top, 0.0)
    for _ in 0..<Self.mostTries where factor > 1e-3 * top {
      let judged = try dispatch(sized, goal, taking: factor, monitor)
      if monitor.isStopped { break }
      let excess = judged.map { $0 - most } ?? 0.01
      if excess <= 1e-6 * most { held = (factor, excess) } else { missed = (factor, excess) }
      if let held {
        if held.factor >= missed.factor * (1 - Self.nearness) { break }
        // Where a line through both meets the rate, not too near to either.
        let part = -held.excess / max(missed.excess - held.excess, 1e-12)
        factor = held.factor + min(0.9, max(0.1, part)) * (missed.factor - held.factor)
      } else {
        // What is curtailed too much is about what grew too much; where that is not enough, twice as much.
        step = step > 0 ? min(0.5, 2 * step) : min(0.3, max(Self.nearness, 1.5 * excess))
        factor *= 1 - step
      }
    }
    return held?.factor
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

  /// The most that the program takes, and what none takes, as multiples of what stands; nil where it has no answer.
  private func bound(
    _ sized: SizedGrid,
    _ goal: Goal,
    _ monitor: SolveMonitor
  ) throws(SolverError) -> (value: Double, bound: Double?)? {
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
    let share = solved.values[first]
    // What goes short whatever is built stands in the bound as well, which then says nothing of the capacity.
    let isShort = solved.cost + worth * share > 1e-3 * worth * SizedGrid.parts
    let bound = Self.most * -solved.lowerBound / worth / SizedGrid.parts
    return (Self.most * share / SizedGrid.parts, isShort ? nil : min(Self.most, bound))
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
