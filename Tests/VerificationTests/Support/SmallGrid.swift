import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// A model of one zone built in memory.
struct SmallGrid {
  var setting = Setting()
  var assets: [any Asset] = []
  var goals: [Goal] = []

  /// The zone's name.
  static let zone = "home"

  /// A zone with a load in each hour from a time on.
  init(load: [Double], from start: TimeStamp = TimeStamp(year: 2030, month: 1, day: 1)) {
    setting.name = "small"
    setting.horizon = Horizon(start: start, hours: load.count)
    setting.modelHorizon = setting.horizon
    setting.series["load"] = load
    var zone = Zone()
    zone.name = Self.zone
    zone.load = .series("load")
    setting.zones = [zone]
    var fuel = Fuel()
    fuel.name = "coal"
    fuel.price = .constant(1000)
    setting.fuels = [fuel]
    fuel.name = "gas"
    fuel.price = .constant(3000)
    setting.fuels.append(fuel)
  }

  /// A zone with a load in each hour beside power that can be bought at a price in each.
  static func buying(load: [Double], at prices: [Double]) -> SmallGrid {
    var grid = SmallGrid(load: load)
    let price = grid.series("price", prices)
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    return grid
  }

  /// Adds a zone with a load in each hour and power that can be bought at a price.
  mutating func addZone(_ name: String, load: [Double], importAt price: Double) {
    var zone = Zone()
    (zone.name, zone.load) = (name, series("load of \(name)", load))
    setting.zones.append(zone)
    var trade = Interchange()
    (trade.name, trade.zone) = ("import of \(name)", name)
    trade.importLimit = Power(megawatts: 1000)
    trade.importPrice = .constant(price)
    assets.append(trade)
  }

  /// Adds an asset that lies between zones.
  mutating func addLink<Kind: Asset>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) {
    var link = Kind()
    change(&link)
    assets.append(link)
  }

  /// The rules, each with the amount, that a schedule breaks where assets of a kind are changed.
  func found<Kind: Asset>(
    in result: JudgedResult,
    _ change: (inout Kind) -> Void
  ) -> [String] {
    changing(Kind.self, change).report(on: result).violations.map {
      "\($0.rule) \(($0.amount * 1e6).rounded() / 1e6)"
    }
  }

  /// Makes values a series of the model.
  mutating func series(_ name: String, _ values: [Double]) -> Profile {
    setting.series[name] = values
    return .series(name)
  }

  /// Adds an asset of a kind, changed from its defaults.
  mutating func add<Kind: Asset & Nameable>(
    _ kind: Kind.Type,
    _ name: String,
    _ change: (inout Kind) -> Void
  ) {
    var asset = Kind()
    change(&asset)
    asset.name = name
    asset.zone = Self.zone
    assets.append(asset)
    let facts = asset.facts
    if facts.technology.isWind || facts.technology.isSolar {
      setting.windAndSolarCapacity += facts.capacity
    }
  }

  /// The same model with every asset of a kind changed.
  func changing<Kind: Asset>(_ kind: Kind.Type, _ change: (inout Kind) -> Void) -> SmallGrid {
    var copy = self
    for index in copy.assets.indices {
      guard var asset = copy.assets[index] as? Kind else { continue }
      change(&asset)
      copy.assets[index] = asset
    }
    return copy
  }

  /// The same model with its setting changed.
  func changing(_ change: (inout Setting) -> Void) -> SmallGrid {
    var copy = self
    change(&copy.setting)
    return copy
  }

  /// The model as the program sees it.
  var model: GridModel {
    GridModel(setting: setting, assets: assets, goals: goals, issues: [], resolved: [])
  }

  /// The model's optimum.
  func solve(_ change: (inout GoalOptions) -> Void = { _ in }) throws -> JudgedResult {
    var options = GoalOptions()
    options.method = .exact
    change(&options)
    guard case .solved(let result) = try GoalDispatch.run(model, options: options) else {
      throw Unsolved()
    }
    return result
  }

  /// The rules that a schedule breaks, sorted, each as `owner: rule`.
  func rulesBroken(by result: JudgedResult) -> [String] {
    report(on: result).violations.map { "\($0.subject): \($0.rule)" }.sorted()
  }

  /// What a check of a schedule finds.
  func report(on result: JudgedResult) -> VerificationReport {
    report(on: result, result.schedule)
  }

  /// What a check finds of a schedule that a result is said to have.
  func report(on result: JudgedResult, _ schedule: Schedule) -> VerificationReport {
    Verifier.verify(
      model,
      schedule,
      cost: result.cost,
      costs: result.costs,
      ties: result.ties
    )
  }
}

/// A model that should have had a schedule has none.
struct Unsolved: Error {}

/// An asset whose name can be set.
protocol Nameable {
  var name: String { get set }
}

extension Coal: Nameable {}
extension Gas: Nameable {}
extension Nuclear: Nameable {}
extension Biomass: Nameable {}
extension Hydro: Nameable {}
extension Wind: Nameable {}
extension Solar: Nameable {}
extension PumpedHydro: Nameable {}
extension Battery: Nameable {}
extension InterruptibleLoad: Nameable {}
extension ShiftableLoad: Nameable {}
extension CaptivePlant: Nameable {}
extension Hydrogen: Nameable {}
extension Desalination: Nameable {}
extension VirtualPowerPlant: Nameable {}
extension EVCharging: Nameable {}
extension Industry: Nameable {}
extension PriceResponsiveLoad: Nameable {}
extension Interchange: Nameable {}
