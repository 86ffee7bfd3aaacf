import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// A price is that of its balance, whatever things are called.
///
/// The row of a battery's `storage balance` has the name that the balance of a zone `valley storage` has, and so on:
/// names are for writers only.
struct PriceOwnerTests {
  /// A battery between an hour at 100 and one at 300.
  private func storing(_ name: String) -> SmallModel {
    var model = SmallModel(load: [50, 50], importAt: [100, 300])
    model.add(Battery.self) {
      $0.name = name
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
    }
    return model
  }

  @Test func `a zone's price is not the dual of a store whose rule reads like its balance`() throws
  {
    var model = storing("valley")
    model.addZone("valley storage", load: [20, 20])
    model.addImport(at: 150, 250, named: "border", in: "valley storage")
    let solved = try model.solve()
    #expect(solved.values(.price, of: "valley storage") == [150, 250])
    #expect(solved.price == [100, 300])
  }

  @Test func `a heat zone's price is not the price of a zone whose balance reads like its own`()
    throws
  {
    var model = SmallModel(load: [50], importAt: [100])
    model.addZone("town heat", load: [20])
    model.addImport(at: 150, named: "border", in: "town heat")
    model.addHeatZone(demand: [30])
    model.addPlainHeatBoiler(cost: 70)
    let solved = try model.solve()
    #expect(solved.heatPrice == [70])
    #expect(solved.values(.price, of: "town heat") == [150])
  }

  @Test func `an area's price of reserve is not the dual of a store of its name`() throws {
    var model = storing("valley")
    model.setting.zones[0].area = "valley"
    model.setting.zones[0].reserve.up = .constant(500)
    model.setting.zones[0].reserve.scarcityPrice = 900
    let solved = try model.solve()
    #expect(solved.values(.reserveUpPrice, of: "valley") == [900, 900])
  }

  @Test func `what cannot be balanced is told of the zone and not of a store`() throws {
    var model = SmallModel(load: [20, 20])
    model.add(Nuclear.self) {
      $0.name = "nuclear"
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.ramp = 1
      $0.ownUse = 0
    }
    model.add(Battery.self) {
      $0.name = "valley"
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
      $0.startLevel = 1
      $0.chargingEfficiency = 0.5
    }
    model.addZone("valley storage", load: [20, 20])
    model.addImport(at: 100, named: "border", in: "valley storage")
    let report = try #require(try model.infeasibility())
    // At least 70 MW run for 20. Full at first, the battery gives 5 MW so that it can take 10 an hour later.
    #expect(report.findings.count == 1)
    let text = try #require(report.findings.first).text
    #expect(text.contains("must-run output exceeds demand and export by 55 MW"))
  }
}
