package import GridDispatch
package import GridFormulation
package import GridGoals
package import Hourly
import Tables
package import Testing
import Verification

/// A model of one zone built in memory, small enough to solve by hand.
package struct SmallModel {
  package var setting = Setting()
  package var assets: [any Asset] = []
  package var goals: [Goal] = []

  /// The zone's name, which heads its demand, unserved energy and price.
  package static let zone = "home"

  /// A zone with a load in each hour, from the first of January on.
  package init(load: [Double], lostLoad: Double = 10_000, month: Int = 1, day: Int = 1) {
    setting.name = "small"
    setting.title = "small"
    setting.horizon = Horizon(
      start: TimeStamp(year: 2030, month: month, day: day),
      hours: load.count
    )
    setting.modelHorizon = setting.horizon
    var zone = Zone()
    zone.name = Self.zone
    zone.valueOfLostLoad = lostLoad
    zone.load = .series("load")
    setting.series["load"] = load
    setting.zones = [zone]
    setting.fuels = [
      Self.fuel("free", price: 0, carbon: 0), Self.fuel("coal", price: 1000, carbon: 2.66),
      Self.fuel("gas", price: 2000, carbon: 1.6),
    ]
  }

  /// A zone with a load in each hour beside power that can be bought at a price in each.
  package init(load: [Double], importAt prices: [Double], upTo megawatts: Double = 1000) {
    self.init(load: load)
    let price = series("price", prices)
    add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: megawatts)
      $0.importPrice = price
    }
  }

  private static func fuel(_ name: String, price: Double, carbon: Double) -> Fuel {
    var fuel = Fuel()
    fuel.name = name
    fuel.price = .constant(price)
    fuel.carbonPerTonne = carbon
    return fuel
  }

  /// Makes values a series of the model.
  package mutating func series(_ name: String, _ values: [Double]) -> Profile {
    setting.series[name] = values
    return .series(name)
  }

  /// Adds a zone with a load in each hour.
  package mutating func addZone(_ name: String, load: [Double], area: String? = nil) {
    var zone = Zone()
    zone.name = name
    zone.area = area
    zone.valueOfLostLoad = setting.zones[0].valueOfLostLoad
    zone.load = series("load of \(name)", load)
    setting.zones.append(zone)
  }

  /// Adds an asset of a kind, changed from its defaults.
  package mutating func add<Kind: Asset>(
    _ kind: Kind.Type,
    in zone: String = Self.zone,
    _ change: (inout Kind) -> Void
  ) {
    var asset = Kind()
    asset.zone = zone
    change(&asset)
    if asset.zone.isEmpty { asset.zone = zone }
    assets.append(asset)
    let facts = asset.facts
    if facts.technology.isWind || facts.technology.isSolar {
      setting.windAndSolarCapacity += facts.capacity
    }
  }

  /// Adds power that can be bought at a price, one for all hours or one an hour.
  package mutating func addImport(
    _ megawatts: Double = 1000,
    at prices: Double...,
    named name: String = "import",
    in zone: String = Self.zone
  ) {
    let price = prices.count == 1 ? Profile.constant(prices[0]) : series("\(name) price", prices)
    add(Interchange.self, in: zone) {
      $0.name = name
      $0.importLimit = Power(megawatts: megawatts)
      $0.importPrice = price
    }
  }

  /// Adds a sink that takes power at a price, one for all hours or one an hour.
  package mutating func addExport(_ megawatts: Double = 1000, at prices: Double...) {
    let price = prices.count == 1 ? Profile.constant(prices[0]) : series("export price", prices)
    add(Interchange.self) {
      $0.name = "export"
      $0.exportLimit = Power(megawatts: megawatts)
      $0.exportPrice = price
    }
  }

  /// Adds a cluster of coal units without starts, ramps, losses or fuel: a price and a capacity.
  package mutating func addPlainCoal(
    _ name: String = "coal",
    megawatts: Double = 100,
    cost: Double = 100,
    in zone: String = Self.zone,
    _ change: (inout Coal) -> Void = { _ in }
  ) {
    add(Coal.self, in: zone) {
      $0.name = name
      $0.makePlain(megawatts: megawatts, cost: cost)
      change(&$0)
    }
  }

  /// The model as the program sees it.
  package var grid: GridModel {
    GridModel(setting: setting, assets: assets, goals: goals, issues: [], resolved: [])
  }

  /// Dispatches the model.
  package func run(_ change: (inout GoalOptions) -> Void = { _ in }) throws -> GoalOutcome {
    var options = GoalOptions()
    options.method = .exact
    options.gap = 1e-9
    change(&options)
    return try GoalDispatch.run(grid, options: options)
  }

  /// Dispatches the model, which must have an optimum; duality must be strong, `Verifier` find no fault.
  ///
  /// Where the law that nothing works both ways at once has a price, a gap is asked for and met instead.
  package func solve(
    _ change: (inout GoalOptions) -> Void = { _ in },
    at location: SourceLocation = #_sourceLocation
  ) throws -> SolvedModel {
    guard case .solved(let result) = try run(change) else {
      throw Unsolved()
    }
    var options = GoalOptions()
    options.gap = 1e-7
    change(&options)
    #expect(result.gap <= options.gap, sourceLocation: location)
    let report = Verifier.verify(grid, result, enforcesGoals: options.enforcesGoals)
    #expect(report.found.map(\.text) == [], sourceLocation: location)
    return SolvedModel(grid: grid, result: result)
  }

  /// Why no schedule exists; nil where one does.
  package func infeasibility() throws -> InfeasibilityReport? {
    guard case .infeasible(let report) = try run() else { return nil }
    return report
  }
}

/// A model that should have had a schedule has none.
package struct Unsolved: Error {
  package init() {}
}

extension Coal {
  /// Takes away starts, ramps, losses and fuel: what is left is a price and a capacity.
  package mutating func makePlain(megawatts: Double, cost: Double) {
    unitSize = Power(megawatts: megawatts)
    units = 1
    minimumOutput = 0
    minimumOutputRetrofitted = 0
    ramp = 60
    rampRetrofitted = 60
    startOutput = 1
    minimumUpHours = 0
    minimumDownHours = 0
    halfLoadRise = 0
    startCoal = 0
    startCost = 0
    variableCost = cost
    ownUse = 0
    forcedOutage = 0
    fuel = "free"
  }
}
