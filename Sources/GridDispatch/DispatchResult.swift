public import GridFormulation
import Hourly
package import LinearProgramming
import Tables

/// The outcome of a dispatch: the schedule, what it costs and what the goals make of it.
public struct DispatchResult: Sendable {
  /// How the solve ended.
  public enum Status: String, Sendable {
    /// The certified gap is within the one asked for.
    case optimal
    /// A schedule with its certified gap, stopped before the gap was met.
    case feasible
    /// A schedule with its certified gap, wider than the one asked for though nothing stopped the search.
    case gapNotMet = "gap not met"

    init(gap: Double, asked: Double, wasStopped: Bool) {
      self = gap <= asked ? .optimal : wasStopped ? .feasible : .gapNotMet
    }
  }

  /// What is known of the cost of a schedule.
  package struct Bounds: Sendable {
    /// The cost, in the model's currency.
    package let cost: Double
    /// What no schedule can cost less than; −∞ where nothing is known.
    package let lower: Double
    /// `(cost − lower) / max(|cost|, Σ of the positive cost terms, 1)`.
    package let gap: Double
    /// The gap that was asked for.
    package let asked: Double
    /// The share of `cost − lower` that falls in each hour.
    package let byHour: [Double]

    package init(cost: Double, lower: Double, gap: Double, asked: Double, byHour: [Double]) {
      (self.cost, self.lower, self.gap) = (cost, lower, gap)
      (self.asked, self.byHour) = (asked, byHour)
    }
  }

  /// How a schedule was found.
  package struct Run: Sendable {
    /// The method that was used.
    package var method = ""
    /// Why that method, and what happened on the way, in lines.
    package var messages: [String] = []
    /// Solver iterations in all.
    package var iterations = 0
    /// Whether a limit or the user ended the solve.
    package var wasStopped = false
    /// The most that a rule of the program is broken by at the schedule, in the rule's own unit.
    package var residual = 0.0
    /// How long it took to build the program.
    package var buildTime = Duration.zero
    /// Pieces of the solver's work and their seconds.
    package var work = WorkLog()
  }

  /// How the solve ended.
  public var status: Status {
    Status(gap: bounds.gap, asked: bounds.asked, wasStopped: run.wasStopped)
  }
  /// Whether a limit or the user ended the solve before the gap was met.
  public var wasStopped: Bool { run.wasStopped }
  /// The cost of the schedule, in the model's currency.
  public var cost: Double { bounds.cost }
  /// What no schedule can cost less than; −∞ where nothing is known.
  public var lowerBound: Double { bounds.lower }
  /// `(cost − lowerBound) / max(|cost|, Σ of the positive cost terms, 1)`.
  public var gap: Double { bounds.gap }
  /// The share of `cost − lowerBound` that falls in each hour.
  public var gapByHour: [Double] { bounds.byHour }
  /// The method that was used: `exact` or `rolling`.
  public var method: String { run.method }
  /// Why that method, and what happened on the way, in lines.
  public var messages: [String] { run.messages }
  /// Solver iterations in all.
  public var iterations: Int { run.iterations }
  /// The most that a rule of the program is broken by at the schedule, in the rule's own unit.
  package var residual: Double { run.residual }
  /// How long it took to build the program; differs between runs.
  package var buildTime: Duration { run.buildTime }
  /// Pieces of the solver's work and their seconds; differs between runs.
  package var work: WorkLog { run.work }
  /// The schedule, prices included.
  public let schedule: Schedule
  /// The assets.
  public let assets: [AssetSummary]
  /// Each part of the cost.
  public let costs: [CostItem]
  /// What the tie-breaks come to, which are no cost.
  package let ties: [TieBreakItem]
  /// Who is paid and who pays after the dispatch.
  public let settlement: Settlement
  /// Energy that corridors and lines lose beyond the least that the zones' net positions need, MWh.
  public let burntByNetwork: Double
  /// What could be given beyond demand in the hour of the peak and the tightest one; nil without demand.
  public let margin: CapacityMargin?
  package let bounds: Bounds
  package let run: Run

  /// A schedule with all that follows from it.
  package init(
    of schedule: Schedule,
    in grid: GridModel,
    bounds: Bounds,
    burntByNetwork: Double,
    costs: [CostItem],
    ties: [TieBreakItem],
    run: Run
  ) {
    self.init(
      of: schedule,
      assets: grid.assetSummaries,
      bounds: bounds,
      burntByNetwork: burntByNetwork,
      costs: costs,
      ties: ties,
      settlement: Settlement(
        of: schedule,
        costs: costs,
        among: grid.assetSummaries,
        in: grid.setting
      ),
      margin: CapacityMargin(of: grid, demand: schedule.hourly(.demand), in: .whole),
      run: run
    )
  }

  /// A schedule with what is said of it.
  package init(
    of schedule: Schedule,
    assets: [AssetSummary],
    bounds: Bounds,
    burntByNetwork: Double = 0,
    costs: [CostItem] = [],
    ties: [TieBreakItem] = [],
    settlement: Settlement = Settlement(),
    margin: CapacityMargin? = nil,
    run: Run = Run()
  ) {
    (self.schedule, self.assets, self.bounds) = (schedule, assets, bounds)
    (self.burntByNetwork, self.costs, self.ties) = (burntByNetwork, costs, ties)
    (self.settlement, self.margin, self.run) = (settlement, margin, run)
  }

  /// The same schedule beside the lower bound of a weaker program, with a word on it.
  package func bounded(by weaker: DispatchResult, _ message: String) -> DispatchResult {
    let gross = costs.reduce(0) { $0 + max(0, $1.amount) }
    let gap = max(0, cost - weaker.lowerBound) / max(abs(cost), gross, 1)
    var run = run
    run.messages.append(message)
    return DispatchResult(
      of: schedule,
      assets: assets,
      bounds: Bounds(
        cost: cost,
        lower: weaker.lowerBound,
        gap: gap,
        asked: bounds.asked,
        byHour: gapByHour
      ),
      burntByNetwork: burntByNetwork,
      costs: costs,
      ties: ties,
      settlement: settlement,
      margin: margin,
      run: run
    )
  }

  /// The cost of a kind.
  public func cost(of kind: CostKind) -> Double {
    costs.reduce(0) { $0 + ($1.kind == kind ? $1.amount : 0) }
  }

  /// Energy lost by stores that charge and discharge in the same hour, MWh.
  public var burntByStorage: Double { schedule.burntByStorage(among: assets) }

  /// The hours in which some store charges and discharges by more than a MW at once.
  public var hoursOfSimultaneousStorage: Int {
    var isSimultaneous = [Bool](repeating: false, count: schedule.horizon.hours)
    for asset in assets where asset.facts.technology.isStorage {
      let charging = schedule.hourly(.charging) { $0 == asset.name }
      let discharging = schedule.hourly(.discharging) { $0 == asset.name }
      for step in schedule.horizon.steps where min(charging[step], discharging[step]) > 1 {
        isSimultaneous[step] = true
      }
    }
    return isSimultaneous.filter { $0 }.count
  }
}
