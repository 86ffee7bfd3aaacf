import GridFormulation
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

/// What lowers the floor of heat: cut-out, tank and electric boiler; and CHP of other fuels.
struct ChpRetrofitTests {
  /// Three hours of 60 MW of load and 80 MW of heat; 60 MW of wind in the second.
  private func windy(_ change: (inout Chp) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: [60, 60, 60])
    model.addHeatZone(demand: [80, 80, 80])
    let wind = model.series("wind", [0, 0.6, 0])
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = wind
    }
    model.addPlainChp(change)
    return model
  }

  @Test func `heat holds CHP up and wind down`() throws {
    // p ≥ 0.5·80 = 40: of 60 MW of wind 20 fit beside it.
    let solved = try windy().solve()
    #expect(solved.power("chp") == [60, 40, 60])
    #expect(solved.values(.curtailed, of: "wind") == [0, 40, 0])
  }

  @Test func `a tank lowers the floor by what was stored before`() throws {
    // In the first hour 20 MW of heat are left to the limit of 100; they lower the floor to 0.5·60 = 30.
    let solved = try windy {
      $0.tankShare = 0.5
      $0.tankEnergy = 2
      $0.tankPower = 1
      $0.tankLoss = 0
    }.solve()
    #expect(solved.heat("chp.tank") == [-20, 20, 0])
    #expect(solved.heat("chp") == [100, 60, 80])
    #expect(solved.values(.curtailed, of: "wind") == [0, 30, 0])
  }

  @Test func `an electric boiler takes the surplus and lowers the floor at once`() throws {
    // Wind 60 + 0.5·(80 − w) − w = 60: w = 26.667, all wind is used.
    let solved = try windy {
      $0.boilerShare = 1
      $0.boilerPower = 0.5
      $0.boilerEfficiency = 1
    }.solve()
    #expect(solved.power("chp.boiler") == [0, rounded(-80 / 3), 0])
    #expect(solved.heat("chp.boiler") == [0, rounded(80 / 3), 0])
    #expect(solved.values(.curtailed, of: "wind") == [0, 0, 0])
  }

  @Test func `cut-out gives the same heat with less power`() throws {
    // p ≥ 0.3·80 = 24 for the half with cut-out, which gives up to 0.5·1.3·100 = 65 MW; the rest at 0.5.
    let solved = try windy {
      $0.cutoutShare = 0.5
      $0.cutoutHeatCapacity = 1.3
      $0.cutoutBackpressure = 0.3
    }.solve()
    #expect(solved.heat("chp.cut-out")[1] == 65)
    #expect(solved.heat("chp.original")[1] == 15)
    #expect(rounded(solved.power("chp.cut-out")[1]) == 19.5)
    #expect(solved.power("chp.original")[1] == 7.5)
    #expect(solved.values(.curtailed, of: "wind") == [0, 27, 0])
  }

  @Test func `parts are told by name and none is there without a share`() {
    var chp = Chp()
    chp.name = "chp"
    #expect(chp.facts.parts.map(\.name) == [nil])
    chp.cutoutShare = 0.3
    chp.flexibilityShare = 0.5
    #expect(
      chp.facts.parts.map(\.name) == [
        "original", "cut-out", "retrofitted", "retrofitted-cut-out",
      ]
    )
    #expect(chp.facts.parts.reduce(0) { $0 + $1.capacity } == 300)
  }

  @Test(arguments: [
    (Chp.Kind.coal, 0.0), (.gas, 0), (.biomass, 1), (.nuclear, 1),
  ])
  func `CHP of any fuel counts as its technology`(kind: Chp.Kind, share: Double) throws {
    var model = SmallModel(load: [60])
    model.addHeatZone(demand: [50])
    model.addPlainChp { $0.kind = kind }
    var goal = Goal()
    goal.id = "share"
    goal.metric = "non-fossil-generation-share"
    goal.threshold = 0.5
    model.goals = [goal]
    let solved = try model.solve()
    #expect(solved.power("chp") == [60])
    #expect(solved.heat("chp") == [50])
    #expect(solved.verdict("share")?.value == share)
  }

  @Test func `a combined cycle burns gas for both`() throws {
    // Back-pressure ratio 1: p = 50 for 50 MW of heat, steam 50 + 0.15·50 = 57.5, 0.2·57.5 = 11.5 tce at 2000.
    var model = SmallModel(load: [50])
    model.addHeatZone(demand: [50])
    model.addPlainChp(cost: 0) {
      $0.kind = .gas
      $0.fuel = "gas"
      $0.fuelRate = 200
      $0.powerLoss = 0.15
      $0.backpressure = 1
    }
    let solved = try model.solve()
    #expect(solved.values(.fuel, of: "chp") == [11.5])
    #expect(solved.cost == 23_000)
  }

  @Test func `waste that must run heats first`() throws {
    // 100 MW of back-pressure at 0.4 must run at 0.4: p = 40, q = 100; the boiler gives the rest.
    var model = SmallModel(load: [60])
    model.addImport(at: 300)
    model.addHeatZone(demand: [120])
    model.addPlainHeatBoiler(cost: 20)
    model.addPlainChp {
      $0.kind = .biomass
      $0.turbine = .backpressure
      $0.powerLoss = nil
      $0.backpressure = 0.4
      $0.minimumOnline = .constant(1)
      $0.variableCost = 500
    }
    let solved = try model.solve()
    #expect(solved.power("chp") == [40])
    #expect(solved.heat("chp") == [100])
    #expect(solved.heat("boiler") == [20])
  }

  @Test func `heat is deducted from the rate that puts a unit in the class to retrofit`() throws {
    // e = 60: 18 tce for 50 MWh: 360 g/kWh. Heat of 50 MWh takes 50 / (8.141·0.85) = 7.2256 and
    // 50 / (8.141·0.9) = 6.8242 tce: 215.5 and 223.5 g/kWh. None is retrofitted: 0 of the class, or no class.
    var model = SmallModel(load: [50])
    model.addHeatZone(demand: [50])
    model.addPlainChp(cost: 0) {
      $0.fuel = "coal"
      $0.fuelRate = 300
    }
    func share(_ variant: String?, _ limit: Double) throws -> Double? {
      var goal = Goal()
      goal.id = "rate"
      goal.metric = "supply-coal-rate"
      goal.variant = variant
      goal.limit = limit
      goal.threshold = 1
      var judged = model
      judged.goals = [goal]
      return try judged.solve().verdict("rate")?.value
    }
    #expect(try share("rated", 300) == 0)
    #expect(try share("rated", 301) == nil)
    #expect(try share("yearly", 215) == 0)
    #expect(try share("yearly", 216) == nil)
    #expect(try share("good-quality", 215) == 0)
    #expect(try share("good-quality", 216) == nil)
    #expect(try share(nil, 216) == nil)
    #expect(try share("heat-method", 223) == 0)
    #expect(try share("heat-method", 224) == nil)
  }

  @Test func `what retrofit saves is added back to tell the rate before it`() throws {
    // The 18 tce above with a tenth saved are 16.2 of 18 tce: 215.5 g/kWh before, (16.2 − 7.2256) / 50 = 179.5 after.
    var model = SmallModel(load: [50])
    model.addHeatZone(demand: [50])
    model.addPlainChp(cost: 0) {
      $0.fuel = "coal"
      $0.fuelRate = 300
      $0.energySavingShare = 1
      $0.energySaving = 0.1
    }
    var goal = Goal()
    (goal.id, goal.metric, goal.limit, goal.threshold) = ("rate", "supply-coal-rate", 215, 1)
    model.goals = [goal]
    let verdict = try #require(try model.solve().verdict("rate"))
    #expect(verdict.value == 1)
    #expect(verdict.verdict == .pass)
    #expect(verdict.remark?.contains("179.5 gce/kWh") == true)
  }
}
