import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// A CHP cluster: the sides of its region, each slack, binding and with its price.
struct ChpTests {
  /// 100 MW at 100 a MWh of steam, an import at 300 and an export at 0.
  private func giving(
    load: Double...,
    heat: Double...,
    changing change: (inout Chp) -> Void = { _ in }
  ) -> SmallModel {
    var model = SmallModel(load: load)
    model.addImport(at: 300)
    model.addExport(at: 0)
    model.addHeatZone(demand: heat)
    model.addPlainChp(change)
    return model
  }

  @Test func `within the region heat costs the power it takes`() throws {
    // p = 90, q = 20: steam 94. A MWh of power costs 100, a MWh of heat 0.2 of that.
    let solved = try giving(load: 90, heat: 20).solve()
    #expect(solved.power("chp") == [90])
    #expect(solved.heat("chp") == [20])
    #expect(solved.price == [100])
    #expect(solved.heatPrice == [20])
    #expect(solved.cost == 9400)
  }

  @Test func `the power floor follows from the heat`() throws {
    // p ≥ 0.5 · 80 = 40 for a load of 20: 20 MW go for nothing. Steam 40 + 0.2·80 = 56.
    // One more MWh of heat takes 0.5 MWh of power and 0.7 of steam: 70.
    let solved = try giving(load: 20, heat: 80).solve()
    #expect(solved.power("chp") == [40])
    #expect(solved.price == [0])
    #expect(solved.heatPrice == [70])
    #expect(solved.cost == 5600)
  }

  @Test func `heat takes power away at full load`() throws {
    // p + 0.2·50 ≤ 100: 90 MW, 5 imported. A MWh of heat takes 0.2 MWh that are bought at 300.
    let solved = try giving(load: 95, heat: 50).solve()
    #expect(solved.power("chp") == [90])
    #expect(solved.power("import") == [5])
    #expect(solved.price == [300])
    #expect(solved.heatPrice == [60])
  }

  @Test func `heat beyond its capacity comes from elsewhere`() throws {
    var model = giving(load: 90, heat: 130, changing: { $0.heatCapacity = 1.1 })
    model.addPlainHeatBoiler(cost: 500)
    let solved = try model.solve()
    #expect(solved.heat("chp") == [110])
    #expect(solved.heat("boiler") == [20])
    #expect(solved.heatPrice == [500])
  }

  @Test func `units that must run give the least steam, and heat from it is free`() throws {
    // e ≥ 0.4·100: p = 40 − 0.2·30 = 34 for a load of 20. More heat only lowers the surplus.
    let solved = try giving(load: 20, heat: 30, changing: { $0.minimumOnline = .constant(1) })
      .solve()
    #expect(solved.power("chp") == [34])
    #expect(solved.power("export") == [-14])
    #expect(solved.heatPrice == [0])
    #expect(solved.cost == 4000)
  }

  @Test func `a cluster dearer than import and boiler is not used`() throws {
    var model = giving(load: 50, heat: 50, changing: { $0.variableCost = 400 })
    model.addPlainHeatBoiler(cost: 20)
    let solved = try model.solve()
    #expect(solved.power("chp") == [0])
    #expect(solved.heat("chp") == [0])
    #expect(solved.price == [300])
    #expect(solved.heatPrice == [20])
  }

  @Test func `fuel and emissions follow the steam, not the power`() throws {
    // u = 100 (kept online), e = 50 + 0.2·50 = 60: 0.1·0.3·100 + 0.9·0.3·60 = 19.2 tce.
    let solved = try giving(
      load: 50,
      heat: 50,
      changing: {
        $0.fuel = "coal"
        $0.fuelRate = 300
        $0.halfLoadRise = 0.1
        $0.variableCost = 0
        $0.minimumOnline = .constant(1)
        $0.sulphurDioxide = 0.2
        $0.nitrogenOxides = 0.3
      }
    ).solve()
    #expect(solved.values(.fuel, of: "chp") == [19.2])
    #expect(solved.values(.gross, of: "chp") == [50])
    #expect(solved.values(.sulphurDioxide, of: "chp") == [12])
    #expect(solved.values(.nitrogenOxides, of: "chp") == [18])
  }

  @Test func `back-pressure units give power as they give heat`() throws {
    // p = 0.5·80 = 40, whatever the load: 10 imported, then 20 sent out.
    let solved = try giving(
      load: 50,
      20,
      heat: 80,
      80,
      changing: {
        $0.turbine = .backpressure
        $0.powerLoss = nil
      }
    ).solve()
    #expect(solved.power("chp") == [40, 40])
    #expect(solved.power("import") == [10, 0])
    #expect(solved.power("export") == [0, -20])
  }

  @Test func `corners say the same as the ratios they come from`() throws {
    let loads = [20.0, 90, 60]
    var model = SmallModel(load: loads)
    model.addImport(at: 300)
    model.addExport(at: 0)
    model.addHeatZone(demand: [80, 95, 10])
    var other = model
    model.addPlainChp { $0.minimumOnline = .constant(0.8) }
    other.addPlainChp {
      $0.minimumOnline = .constant(0.8)
      $0.corners =
        HeatRegion.extraction(minimum: 0.4, heatCapacity: 1, powerLoss: 0.2, backpressure: 0.5)
        .corners
      $0.minimumOutput = nil
      $0.powerLoss = nil
      $0.backpressure = nil
    }
    let (plain, cornered) = (try model.solve(), try other.solve())
    #expect(plain.cost == cornered.cost)
    #expect(plain.power("chp") == cornered.power("chp"))
  }

  @Test func `without commitment the floor is there, too`() throws {
    var model = giving(load: 20, heat: 80)
    model.setting.commitment = .none
    let solved = try model.solve()
    #expect(solved.power("chp") == [40])
    #expect(solved.heatPrice == [70])
  }

  @Test func `deep-peak tiers count output below the baseline, heat or not`() throws {
    // p = 40 of 100 MW online: 10 MW below 0.5.
    var model = giving(load: 40, heat: 50, changing: { $0.minimumOnline = .constant(1) })
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = 0.5
    tier.wear = 3
    model.setting.deepPeak.tiers = [tier]
    let solved = try model.solve()
    #expect(solved.values(.deepTier(1), of: "chp") == [10])
    #expect(solved.cost(of: .deepPeak) == 30)
  }

  @Test func `reserve leaves room in the region on both sides`() throws {
    // p = 50, q = 90 with 100 MW online: up 100 − 68 = 32 of the 45 asked, down 50 − 0.5·90 = 5 of 30.
    var model = giving(load: 50, heat: 90, changing: { $0.minimumOnline = .constant(1) })
    model.setting.zones[0].reserve.up = .constant(45)
    model.setting.zones[0].reserve.down = .constant(30)
    model.setting.zones[0].reserve.scarcityPrice = 1
    model = model.changing(Interchange.self) {
      if $0.name == "export" { $0.exportLimit = Power(megawatts: 0) }
    }
    let solved = try model.solve()
    #expect(solved.values(.reserveUp, of: "chp") == [32])
    #expect(solved.values(.reserveDown, of: "chp") == [5])
  }
}
