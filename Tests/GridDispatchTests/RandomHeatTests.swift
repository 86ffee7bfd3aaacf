import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import WeatherSeries

@testable import GridFormulation

/// Laws of heat on random systems; the seed is the argument of each test.
struct RandomHeatTests {
  /// A random system with a town to heat: its boilers alone can serve it.
  private func heated(seed: UInt64) -> (model: SmallModel, random: SeededRandom) {
    var random = SeededRandom(seed: seed &+ 1000)
    var model = RandomSystem(seed: seed).model
    let demand = model.setting.horizon.steps.map { _ in 40 + 60 * random.uniform() }
    model.addHeatZone(demand: demand)
    model.addHeat(HeatBoiler.self) {
      $0.name = "boiler"
      $0.capacity = Power(megawatts: 120)
      $0.variableCost = 40 + 60 * random.uniform()
    }
    return (model, random)
  }

  @Test(arguments: RandomSystem.seeds.prefix(4))
  func `a further heat source never raises the cost`(seed: UInt64) throws {
    var (model, random) = heated(seed: seed)
    let cost = try model.solve().result.cost
    let performance = model.series(
      "cop",
      model.setting.horizon.steps.map { _ in 1.5 + 2 * random.uniform() }
    )
    func check(_ name: String, _ add: (inout SmallModel) -> Void) throws {
      var other = model
      add(&other)
      let changed = try other.solve().result.cost
      #expect(changed <= cost + 1e-7 * abs(cost), "\(name): \(cost) became \(changed)")
    }
    try check("tank") {
      $0.addHeat(HeatStorage.self) {
        $0.name = "tank"
        $0.energy = Energy(megawattHours: 200)
        $0.charging = Power(megawatts: 50)
        $0.discharging = Power(megawatts: 50)
        $0.startLevel = 0
      }
    }
    try check("electrode") {
      $0.addHeat(ElectricBoiler.self) {
        $0.name = "electrode"
        $0.power = Power(megawatts: 50)
      }
    }
    try check("wind heating") {
      $0.addHeat(ElectricBoiler.self) {
        $0.name = "electrode"
        $0.power = Power(megawatts: 50)
        $0.suppliedBy = "wind:0.5"
      }
    }
    try check("pump") {
      $0.addHeat(HeatPump.self) {
        $0.name = "pump"
        $0.capacity = Power(megawatts: 50)
        $0.performance = performance
      }
    }
    try check("pipe") {
      $0.addHeatZone("suburb", demand: $0.setting.horizon.steps.map { _ in 0 })
      $0.addPlainHeatBoiler("far", megawatts: 50, cost: 10, in: "suburb")
      $0.add(HeatTransfer.self) {
        $0.name = "pipe"
        $0.from = "suburb"
        $0.to = "town"
        $0.limit = Power(megawatts: 50)
      }
    }
  }

  @Test(arguments: RandomSystem.seeds.prefix(4))
  func `a retrofit of CHP never raises the cost`(seed: UInt64) throws {
    var (model, random) = heated(seed: seed)
    model.addHeat(Chp.self) {
      $0.name = "chp"
      $0.unitSize = Power(megawatts: 100)
      $0.minimumOutput = 0.4 + 0.2 * random.uniform()
      $0.backpressure = 0.4 + 0.2 * random.uniform()
      $0.minimumUpHours = 1 + Int(random.next() % 8)
      $0.minimumDownHours = 1 + Int(random.next() % 8)
    }
    let cost = try model.solve().result.cost
    let retrofits: [(name: String, change: (inout Chp) -> Void)] = [
      ("flexibility", { $0.flexibilityShare = 1 }), ("cut-out", { $0.cutoutShare = 1 }),
      ("energy saving", { $0.energySavingShare = 1 }), ("tank", { $0.tankShare = 1 }),
      ("boiler", { $0.boilerShare = 1 }), ("heat capacity", { $0.heatCapacity = 1.2 }),
    ]
    for (name, change) in retrofits {
      let other = try model.changing(Chp.self, change).solve().result.cost
      #expect(other <= cost + 1e-7 * abs(cost), "\(name): \(cost) became \(other)")
    }
  }

  @Test(arguments: RandomSystem.seeds.prefix(4))
  func `rolling with heat is feasible and its bound lies below the optimum`(seed: UInt64) throws {
    var model = heated(seed: seed).model
    model.addPlainChp()
    model.addHeat(HeatStorage.self) {
      $0.name = "tank"
      $0.energy = Energy(megawattHours: 200)
      $0.charging = Power(megawatts: 50)
      $0.discharging = Power(megawatts: 50)
    }
    let exact = try model.solve().result.cost
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.05
      })
    else {
      Testing.Issue.record("rolling gave no schedule")
      return
    }
    #expect(rolled.cost >= exact - 1e-6 * abs(exact))
    #expect(rolled.lowerBound <= exact + 1e-6 * abs(exact))
  }
}
