import GridFormulation
import Hourly
import SmallGrids
import Testing

/// The extra fuel and wear of coal units that run below the deep-peak baselines.
struct CoalDeepPeakTests {
  private func tier(
    _ baseline: Double,
    grams: Double = 0,
    wear: Double = 0,
    _ change: (inout DeepPeakPolicy.Tier) -> Void = { _ in }
  ) -> DeepPeakPolicy.Tier {
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = baseline
    tier.extraFuelRate = grams
    tier.wear = wear
    change(&tier)
    return tier
  }

  /// 100 MW online, minimum 0.3, 300 gce/kWh; tiers at 0.5 (50 g, 10) and 0.4 (30 g, 5).
  private func online(load: [Double]) -> SmallModel {
    var model = SmallModel(load: load)
    model.setting.deepPeak.tiers = [tier(0.5, grams: 50, wear: 10), tier(0.4, grams: 30, wear: 5)]
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.minimumOutput = 0.3
      $0.minimumOnline = .constant(1)
    }
    return model
  }

  @Test func `output forgone below each baseline is counted by tier`() throws {
    // 35 MW are 15 below the first baseline and 5 below the second, 45 MW are 5 below the first.
    let solved = try online(load: [35, 45, 60]).solve()
    #expect(solved.values(.deepTier(1), of: "coal") == [15, 5, 0])
    #expect(solved.values(.deepTier(2), of: "coal") == [5, 0, 0])
  }

  @Test func `each tier adds its fuel and wear, so deep output is cheap to raise`() throws {
    // Above the baselines a MWh costs 300. Between them it saves 50 g and 10 of wear: 240. Below both it
    // saves 30 g and 5 more: 205.
    let solved = try online(load: [35, 45, 60]).solve()
    #expect(solved.price == [205, 240, 300])
    // 15·0.05 + 5·0.03 and 5·0.05 tce on top of 0.3 tce/MWh.
    #expect(solved.values(.fuel, of: "coal") == [11.4, 13.75, 18])
    // 15·10 + 5·5 + 5·10
    #expect(solved.cost(of: .deepPeak) == 225)
  }

  @Test func `units that may stop leave the tiers alone`() throws {
    var model = online(load: [35])
    model.assets = []
    model.addPlainCoal(cost: 0) {
      $0.fuel = "coal"
      $0.coalRate = 300
      $0.minimumOutput = 0.3
    }
    let solved = try model.solve()
    #expect(solved.values(.deepTier(1), of: "coal") == [0])
    #expect(solved.price == [300])
  }

  @Test func `a baseline at or below the minimum output has no tier`() throws {
    var model = online(load: [35])
    model.setting.deepPeak.tiers = [tier(0.3, wear: 10)]
    let solved = try model.solve()
    #expect(solved.values(.deepTier(1), of: "coal") == [])
    #expect(solved.price == [300])
  }

  /// Forgone output at 35 of 100 MW with other baselines in the heating season (to 5 April) and for heat.
  @Test(
    arguments: [
      (Coal.Kind.condensing, 4, [13.0]), (.condensing, 5, [15]), (.chp, 4, [15]), (.chp, 5, [13]),
    ]
  )
  func `baselines depend on season and on heat`(
    kind: Coal.Kind,
    month: Int,
    forgone: [Double]
  ) throws {
    var model = SmallModel(load: [35], month: month)
    model.setting.deepPeak.heatingSeason = CalendarWindow.list("11-01..04-05") ?? []
    model.setting.deepPeak.tiers = [
      tier(0.5, wear: 10) {
        $0.baselineHeating = 0.48
        $0.baselineHeatAndPower = 0.48
        $0.baselineHeatAndPowerHeating = 0.5
      }
    ]
    model.addPlainCoal(cost: 0) {
      $0.kind = kind
      $0.minimumOutput = 0.3
      $0.minimumOnline = .constant(1)
    }
    let solved = try model.solve()
    #expect(solved.values(.deepTier(1), of: "coal") == forgone)
  }

  @Test func `retrofitted units reach tiers that the others cannot`() throws {
    // Two halves of 50 MW online, minimum 0.5 and 0.3; load 45 is 25 + 20, so the retrofitted half is 5 MW
    // below its baseline of 25.
    var model = SmallModel(load: [45])
    model.setting.deepPeak.tiers = [tier(0.5, wear: 10)]
    model.addPlainCoal {
      $0.minimumOutput = 0.5
      $0.minimumOutputRetrofitted = 0.3
      $0.minimumOnline = .constant(1)
      $0.flexibilityShare = 0.5
    }
    let solved = try model.solve()
    #expect(solved.values(.deepTier(1), of: "coal.retrofitted") == [5])
    #expect(solved.values(.deepTier(1), of: "coal.original") == [])
    #expect(solved.price == [90])
  }
}
