import GridDispatch
import GridFormulation
import Hourly
import SmallGrids
import Tables
import Testing

/// Flexibility and energy-saving retrofit of a coal cluster.
struct CoalRetrofitTests {
  /// 100 MW of which 80 % must be online, minimum 0.5 before and 0.3 after retrofit.
  private func heating(share: Double, load: Double = 20) -> SmallModel {
    var model = SmallModel(load: [load])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOutputRetrofitted = 0.3
      $0.minimumOnline = .constant(0.8)
      $0.flexibilityShare = share
    }
    model.addExport(at: 0)
    return model
  }

  @Test(
    arguments: zip(
      [0, 0.4, 1],
      // 80 MW · 0.5; 48 MW · 0.5 + 32 MW · 0.3; 80 MW · 0.3
      [40, 33.6, 24]
    )
  )
  func `retrofit lowers the output that heat forces`(share: Double, forced: Double) throws {
    let solved = try heating(share: share).solve()
    #expect(rounded(solved.result.schedule.total(.power) { $0 == "coal" }) == forced)
    #expect(solved.price == [0])
  }

  @Test func `a part share gives results for both parts`() throws {
    let solved = try heating(share: 0.4).solve()
    #expect(solved.power("coal.original") == [24])
    #expect(solved.power("coal.retrofitted") == [9.6])
    #expect(solved.power("coal") == [])
    let parts = try #require(solved.grid.assetSummaries.first).facts.parts
    #expect(parts.map(\.name) == ["original", "retrofitted"])
    #expect(parts.map(\.capacity) == [60, 40])
    #expect(parts.map(\.minimumOutput) == [0.5, 0.3])
  }

  @Test(arguments: [0.0, 1.0])
  func `a cluster that is all of one kind has one part without a name`(share: Double) throws {
    let solved = try heating(share: share).solve()
    #expect(solved.power("coal").count == 1)
    #expect(solved.grid.assetSummaries.first?.facts.parts.map(\.name) == [nil])
  }

  @Test func `retrofit changes nothing where the load is above the minimum`() throws {
    #expect(try heating(share: 0, load: 90).solve().cost == 9000)
    #expect(try heating(share: 0.4, load: 90).solve().cost == 9000)
  }

  @Test func `retrofitted units ramp faster`() throws {
    // All 100 MW online at 20: the original half may climb by 0.1, the retrofitted half by 0.3 an hour:
    // 5 + 15 = 20 MW.
    var model = SmallModel(load: [20, 100])
    model.addPlainCoal {
      $0.minimumOutput = 0.2
      $0.minimumOutputRetrofitted = 0.2
      $0.minimumOnline = .constant(1)
      $0.ramp = 0.1
      $0.rampRetrofitted = 0.3
      $0.flexibilityShare = 0.5
    }
    model.addImport(at: 300)
    let solved = try model.solve()
    #expect(solved.power("coal.original") == [10, 15])
    #expect(solved.power("coal.retrofitted") == [10, 25])
    #expect(solved.power("import") == [0, 60])
  }

  @Test func `retrofitted units reach in the hour of a start what they reached before`() throws {
    // 100 MW started give half of it at once, though they could now run at 0.3.
    var model = SmallModel(load: [0, 50])
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOutputRetrofitted = 0.3
      $0.startOutput = nil
      $0.flexibilityShare = 1
    }
    model.addImport(at: 300)
    #expect(try model.solve().power("coal") == [0, 50])
  }

  @Test func `units with energy-saving retrofit burn less and run first`() throws {
    // Half of 100 MW saves 10 % of 300 gce/kWh. Load 70: 50 MW at 0.27 tce, 20 MW at 0.3 tce.
    var model = SmallModel(load: [70])
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.energySavingShare = 0.5
      $0.energySaving = 0.1
    }
    let solved = try model.solve()
    #expect(solved.power("coal.energy-saving") == [50])
    #expect(solved.power("coal.original") == [20])
    #expect(solved.values(.fuel, of: "coal.energy-saving") == [13.5])
    #expect(solved.values(.fuel, of: "coal.original") == [6])
    #expect(solved.price == [300])
    let parts = try #require(solved.grid.assetSummaries.first).facts.parts
    #expect(parts.map { rounded($0.ratedFuelRate) } == [300, 270])
  }

  @Test func `both retrofits at once give four parts that add up to the cluster`() {
    var coal = Coal()
    coal.makePlain(megawatts: 100, cost: 0)
    coal.flexibilityShare = 0.4
    coal.energySavingShare = 0.25
    let parts = coal.facts.parts
    #expect(
      parts.map(\.name) == [
        "original", "energy-saving", "retrofitted", "retrofitted-energy-saving",
      ]
    )
    #expect(parts.map { rounded($0.capacity) } == [45, 15, 30, 10])
  }

  @Test func `a retrofit that raises the minimum is refused`() {
    var coal = Coal()
    coal.flexibilityShare = 0.4
    coal.minimumOutput = 0.4
    coal.minimumOutputRetrofitted = 0.45
    var setting = Setting()
    setting.fuels = SmallModel(load: []).setting.fuels
    #expect(coal.complaints(in: setting).map(\.field) == ["minimum_output_retrofitted_pu"])
    coal.flexibilityShare = 0
    #expect(coal.complaints(in: setting).isEmpty)
  }
}
