import GridFormulation
import Hourly
import SmallGrids
import Testing

/// A coal cluster: its fuel, losses, outages and the heat it must give.
struct CoalTests {
  /// 100 MW that must be online, 300 gce/kWh supplied, 10 % own use, a rate 10 % higher at half load.
  private func burning(load: [Double], _ change: (inout Coal) -> Void = { _ in }) -> SmallModel {
    var model = SmallModel(load: load)
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.ownUse = 0.1
      $0.halfLoadRise = 0.1
      $0.minimumOutput = 0.4
      $0.minimumOnline = .constant(1)
      change(&$0)
    }
    return model
  }

  @Test func `the coal rate holds at rated output and rises towards half load`() throws {
    // Rated: 90 MW supplied · 0.3 = 27 tce. Half load: 45 MW supplied at 0.3·1.1 = 0.33: 14.85 tce.
    let solved = try burning(load: [90, 45]).solve()
    #expect(solved.values(.fuel, of: "coal") == [27, 14.85])
    #expect(solved.values(.gross, of: "coal") == [100, 50])
    #expect(solved.cost(of: .fuel) == 41_850)
  }

  @Test func `the price is the incremental coal, not the mean`() throws {
    // Incremental: 0.9 · 0.3 tce per MWh supplied = 270; the no-load coal is spent anyway.
    let solved = try burning(load: [60]).solve()
    #expect(solved.price == [270])
  }

  @Test func `emissions follow coal and gross output`() throws {
    let solved = try burning(load: [90]) {
      $0.sulphurDioxide = 0.2
      $0.nitrogenOxides = 0.3
    }.solve()
    #expect(solved.values(.carbonDioxide, of: "coal") == [rounded(27 * 2.66)])
    #expect(solved.values(.sulphurDioxide, of: "coal") == [20])
    #expect(solved.values(.nitrogenOxides, of: "coal") == [30])
  }

  @Test func `a price on CO2 adds to the price of power`() throws {
    // 270 of coal and 0.27 tce · 2.66 t · 50 = 35.91.
    var model = burning(load: [60])
    model.setting.carbonPrice = .constant(50)
    let solved = try model.solve()
    #expect(solved.price == [305.91])
    #expect(solved.cost(of: .carbon) == rounded(solved.values(.fuel, of: "coal")[0] * 2.66 * 50))
  }

  @Test func `own use is taken off before the terminals`() throws {
    // 100 MW gross give 90: a load of 100 leaves 10 to import.
    var model = burning(load: [100])
    model.addImport(at: 5000)
    let solved = try model.solve()
    #expect(solved.power("coal") == [90])
    #expect(solved.power("import") == [10])
  }

  @Test func `a cluster dearer than import is not used`() throws {
    var model = SmallModel(load: [50])
    model.addPlainCoal(cost: 100)
    model.addImport(at: 99)
    let solved = try model.solve()
    #expect(solved.power("coal") == [0])
    #expect(solved.price == [99])
    #expect(solved.cost == 4950)
  }

  @Test func `the cheaper of two clusters runs first and the dearer sets the price`() throws {
    var model = SmallModel(load: [80, 150])
    model.addPlainCoal("new", cost: 100)
    model.addPlainCoal("old", cost: 130)
    let solved = try model.solve()
    #expect(solved.power("new") == [80, 100])
    #expect(solved.power("old") == [0, 50])
    #expect(solved.price == [100, 130])
  }

  @Test func `forced outage and maintenance take capacity out of service`() throws {
    // 100 MW · 0.9 = 90; in maintenance of half the units on the first day 45.
    var model = SmallModel(load: [Double](repeating: 100, count: 48))
    model.addPlainCoal {
      $0.forcedOutage = 0.1
      $0.maintenance = CalendarWindow.list("01-01..01-01") ?? []
      $0.maintenanceShare = 0.5
    }
    model.addImport(at: 300)
    let power = try model.solve().power("coal")
    #expect(power[..<24].allSatisfy { $0 == 45 })
    #expect(power[24...].allSatisfy { $0 == 90 })
  }

  @Test func `maintenance outside its dates takes nothing`() throws {
    var model = SmallModel(load: [100], month: 6)
    model.addPlainCoal {
      $0.maintenance = CalendarWindow.list("11-01..02-01") ?? []
      $0.maintenanceShare = 1
    }
    #expect(try model.solve().power("coal") == [100])
  }

  @Test func `heat holds a share of the cluster online, hour by hour`() throws {
    // 80 % of 100 MW online at a minimum of 0.5 is 40 MW, in the hour of the heat only.
    var model = SmallModel(load: [20, 20])
    let online = model.series("heat", [0.8, 0])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOnline = online
    }
    model.addImport(at: 60)
    model.addExport(at: 0)
    let solved = try model.solve()
    #expect(solved.power("coal") == [40, 0])
    #expect(solved.power("export") == [-20, 0])
    #expect(solved.price == [0, 60])
  }
}
