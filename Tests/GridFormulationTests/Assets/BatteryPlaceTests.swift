import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import GridGoals

/// Stores beside a plant and at a customer; costs without the tie-breaks of a few thousandths.
struct BatteryPlaceTests {
  /// Import at prices beside 20 MW of wind, and a lossless battery of 10 MW and 10 MWh.
  private func model(
    load: [Double] = [50, 50],
    importAt prices: [Double] = [100, 300],
    wind: [Double],
    _ change: (inout Battery) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load, importAt: prices)
    let available = model.series("wind", wind)
    model.add(Wind.self) {
      ($0.name, $0.capacity, $0.availability) = ("wind", Power(megawatts: 20), available)
    }
    model.add(Battery.self) {
      $0.makePlain(power: 10)
      change(&$0)
    }
    return model
  }

  private func isNear(_ solved: SolvedModel, _ cost: Double) -> Bool {
    abs(solved.cost - cost) < 0.5
  }

  // MARK: Charging

  @Test func `a store beside a plant that gives enough charges as at the grid`() throws {
    // 15 MW of wind, 10 of it stored: 45 · 100 + 40 · 300.
    let solved = try model(wind: [0.75, 0]) { $0.stand(beside: "wind") }.solve()
    #expect(solved.power("battery") == [-10, 10])
    #expect(isNear(solved, 16_500))
  }

  @Test func `a store beside a plant charges no more than the plant gives`() throws {
    // 5 MW of wind, all of it stored: 50 · 100 + 45 · 300; from the grid 10 MW would be.
    let beside = try model(wind: [0.25, 0]) { $0.stand(beside: "wind") }.solve()
    #expect(beside.power("battery") == [-5, 5])
    #expect(isNear(beside, 18_500))
    let grid = try model(wind: [0.25, 0]).solve()
    #expect(isNear(grid, 17_500))
    // Told so, it charges from the grid as well.
    let told = try model(wind: [0.25, 0]) {
      $0.stand(beside: "wind")
      $0.chargesFromGrid = true
    }.solve()
    #expect(told.power("battery") == [-10, 10])
  }

  @Test func `a MWh more of the plant is worth the dear hour where charging is bound to it`()
    throws
  {
    // One more of 20 MW in a hundred: stored, it saves a MWh at 300; where charging is full, one at 100.
    func cost(_ wind: Double) throws -> Double {
      try model(wind: [wind, 0]) { $0.stand(beside: "wind") }.solve().cost
    }
    #expect(abs(try cost(0.25) - cost(0.30) - 300) < 0.5)
    #expect(abs(try cost(0.75) - cost(0.80) - 100) < 0.5)
  }

  @Test func `stores beside one plant share what it gives`() throws {
    var model = model(wind: [0.25, 0]) {
      $0.makePlain(power: 5)
      $0.stand(beside: "wind")
    }
    model.add(Battery.self) {
      $0.makePlain(power: 5)
      $0.name = "other"
      $0.stand(beside: "wind")
    }
    let solved = try model.solve()
    let charged = zip(solved.power("battery"), solved.power("other")).map { rounded($0 + $1) }
    #expect(charged == [-5, 5])
    #expect(isNear(solved, 18_500))
  }

  @Test func `a store that does not pay stays still beside a plant`() throws {
    let solved = try model(wind: [0.75, 0]) {
      $0.stand(beside: "wind")
      $0.wear = 500
    }.solve()
    #expect(solved.power("battery") == [0, 0])
  }

  // MARK: The connection

  @Test(arguments: [
    // Wind takes the 20 MW of its capacity: nothing of the store goes through.
    (limit: Double?.none, given: [0.0, 0], cost: 12_000.0),
    // 5 MW are left in each hour, and the store holds as much as both: 25 · 100 + 25 · 300.
    (25, [5, 5], 10_000), (26, [4, 6], 9800),
    // All goes through in the dear hour: 30 · 100 + 20 · 300.
    (40, [0, 10], 9000),
  ])
  func `plant and store go through one connection`(
    limit: Double?,
    given: [Double],
    cost: Double
  ) throws {
    // The wear keeps it from giving in place of wind, at a gain of the tie-break.
    let solved = try model(wind: [1, 1]) {
      $0.stand(beside: "wind")
      $0.connection = limit
      ($0.startLevel, $0.endRule, $0.wear) = (1, .free, 1)
    }.solve()
    #expect(solved.power("battery") == given)
    #expect(isNear(solved, cost + given.reduce(0, +)))
  }

  @Test func `a connection limits what a store takes from the grid and gives to it`() throws {
    // 4 MWh moved: 150 MWh at 100, 100 and 300 less 4 · 200.
    let solved = try model(load: [50, 50, 50], importAt: [100, 100, 300], wind: [0, 0, 0]) {
      $0.stand(beside: "wind")
      ($0.chargesFromGrid, $0.connection) = (true, 4)
    }.solve()
    #expect(solved.power("battery")[2] == 4)
    #expect(isNear(solved, 24_200))
  }

  // MARK: Reserve

  @Test(arguments: [(limit: 30.0, cost: 3000.0), (20, 4000)])
  func `reserve counts as far as it goes through the connection`(
    limit: Double,
    cost: Double
  ) throws {
    // 10 MW held: by the store where 10 MW of the connection are free, else 10 MW of wind make room.
    var model = model(load: [50], importAt: [100], wind: [1]) {
      $0.stand(beside: "wind")
      ($0.startLevel, $0.endRule, $0.wear, $0.connection) = (1, .free, 1, limit)
    }
    model.setting.zones[0].reserve.up = .constant(10)
    let solved = try model.solve()
    #expect(solved.power("battery") == [0])
    #expect(isNear(solved, cost))
  }

  @Test(arguments: [(scarcity: 3000.0, cost: 19_500.0, charged: 0.0), (150, 19_250, 5)])
  func `what a store beside a plant charges is no downward reserve of the plant`(
    scarcity: Double,
    cost: Double,
    charged: Double
  ) throws {
    // 5 MW of wind could be switched off; what of it is stored leaves that much less to the grid. Storing a MWh
    // saves 200, and costs the price of a MW of reserve that lacks.
    var model = model(wind: [0.25, 0]) { $0.stand(beside: "wind") }
    model.setting.zones[0].reserve.down = model.series("down", [5, 0])
    model.setting.zones[0].reserve.scarcityPrice = scarcity
    let solved = try model.solve()
    #expect(solved.values(.charging, of: "battery") == [charged, 0])
    #expect(isNear(solved, cost))
  }

  // MARK: At a customer

  @Test func `what a store gives at a customer saves the network's loss as well`() throws {
    // A fifth is lost: 40 MW of load are 50 sent out, 10 MW at the customer 12.5: 50 · 100 + 37.5 · 300.
    var model = model(load: [40, 40], wind: [0, 0]) {
      ($0.place, $0.startLevel, $0.endRule) = (.user, 1, .free)
    }
    model.setting.zones[0].gridLoss = 0.2
    let solved = try model.solve()
    #expect(solved.values(.discharging, of: "battery") == [0, 10])
    #expect(solved.power("battery") == [0, 12.5])
    #expect(isNear(solved, 16_250))
  }

  @Test func `a store at a customer counts in peak response where asked`() throws {
    var battery = Battery()
    battery.makePlain(power: 10)
    battery.countsInResponse = true
    #expect(battery.facts.registeredResponse == 0)
    battery.place = .user
    #expect(battery.facts.registeredResponse == 10)
    battery.countsInResponse = false
    #expect(battery.facts.registeredResponse == 0)
  }

  // MARK: Sizes that are decisions

  @Test(arguments: [0.0, 0.5, 1])
  func `an option on a store beside a plant is bound to the plant as the store of that size is`(
    share: Double
  ) throws {
    var model = model(wind: [0.25, 0.1]) { $0.stand(beside: "wind") }
    model.setting.zones[0].reserve.up = .constant(5)
    model.setting.zones[0].reserve.down = .constant(1)
    let store = try #require(model.assets.last as? Battery)
    var option = CapacityOption()
    (option.name, option.asset) = ("more", "battery")
    option.changes = ["power_mw", "energy_mwh"].map {
      .init(column: $0, unit: "", before: 10, after: 40)
    }
    var changed = store
    changed.makePlain(power: 40)
    changed.stand(beside: "wind")
    option.changed = changed
    let grid = GridModel(
      setting: model.setting,
      assets: model.assets,
      goals: [],
      options: [option],
      issues: [],
      resolved: []
    )
    let sized = SizedGrid(grid)
    var (program, shares) = sized.formulated(enforcing: [])
    program.requireTotal(
      "given share",
      of: Owner("test", zone: ""),
      HourlySum(column: shares[0]),
      over: 0..<1,
      atLeast: share * SizedGrid.parts,
      atMost: share * SizedGrid.parts,
      isGlobal: true
    )
    let options = SolveOptions(method: .exact, gap: 1e-9, threads: 1)
    let together = try Solver.solve(program.build(), options: options).cost
    let written = sized.grid(taking: [share]).formulated(CommitmentDetail.none).build()
    let apart = try Solver.solve(written, options: options).cost
    #expect(abs(together - apart) < 1e-6 * apart)
  }
}

/// What the columns of a place say that cannot hold.
struct BatteryPlaceFaultTests {
  private func issues(_ row: String, besides files: KeyValuePairs<String, String> = [:]) throws
    -> [String]
  {
    let header = "name,place,beside,charges_from_grid,connection_mw,counts_in_peak_response,"
    let folder = try ModelFolder([
      "assets/battery.csv": header + "power_mw,energy_mwh\n" + row
    ])
    for (file, text) in files { try folder.write(text, to: file) }
    do {
      return try folder.read().issues.map { folder.shown($0.description) }
    } catch {
      return error.issues.map { folder.shown($0.description) }
    }
  }

  @Test(arguments: [
    ("store,generation,ridge,,,,10,20\n", ""),
    ("store,generation,,,,,10,20\n", "warning: place = generation: is beside a plant that nothing"),
    ("store,generation,rigde,,,,10,20\n", "error: beside = rigde: rigde is not an asset"),
    ("store,grid,ridge,,,,10,20\n", "error: beside = ridge: names a plant, but `place` is grid"),
    ("store,grid,,yes,,,10,20\n", "warning: charges_from_grid = yes: has an effect only beside"),
    ("store,user,,,5,,10,20\n", "warning: connection_mw = 5: has an effect only beside"),
    ("store,grid,,,,yes,10,20\n", "warning: counts_in_peak_response = yes: has an effect only"),
    ("store,user,,,,yes,10,20\n", ""),
    ("a,generation,ridge,,90,,10,20\nb,generation,ridge,,80,,10,20\n", "is 90 MW at another"),
    ("a,generation,ridge,,90,,10,20\nb,generation,ridge,,,,10,20\n", ""),
    ("a,generation,b,,,,10,20\nb,grid,,,,,10,20\n", "b is no plant that makes electricity"),
  ])
  func `columns of a place that do not fit each other are told`(row: String, says: String) throws {
    let found = try issues(row)
    #expect(found.count == (says.isEmpty ? 0 : 1), "\(found)")
    #expect(says.isEmpty || found.contains { $0.contains(says) }, "\(found)")
  }
}

extension Battery {
  /// Takes away losses and wear: what is left is a power for an hour, empty at first.
  fileprivate mutating func makePlain(power megawatts: Double) {
    name = "battery"
    power = Power(megawatts: megawatts)
    energy = Energy(megawattHours: megawatts)
    (chargingEfficiency, dischargingEfficiency) = (1, 1)
    (selfDischarge, wear, startLevel) = (0, 0, 0)
  }

  fileprivate mutating func stand(beside plant: String) {
    (place, beside) = (.generation, plant)
  }
}
