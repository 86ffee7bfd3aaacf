public import GridDispatch
public import GridFormulation
public import GridGoals
public import GridPlanning
public import Hourly
public import Verification

/// All that the summary of a result tells, as numbers: the text and `summary.json` derive from it.
public struct Summary: Sendable {
  /// The model's name.
  public let name: String
  /// The model's title, empty where it has none.
  public let title: String
  /// What the command line sets otherwise than the model.
  public let variant: [ModelChange]
  /// The zones' names.
  public let zones: [String]
  /// The unit of money.
  public let currency: String
  /// The hours that were solved.
  public let horizon: Horizon
  /// The hours of the whole model.
  public let modelHours: Int
  /// How the solve ended.
  public let status: DispatchResult.Status
  /// The cost of the schedule.
  public let cost: Double
  /// The certified lower bound; nil where there is none.
  public let lowerBound: Double?
  /// The certified gap; nil where there is no bound.
  public let gap: Double?
  /// What each day adds to `cost − lowerBound`, what belongs to no day last; empty without a bound.
  public let gapByDay: [Double]
  /// The parts of the cost by kind.
  public let costs: [(kind: CostKind, amount: Double)]
  /// Yearly upkeep that does not depend on the dispatch, for the hours solved.
  public let fixedCost: Double
  /// Yearly cost of the capital that the assets bind, for the hours solved; no part of any other cost.
  public let capitalCost: Double
  /// What each asset did.
  public let assets: [AssetFigures]
  /// What the system did.
  public let totals: SystemTotals
  /// Where the energy went that generation made.
  public let balance: EnergyBalance
  /// Fuel and emissions by technology.
  public let emissions: EmissionFigures
  /// Whether there was enough.
  public let adequacy: Adequacy
  /// The prices by zone.
  public let prices: [PriceFigures]
  /// What each zone did.
  public let zoneFigures: [ZoneFigures]
  /// What each corridor and line carried.
  public let links: [LinkFigures]
  /// What the heat networks used; nil where the model has none.
  public let heat: HeatFigures?
  /// Curtailed wind and PV by month and hour of the day, MWh.
  public let curtailment: [[Double]]
  /// Who is paid and who pays after the dispatch.
  public let settlement: Settlement
  /// What came of the goals.
  public let goals: [GoalVerdict]
  /// What the check without the solver found.
  public let verification: VerificationReport
  /// The most wind and PV that the grid takes, where that was asked for.
  public var accommodation: [Accommodation] = []

  /// Draws a result together.
  public init(of result: JudgedResult, for model: GridModel, verification: VerificationReport) {
    let schedule = result.schedule.settled(by: result.assets)
    name = model.name
    title = model.title
    variant = model.changes
    zones = model.zoneNames
    currency = model.currency
    horizon = model.horizon
    modelHours = model.setting.modelHorizon.hours
    status = result.status
    cost = result.cost
    lowerBound = result.lowerBound.isFinite ? result.lowerBound : nil
    gap = result.gap.isFinite ? result.gap : nil
    gapByDay = Self.byDay(result.gapByHour, horizon: result.schedule.horizon)
    let gross = result.costs.reduce(0) { $0 + abs($1.amount) }
    let least = Accuracy.money(of: max(verification.grossCost, gross))
    costs = CostKind.allCases.map { ($0, result.cost(of: $0).settled(to: least)) }
    let share = model.setting.yearShare
    let assets = result.assets.map {
      AssetFigures(of: $0, in: schedule, costs: result.costs, yearShare: share)
    }
    self.assets = assets
    fixedCost = assets.reduce(0) { $0 + $1.asset.facts.fixedCost } * model.setting.yearShare
    capitalCost = assets.reduce(0) { $0 + $1.asset.facts.capitalCost } * model.setting.yearShare
    totals = SystemTotals(of: assets, in: result.dispatch, schedule: schedule)
    balance = EnergyBalance(of: assets, in: schedule, totals: totals)
    emissions = EmissionFigures(of: assets)
    adequacy = Adequacy(of: schedule, assets: result.assets, margin: result.margin)
    prices = PriceFigures.all(of: schedule, lostLoad: model.setting.lostLoad)
    zoneFigures = ZoneFigures.all(
      of: schedule,
      assets: result.assets,
      zones: model.zoneNames,
      prices: prices
    )
    links = LinkFigures.all(of: schedule, assets: result.assets)
    heat = HeatFigures(of: schedule, assets: result.assets)
    curtailment = CurtailmentByHour.table(of: schedule, assets: result.assets)
    settlement = result.settlement
    goals = result.verdicts
    self.verification = verification
  }

  private static func byDay(_ gapByHour: [Double], horizon: Horizon) -> [Double] {
    guard gapByHour.count == horizon.hours + 1 else { return [] }
    return horizon.dayRanges.map { $0.reduce(0) { $0 + gapByHour[$1] } } + [
      gapByHour[horizon.hours]
    ]
  }

  /// Whether all hours of the model were solved; goals are else judged on a window.
  public var isWholeModel: Bool { horizon.hours == modelHours }

  /// Variable cost per energy supplied, in the model's currency per MWh.
  public var costPerSupplied: Double? {
    totals.supplied > 0 ? cost / totals.supplied : nil
  }
}
