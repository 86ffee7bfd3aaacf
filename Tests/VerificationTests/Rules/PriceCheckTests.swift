import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

/// Prices are held against what could be done at them.
struct PriceCheckTests {
  private func report(_ model: SmallModel, _ result: JudgedResult) -> VerificationReport {
    Verifier.verify(model.grid, result)
  }

  /// The faults found where a price is another one in an hour.
  private func faults(
    _ model: SmallModel,
    _ result: JudgedResult,
    _ quantity: ResultQuantity = .price,
    of label: String = SmallModel.zone,
    at step: Int,
    by amount: Double
  ) throws -> [Violation] {
    var changed = result
    let index = try #require(
      changed.schedule.series.firstIndex { $0.quantity == quantity && $0.label == label }
    )
    changed.schedule.series[index].values[step] += amount
    // What a store earns at the price differs then too.
    return report(model, changed).found.filter { $0.rule.hasSuffix("price") }
  }

  /// A battery between an hour at 100 and one at 300.
  private var storing: SmallModel {
    var model = SmallModel(load: [50, 50], importAt: [100, 300])
    model.add(Battery.self) {
      $0.name = "valley"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
    }
    return model
  }

  @Test(arguments: [-5.0, -0.05, 0.05, 5])
  func `a price that is not the cost of what is marginal is found in its hour`(amount: Double)
    throws
  {
    let model = storing
    let result = try model.solve().result
    for step in 0..<2 {
      let found = try faults(model, result, at: step, by: amount)
      #expect(found.map(\.subject) == ["home"])
      #expect(found.map(\.step) == [step])
      #expect(found.map(\.rule) == ["price"])
    }
  }

  @Test func `a battery's dual in place of a price is found`() throws {
    var model = storing
    model.addZone("valley storage", load: [20, 20])
    model.addImport(at: 150, 250, named: "border", in: "valley storage")
    var result = try model.solve().result
    let index = try #require(
      result.schedule.series.firstIndex { $0.quantity == .price && $0.label == "valley storage" }
    )
    // What the row `valley storage balance` has: 100 / 0.95 and 300 · 0.95, with its sign.
    result.schedule.series[index].values = [-105.263158, -266]
    let found = report(model, result).found
    #expect(found.map(\.subject) == ["valley storage"])
  }

  @Test
  func `load that is served is worth no more than its loss costs, and that which is not, so much`()
    throws
  {
    var model = SmallModel(load: [50, 120], lostLoad: 10_000)
    model.setting.zones[0].gridLoss = 0.1
    model.addPlainCoal()
    let result = try model.solve().result
    // 20 / 0.9 MW are missing: a MW more at the plants saves 0.9 MW of load.
    #expect(try faults(model, result, at: 1, by: 10) != [])
    #expect(try faults(model, result, at: 1, by: -10) != [])
    // Commitment alone decides on the price of the first hour: it is bounded and not explained.
    #expect(try faults(model, result, at: 0, by: 10) == [])
    #expect(try faults(model, result, at: 0, by: 20_000) != [])
    let clean = report(model, result)
    #expect(clean.zonePrices == 2)
    #expect(clean.explainedPrices == 1)
  }

  @Test func `wind that is curtailed costs nothing`() throws {
    var model = SmallModel(load: [50])
    let wind = model.series("wind", [1])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 80)
      $0.availability = wind
      $0.variableCost = 0
    }
    let result = try model.solve().result
    #expect(try faults(model, result, at: 0, by: 1).count == 1)
    #expect(try faults(model, result, at: 0, by: -1).count == 1)
  }

  @Test func `a corridor that is not full joins the prices of its ends, its loss between them`()
    throws
  {
    var model = SmallModel(load: [50])
    model.addZone("far", load: [0])
    model.addImport(at: 90, named: "border", in: "far")
    model.add(Corridor.self) {
      $0.name = "link"
      $0.from = "far"
      $0.to = SmallModel.zone
      $0.forwardLimit = Power(megawatts: 200)
      $0.loss = 0.1
      $0.wheelingCost = 9
    }
    let solved = try model.solve()
    #expect(solved.price == [110])
    #expect(try faults(model, solved.result, at: 0, by: 1).count == 1)
    #expect(report(model, solved.result).explainedPrices == 2)
  }

  @Test func `reserve is worth no less than nothing, and where it is short its price`() throws {
    // Of what is held no more than asked for, a price above 0 could be that of who holds it.
    for (asked, price, wrong) in [(30.0, 0.0, [-1.0]), (70.0, 900.0, [-1, 1])] {
      var model = SmallModel(load: [50])
      model.setting.zones[0].reserve.up = .constant(asked)
      model.setting.zones[0].reserve.scarcityPrice = 900
      model.addPlainCoal()
      let solved = try model.solve()
      #expect(solved.values(.reserveUpPrice, of: SmallModel.zone) == [price])
      for amount in wrong {
        let found = try faults(model, solved.result, .reserveUpPrice, at: 0, by: amount)
        #expect(found.map(\.rule).contains("reserve up price"))
      }
    }
  }

  @Test func `heat has the price of the boiler that gives it`() throws {
    var model = SmallModel(load: [50], importAt: [100])
    model.addHeatZone(demand: [30])
    model.addPlainHeatBoiler(cost: 70)
    let result = try model.solve().result
    let found = try faults(model, result, .heatPrice, of: SmallModel.town, at: 0, by: 1)
    #expect(found.map(\.rule) == ["heat price"])
  }

  @Test func `a generator without states or ramps is marginal, one with a ramp is left out`() throws
  {
    for (ramp, explained) in [(nil, 2), (50.0, 0)] {
      var model = SmallModel(load: [50, 60])
      model.add(Generator.self) {
        $0.name = "plant"
        $0.capacity = Power(megawatts: 100)
        $0.marginalCost = .constant(40)
        $0.rampUp = ramp
      }
      let solved = try model.solve()
      #expect(solved.price == [40, 40])
      #expect(report(model, solved.result).explainedPrices == explained)
      #expect(try faults(model, solved.result, at: 1, by: 3).isEmpty == (explained == 0))
    }
  }

  @Test(arguments: RandomSystem.seeds)
  func `the prices of a random system hold, and a wrong one is found where it is explained`(
    seed: UInt64
  ) throws {
    let model = RandomSystem(seed: seed).model
    let result = try model.solve().result
    let clean = report(model, result)
    #expect(clean.found.map(\.text) == [])
    let hours = model.setting.horizon.hours
    var found = 0
    for step in 0..<hours where try !faults(model, result, at: step, by: 0.5).isEmpty { found += 1 }
    #expect(found >= clean.explainedPrices)
  }

  @Test(arguments: RandomFleetSeeds.all)
  func `the prices of a random fleet hold`(seed: UInt64) throws {
    let fleet = RandomFleet(seed: seed)
    let model = fleet.with(fleet.loads)
    let result = try model.solve { $0.gap = 5e-4 }.result
    #expect(report(model, result).found.map(\.text) == [])
  }

  @Test(arguments: RandomSystem.seeds.prefix(4))
  func `a rolling result is clean within its gap`(seed: UInt64) throws {
    let model = RandomSystem(seed: seed).model
    guard
      case .solved(let result) = try model.run({
        $0.method = .rolling
        $0.gap = 0.01
      })
    else { throw Unsolved() }
    #expect(report(model, result).found.map(\.text) == [])
  }
}

/// The seeds of the fleets whose prices are checked.
private enum RandomFleetSeeds {
  static let all: [UInt64] = Array(1...8)
}
