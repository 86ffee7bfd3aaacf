import Grid
package import LinearProgramming

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

  /// How the solve ended.
  public internal(set) var status: Status
  /// Whether a limit or the user ended the solve before the gap was met.
  public internal(set) var wasStopped = false
  /// The cost of the schedule, in the model's currency.
  public let cost: Double
  /// What no schedule can cost less than; −∞ where nothing is known.
  public internal(set) var lowerBound: Double
  /// `(cost − lowerBound) / max(|cost|, Σ of the positive cost terms, 1)`.
  public internal(set) var gap: Double
  /// The share of `cost − lowerBound` that falls in each hour.
  public let gapByHour: [Double]
  /// The method that was used: `exact` or `rolling`.
  public let method: String
  /// Why that method, and what happened on the way, in lines.
  public internal(set) var messages: [String]
  /// Solver iterations in all.
  public let iterations: Int
  /// The schedule, prices included.
  public internal(set) var schedule: Schedule
  /// The assets.
  public internal(set) var assets: [AssetSummary]
  /// All series, whatever part of the grid the result is about.
  package let wholeSeries: [Schedule.Series]
  /// All assets, whatever part of the grid the result is about.
  package let wholeAssets: [AssetSummary]
  /// Each part of the cost.
  public let costs: [CostItem]
  /// What the tie-breaks come to, which are no cost.
  package internal(set) var ties: [TieBreakItem] = []
  /// What came of each goal, in the order written.
  public internal(set) var verdicts: [GoalVerdict] = []
  /// Who is paid and who pays after the dispatch.
  public internal(set) var settlement = Settlement()
  /// Energy that corridors and lines lose beyond the least that the zones' net positions need, MWh.
  public internal(set) var burntByNetwork = 0.0
  /// The same by hour, of the zones of each part of the grid where it can be.
  package internal(set) var networkBurnt: [Set<String>: [Double]] = [:]
  /// The most that a rule of the program is broken by at the schedule, in the rule's own unit.
  package internal(set) var residual = 0.0
  /// How long it took to build the program; differs between runs.
  package internal(set) var buildTime = Duration.zero
  /// What is registered for the hour of the largest load, by goal.
  package internal(set) var registeredResponse: [String: RegisteredResponse] = [:]
  /// What could be given beyond demand: of the whole grid under no name, of zones that goals name by theirs.
  package internal(set) var margins: [String: CapacityMargin] = [:]
  /// Pieces of the solver's work and their seconds; differs between runs.
  package internal(set) var work = WorkLog()
  /// Second solves for peak response.
  package internal(set) var verifiedResponse: [VerifiedResponse] = []

  init(
    status: Status,
    cost: Double,
    lowerBound: Double,
    gap: Double,
    gapByHour: [Double],
    method: String,
    messages: [String],
    iterations: Int,
    schedule: Schedule,
    costs: [CostItem],
    assets: [AssetSummary]
  ) {
    self.status = status
    self.cost = cost
    self.lowerBound = lowerBound
    self.gap = gap
    self.gapByHour = gapByHour
    self.method = method
    self.messages = messages
    self.iterations = iterations
    self.schedule = schedule
    self.costs = costs
    self.assets = assets
    wholeSeries = schedule.series
    wholeAssets = assets
  }

  /// What could be given beyond demand in the hour of the peak and the tightest one; nil without demand.
  public var margin: CapacityMargin? { margins[""] }

  /// The assets as metrics see them.
  package var view: AssetView { AssetView(assets: assets) }

  /// The cost of a kind.
  public func cost(of kind: CostKind) -> Double {
    costs.reduce(0) { $0 + ($1.kind == kind ? $1.amount : 0) }
  }

  /// Energy lost by stores that charge and discharge in the same hour, MWh.
  ///
  /// A store that takes in c and gives d in one hour passes the lesser of c and d/η through; what of it is
  /// lost is (1 − η) times that, with η the round-trip efficiency.
  public var burntByStorage: Double {
    assets.reduce(0) { sum, asset in
      guard let efficiency = asset.facts.roundTripEfficiency else { return sum }
      let charging = schedule.hourly(.charging) { $0 == asset.name }
      let discharging = schedule.hourly(.discharging) { $0 == asset.name }
      let passed = zip(charging, discharging).reduce(0) {
        $0 + max(0, min($1.0, $1.1 / efficiency))
      }
      return sum + (1 - efficiency) * passed
    }
  }

  /// What the network between some zones burns, MWh.
  func burntByNetwork(among zones: Set<String>) -> Double {
    (networkBurnt[zones] ?? []).reduce(0, +)
  }

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
