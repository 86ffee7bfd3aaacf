import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct StorageTests {
  /// A lossless store of 10 MW and 10 MWh beside import at given prices.
  private func model(
    load: [Double],
    importAt prices: [Double],
    _ change: (inout Storage) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    let price = model.series("price", prices)
    model.add(Interchange.self) {
      $0.name = "import"
      $0.importLimit = Power(megawatts: 1000)
      $0.importPrice = price
    }
    model.add(Storage.self) {
      $0.name = "store"
      $0.chargingCapacity = Power(megawatts: 10)
      $0.dischargingCapacity = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
      change(&$0)
    }
    return model
  }

  @Test(arguments: zip([114.0, 136], [0.0, 10]))
  func `a store works where the spread pays for charging, discharging and losses`(
    dear: Double,
    given: Double
  ) throws {
    // 10 MWh out take 10 / 0.8 = 12.5 in at 100 + 4 in two hours, and 5 a MWh out: 135 each.
    let solved = try model(load: [50, 50, 50], importAt: [100, 100, dear]) {
      $0.chargingEfficiency = 0.8
      $0.chargingCost = .constant(4)
      $0.dischargingCost = .constant(5)
    }.solve()
    #expect(solved.values(.discharging, of: "store") == [0, 0, given])
    #expect(solved.cost(of: .operation) == given * 10)
  }

  @Test func `a cyclic store begins where it likes and ends there`() throws {
    // Dear first, cheap later: it begins full and is filled again. A given start could not.
    let solved = try model(load: [50, 50], importAt: [100, 20]) { $0.endRule = .cyclic }.solve()
    #expect(solved.power("store") == [10, -10])
    #expect(solved.values(.storedEnergy, of: "store") == [0, 10])
    #expect(solved.values(.storedAtStart, of: "store") == [10, 10])
    let given = try model(load: [50, 50], importAt: [100, 20]) { $0.endRule = .equalStart }.solve()
    #expect(given.power("store") == [0, 0])
  }

  @Test(arguments: [(40.0, 60.0), (40, 30), (60, 30), (60, 70)])
  func `an open start is bought and what is left is sold`(cost: Double, worth: Double) throws {
    // Import at 50 in the first hour, 45 after: a MWh at 40 is bought and used, or kept where
    // it is worth more; at 60 it is bought only where it is worth more than that at the end.
    let solved = try model(load: [50, 50], importAt: [50, 45]) {
      $0.startMinimum = 0
      $0.startMaximum = 10
      $0.startCost = cost
      $0.endValue = worth
      $0.chargingCapacity = Power(megawatts: 0)
    }.solve()
    let isKept = worth > 50 && worth > cost
    let isUsed = !isKept && cost < 50
    #expect(solved.power("store").reduce(0, +) == (isUsed ? 10 : 0))
    #expect(solved.values(.storedAtStart, of: "store")[0] == (isKept || isUsed ? 10 : 0))
  }

  @Test func `levels keep between their bounds`() throws {
    var model = model(load: [50, 50, 50], importAt: [10, 10, 90]) { $0.start = 5 }
    let most = model.series("most", [0.6, 1, 1])
    model = model.changing(Storage.self) {
      $0.maximumLevel = most
      $0.minimumLevel = .constant(0.2)
    }
    let solved = try model.solve()
    #expect(solved.values(.storedEnergy, of: "store")[0] <= 6)
    #expect(Array(solved.values(.storedEnergy, of: "store").dropFirst()) == [10, 2])
  }

  @Test func `a level that is given is met`() throws {
    var model = model(load: [50, 50, 50], importAt: [90, 10, 10]) { $0.start = 5 }
    let level = model.series("level", [8, -1, 3])
    model = model.changing(Storage.self) { $0.level = level }
    let solved = try model.solve()
    #expect(solved.values(.storedEnergy, of: "store")[0] == 8)
    #expect(solved.values(.storedEnergy, of: "store")[2] == 3)
  }

  @Test func `inflow is stored, used or spilled at its cost`() throws {
    // 10 + 10 MWh flow in; 4 MW of turbines give 4 an hour, 10 are held, 2 must go.
    var model = model(load: [50, 50], importAt: [100, 100]) {
      $0.kind = .hydro
      $0.chargingCapacity = Power(megawatts: 0)
      $0.dischargingCapacity = Power(megawatts: 4)
      $0.spillCost = .constant(3)
    }
    let inflow = model.series("inflow", [10, 10])
    model = model.changing(Storage.self) { $0.inflow = inflow }
    let solved = try model.solve()
    #expect(solved.power("store") == [4, 4])
    #expect(solved.values(.spilled, of: "store").reduce(0, +) == 2)
    #expect(solved.cost(of: .operation) == 6)
    #expect(solved.values(.charging, of: "store") == [0, 0])
  }

  @Test func `a price below 0 does not pay for taking in and giving at once`() throws {
    // Half is lost on each way, so that 8 in and 2 out would burn 6 at −30; the level must be what it was.
    let solved = try model(load: [50], importAt: [-30]) {
      $0.chargingEfficiency = 0.5
      $0.dischargingEfficiency = 0.5
      $0.endRule = .equalStart
    }.solve()
    #expect(solved.values(.charging, of: "store") == [0])
    #expect(solved.values(.discharging, of: "store") == [0])
  }

  @Test func `stored energy drains and holds reserve above its least level`() throws {
    var model = model(load: [50], importAt: [10]) {
      $0.start = 10
      $0.standingLoss = 0.1
      $0.minimumLevel = .constant(0.4)
      $0.endRule = .free
      $0.chargingCapacity = Power(megawatts: 0)
      $0.dischargingCost = .constant(50)
    }
    model.setting.zones[0].reserve.upShareOfLoad = 0.2
    model.setting.zones[0].reserve.scarcityPrice = 100
    let solved = try model.solve()
    // 9 MWh are left, 4 must stay: 5 MW can be held for the hour, 5 of 10 are short.
    #expect(solved.values(.storedEnergy, of: "store") == [9])
    #expect(solved.cost(of: .scarcity) == 500)
  }

  @Test(arguments: [EndRule.cyclic, .equalStart, .atLeastStart])
  func `windows meet the end of a long run within the gap`(rule: EndRule) throws {
    let hours = 24 * 14
    var prices: [Double] = []
    for step in 0..<hours { prices.append(50 + 1.25 * Double((step * 7) % 24 + step / 16)) }
    let model = model(load: prices.map { _ in 50 }, importAt: prices) {
      $0.energy = Energy(megawattHours: 400)
      $0.start = 150
      $0.chargingEfficiency = 0.9
      $0.dischargingEfficiency = 0.9
      $0.endRule = rule
    }
    let exact = try model.solve()
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.005
      })
    else {
      throw Unsolved()
    }
    #expect(rolled.gap <= 0.005)
    #expect(rolled.lowerBound <= exact.cost * (1 + 1e-9))
    #expect(rolled.cost >= exact.cost * (1 - 1e-9))
    let levels = rolled.schedule.series(of: .storedEnergy).first?.values ?? []
    let start = rolled.schedule.series(of: .storedAtStart).first?.values.first ?? 150
    #expect((levels.last ?? 0) >= start - 1e-6)
  }

  @Test func `a battery and its likeness are one program`() throws {
    var plain = SmallModel(load: [50, 50, 20])
    plain.addImport(at: 10, 90, 30)
    var like = plain
    plain.add(Battery.self) {
      $0.name = "store"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.wear = 0
    }
    like.add(Storage.self) {
      $0.name = "store"
      $0.chargingCapacity = Power(megawatts: 10)
      $0.dischargingCapacity = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 20)
      $0.chargingEfficiency = 0.95
      $0.dischargingEfficiency = 0.95
      $0.standingLoss = 0.0001
      $0.start = 10
      $0.endRule = .atLeastStart
    }
    #expect(plain.grid.formulated().build() == like.grid.formulated().build())
  }

  @Test func `rules that join columns are told with the column to fix`() {
    let rules: [(String, (inout Storage) -> Void)] = [
      ("discharging_capacity_mw", { $0.dischargingCapacity = Power(megawatts: 0) }),
      ("energy_mwh", { $0.energy = Energy(megawattHours: 0) }),
      ("start_mwh", { $0.start = 11 }),
      (
        "start_min_mwh",
        {
          $0.startMinimum = 5
          $0.startMaximum = 4
        }
      ),
      ("start_cost_per_mwh", { $0.startCost = 5 }),
      (
        "minimum_level_pu",
        {
          $0.minimumLevel = .constant(0.5)
          $0.maximumLevel = .constant(0.4)
        }
      ),
      ("expandable", { $0.expansion.isExpandable = true }),
    ]
    let setting = SmallModel(load: [1]).setting
    for (field, change) in rules {
      var store = Storage()
      store.chargingCapacity = Power(megawatts: 10)
      store.dischargingCapacity = Power(megawatts: 10)
      store.energy = Energy(megawattHours: 10)
      #expect(store.complaints(in: setting).isEmpty)
      change(&store)
      #expect(store.complaints(in: setting).map(\.field) == [field])
    }
  }
}
