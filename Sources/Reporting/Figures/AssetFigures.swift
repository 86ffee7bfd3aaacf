public import GridDispatch
public import GridFormulation

/// What one asset did over the hours, as numbers of a report.
public struct AssetFigures: Sendable {
  /// The asset's name, type, zone and size.
  public let asset: AssetSummary
  /// Energy given to the grid, MWh.
  public private(set) var injected = 0.0
  /// Energy taken from the grid, MWh.
  public private(set) var withdrawn = 0.0
  /// Output before own use, MWh; nil where it is not told apart.
  public private(set) var gross: Double?
  /// What the weather offered, MWh.
  public private(set) var available: Double?
  /// What of it was not delivered, MWh.
  public private(set) var curtailed: Double?
  /// Inflow let go unused, MWh.
  public private(set) var spilled: Double?
  /// Fuel burnt, tce.
  public private(set) var fuel: Double?
  /// Coal of it, whatever the technology, tce.
  public var coal: Double? { asset.burntFuel == .coal ? fuel : nil }
  /// CO2 emitted, less what is captured, t.
  public private(set) var carbonDioxide: Double?
  /// CO2 captured, t; nil where none can be.
  public private(set) var carbonCaptured: Double?
  /// SO2 emitted, t.
  public private(set) var sulphurDioxide: Double?
  /// Nitrogen oxides emitted, t.
  public private(set) var nitrogenOxides: Double?
  /// Heat given less heat taken, MWh; nil where it has nothing to do with heat.
  public private(set) var heat: Double?
  /// What it adds to the objective, in the model's currency.
  public private(set) var variableCost = 0.0
  /// Its fixed cost in the hours solved, in the model's currency.
  public private(set) var fixedCost = 0.0
  /// Capital for the hours solved, its share of a year's annuity, in the model's currency.
  public private(set) var capitalCost = 0.0
  /// The parts of a thermal cluster; empty for what has no commitment.
  public private(set) var units: [UnitFigures] = []
  /// What a store did; nil for what is none.
  public private(set) var storage: StorageFigures?
  /// What a flexible load did; nil for what is none.
  public private(set) var demandSide: DemandSideFigures?

  /// Adds up an asset's series over a share of a year.
  public init(
    of asset: AssetSummary,
    in schedule: Schedule,
    costs: [CostItem],
    yearShare: Double = 1
  ) {
    self.asset = asset
    let own = schedule.series.filter { $0.owner == asset.name }
    for entry in own { add(entry) }
    variableCost = costs.reduce(0) { $0 + ($1.owner == asset.name ? $1.amount : 0) }
    units = asset.facts.parts.map { part in
      UnitFigures(of: part, series: own.filter { $0.part == part.name })
    }
    fixedCost = asset.facts.fixedCost * yearShare
    capitalCost = asset.facts.capitalCost * yearShare
    storage = StorageFigures(of: asset, series: own)
    demandSide = DemandSideFigures(of: asset, series: own)
  }

  /// Output before own use, MWh; that at the terminals where it is not told apart.
  public var output: Double { gross ?? injected }

  /// Gross output per gross capacity, h.
  public var fullLoadHours: Double? {
    let facts = asset.facts
    guard facts.technology.isGeneration, facts.capacity > 0 else { return nil }
    return output / facts.capacity
  }

  /// Share of the available energy that was not delivered.
  public var curtailmentRate: Double? {
    guard let available, let curtailed, available > 0 else { return nil }
    return curtailed / available
  }

  private mutating func add(_ entry: Schedule.Series) {
    func sum(_ old: Double?, _ scale: Double = 1) -> Double {
      (old ?? 0) + scale * entry.values.reduce(0, +)
    }
    switch entry.quantity {
    case .power:
      for value in entry.values { if value > 0 { injected += value } else { withdrawn -= value } }
    case .gross: gross = sum(gross)
    case .available: available = sum(available)
    case .curtailed: curtailed = sum(curtailed)
    case .spilled: spilled = sum(spilled)
    case .heat: heat = sum(heat)
    case .fuel: fuel = sum(fuel)
    case .carbonDioxide: carbonDioxide = sum(carbonDioxide)
    case .carbonCaptured: carbonCaptured = sum(carbonCaptured)
    case .sulphurDioxide: sulphurDioxide = sum(sulphurDioxide, 0.001)
    case .nitrogenOxides: nitrogenOxides = sum(nitrogenOxides, 0.001)
    default: break
    }
  }
}
