import GridDispatch
import GridFormulation
import GridGoals
import Hourly
import LinearProgramming
import SmallGrids
import Tables
import Testing

struct GeneratorTests {
  /// 100 MW at 20 a MWh beside import at 50.
  private func model(
    load: [Double],
    importAt price: Double = 50,
    _ change: (inout Generator) -> Void
  ) -> SmallModel {
    var model = SmallModel(load: load)
    model.addImport(at: price)
    model.addGenerator(change)
    return model
  }

  @Test func `a generator runs at its marginal cost and sets the price below its capacity`() throws
  {
    let solved = try model(load: [80, 120]) { _ in }.solve()
    #expect(solved.power("plant") == [80, 100])
    #expect(solved.price == [20, 50])
    #expect(solved.cost == 4600)
  }

  @Test func `a dearer generator stands still`() throws {
    let solved = try model(load: [80], importAt: 10) { _ in }.solve()
    #expect(solved.power("plant") == [0])
  }

  @Test func `a generator that is always on keeps its least output`() throws {
    let solved = try model(load: [80, 80], importAt: 10) { $0.minimumOutput = .constant(0.3) }
      .solve()
    #expect(solved.power("plant") == [30, 30])
    #expect(solved.price == [10, 10])
  }

  @Test func `the dearest piece of a cost curve that is needed sets the price`() throws {
    // 40 MW at 400 an hour, then 20 MW at 15 and 40 MW at 30 a MWh; import at 25 comes between.
    let solved = try model(load: [50, 60, 100], importAt: 25) {
      $0.minimumOutput = .constant(0.4)
      $0.marginalCost = .constant(0)
      $0.setCurve("40:400;60:700;100:1900")
    }.solve()
    #expect(solved.power("plant") == [50, 60, 60])
    #expect(solved.price[0] == 15)
    #expect(solved.price[2] == 25)
    #expect(solved.cost == 2950)
    #expect(solved.values(.costStep(1), of: "plant") == [10, 20, 20])
  }

  /// 100 MW or nothing at 1,900 an hour, beside import at 30 and export that costs 1.
  ///
  /// Always on it gives 100 MW twice; given, in the first hour; else for the part of the load that it is cheaper for.
  @Test(arguments: [
    PointCase(commitment: .none, power: [100, 100], cost: 3850),
    PointCase(commitment: .fixed, power: [100, 0], cost: 3400),
    PointCase(commitment: .linear, power: [100, 50], cost: 2850),
  ])
  func `a curve of one point is a unit whose least is its most`(_ right: PointCase) throws {
    var model = model(load: [100, 50], importAt: 30) {
      $0.minimumOutput = .constant(1)
      $0.marginalCost = .constant(0)
      $0.setCurve("100:1900")
      $0.commitment = right.commitment
    }
    model.addExport(at: -1)
    if right.commitment == .fixed {
      let online = model.series("online", [1, 0])
      model.assets = model.assets.map { asset in
        guard var plant = asset as? Generator else { return asset }
        plant.online = online
        return plant
      }
    }
    let plant = try #require(model.assets.compactMap { $0 as? Generator }.first)
    #expect(plant.complaints(in: model.setting).isEmpty)
    let solved = try model.solve()
    #expect(solved.power("plant") == right.power)
    #expect(rounded(solved.cost) == right.cost)
  }

  @Test func `a curve ends where the largest output of the hour does`() throws {
    var model = SmallModel(load: [100, 100])
    model.addImport(at: 500)
    let most = model.series("most", [1, 0.5])
    model.addGenerator {
      $0.maximumOutput = most
      $0.setCurve("0:0;40:400;100:1900")
    }
    #expect(try model.solve().power("plant") == [100, 50])
  }

  @Test func `ramps limit the change from the output before the first hour on`() throws {
    // From 10 MW by 30 an hour; the fall of 80 from the third hour on needs two steps of 40.
    let solved = try model(load: [100, 100, 100, 60, 0]) {
      $0.rampUp = 30
      $0.rampDown = 40
      $0.initialOutput = 10
    }.solve()
    #expect(solved.power("plant") == [40, 70, 80, 40, 0])
    // A MW less in the last hour's limit would force one MW less in each of the two hours before.
    #expect(solved.price[0] == 50)
  }

  @Test func `a ramp that never binds is no row`() throws {
    let plain = model(load: [80, 120]) { _ in }.grid.formulated().build()
    let ramped = model(load: [80, 120]) { $0.rampUp = 100 }.grid.formulated().build()
    #expect(ramped.rowCount == plain.rowCount)
    #expect(ramped.columnCount == plain.columnCount)
  }

  @Test func `an energy limit is kept to for the hours' share of the year`() throws {
    // 8,760 hours may give 8,760 · 30 MWh, so two hours 60, used where import is dear.
    var model = SmallModel(load: [50, 50])
    model.addImport(at: 30, 90)
    model.addGenerator { $0.energyLimit = 8760 * 30 }
    let solved = try model.solve()
    #expect(solved.power("plant") == [10, 50])
    // A MWh more in the second hour is taken from the first, where it is bought.
    #expect(solved.price == [30, 30])
  }

  @Test func `a least energy is given even where it costs more`() throws {
    let solved = try model(load: [50, 50], importAt: 10) { $0.energyMinimum = 8760 * 30 }.solve()
    #expect(solved.power("plant").reduce(0, +) == 60)
    #expect(solved.cost == 1600)
  }

  @Test(arguments: [(20.0, 80.0), (80, 0)])
  func `a price on CO2 counts by the MWh`(carbonPrice: Double, output: Double) throws {
    // 20 + 0.5·p against 50: equal at 60.
    var model = model(load: [80]) { $0.carbonRate = 0.5 }
    model.setting.carbonPrice = .constant(carbonPrice)
    let solved = try model.solve()
    #expect(solved.power("plant") == [output])
    #expect(solved.values(.carbonDioxide, of: "plant") == [output / 2])
  }

  @Test func `what takes power withdraws it where that is worth more`() throws {
    // A pump that earns 40 a MWh taken, up to 60 MW; 100 MW of import at 30 serve load first.
    var model = SmallModel(load: [70])
    model.addImport(100, at: 30)
    model.addGenerator {
      $0.capacity = Power(megawatts: 60)
      $0.takesPower = true
      $0.marginalCost = .constant(-40)
    }
    let solved = try model.solve()
    #expect(solved.power("plant") == [-30])
    #expect(solved.price == [40])
    #expect(solved.result.assets.last?.facts.technology == .exchange)
  }

  @Test func `wind by its maximum output is counted as curtailed where it is not taken`() throws {
    var model = SmallModel(load: [50, 50])
    let wind = model.series("wind", [0.3, 0.8])
    model.addImport(at: 50)
    model.addGenerator {
      $0.kind = .onshoreWind
      $0.marginalCost = .constant(0)
      $0.maximumOutput = wind
    }
    var goal = Goal()
    goal.id = "curtailment"
    goal.metric = "curtailment"
    goal.comparison = .atMost
    goal.threshold = 0.05
    model.goals = [goal]
    let solved = try model.solve()
    #expect(solved.values(.available, of: "plant") == [30, 80])
    #expect(solved.values(.curtailed, of: "plant") == [0, 30])
    #expect(solved.verdict("curtailment")?.value.map(rounded) == rounded(30.0 / 110))
  }

  @Test(arguments: [(nil, 15.0), (60.0, 10)] as [(Double?, Double)])
  func `room below the capacity is reserve as far as ramps reach`(
    rampUp: Double?,
    held: Double
  ) throws {
    // 15 MW asked; in ten minutes 60 MW/h give 10, the other 5 are short at 1,000.
    var model = model(load: [50]) { $0.rampUp = rampUp }
    model.setting.zones[0].reserve.upShareOfLoad = 0.3
    model.setting.zones[0].reserve.responseMinutes = 10
    model.setting.zones[0].reserve.scarcityPrice = 1000
    let solved = try model.solve()
    #expect(min(15, solved.values(.reserveUp, of: "plant")[0]) == held)
    #expect(solved.cost(of: .scarcity) == 1000 * (15 - held))
  }

  @Test func `a generator without capacity takes no part`() throws {
    let solved = try model(load: [80]) { $0.capacity = Power(megawatts: 0) }.solve()
    #expect(solved.power("plant") == [])
  }
}

/// What a unit of one point does under a commitment.
struct PointCase: Sendable {
  let commitment: Generator.Commitment
  let power: [Double]
  let cost: Double
}

extension Generator {
  /// Sets the curve that a text stands for; none where the text is no curve.
  mutating func setCurve(_ text: String) { costSteps = try? CostCurve.read(text).get() }
}
