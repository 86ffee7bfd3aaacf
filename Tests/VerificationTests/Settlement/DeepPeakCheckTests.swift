import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Payments for deep-peak regulation are recomputed from output and online capacity.
struct DeepPeakCheckTests {
  private func grid(bid: DeepPeakPolicy.Bid) -> SmallGrid {
    var grid = SmallGrid.rich()
    grid.setting.deepPeak.tiers[0].priceCap = 400
    grid.setting.deepPeak.tiers[1] = DeepPeakPolicy.Tier()
    grid.setting.deepPeak.tiers[1].baseline = 0.4
    grid.setting.deepPeak.tiers[1].priceCap = 1000
    grid.setting.deepPeak.bid = bid
    grid.setting.deepPeak.payers = [DeepPeakPayer.Kind.wind, .solar, .nuclear, .coal].map {
      var payer = DeepPeakPayer()
      payer.technology = $0
      return payer
    }
    return grid
  }

  @Test(arguments: DeepPeakPolicy.Bid.allCases, DeepPeakPolicy.Period.allCases)
  func `a settlement is clean`(bid: DeepPeakPolicy.Bid, period: DeepPeakPolicy.Period) throws {
    var grid = grid(bid: bid)
    grid.setting.deepPeak.period = period
    let result = try grid.solve()
    #expect(try #require(result.settlement.deepPeak).plants.count > 3)
    #expect(Verifier.verify(grid.model, result).isClean)
  }

  @Test func `units that give heat are paid by their power, with or without a bid`() throws {
    for bid in DeepPeakPolicy.Bid.allCases {
      var grid = grid(bid: bid)
      grid.addHeatAssets()
      let result = try grid.solve()
      #expect(result.settlement.deepPeak?.plants.contains { $0.name == "heating-plant" } == true)
      #expect(Verifier.verify(grid.model, result).isClean)
    }
  }

  @Test func `a fen too much is found, and so is another share`() throws {
    let grid = grid(bid: .cost)
    let result = try grid.solve()
    #expect(try #require(result.settlement.deepPeak).received > 0)
    var other = result
    other.settlement.deepPeak?.plants[0].receivedHundredths += 1
    #expect(Verifier.verify(grid.model, other).differences.map(\.rule) == ["settlement"])
    #expect(Verifier.verify(grid.model, other).keepsRules)
    let paid = try #require(result.settlement.deepPeak).plants.indices.filter {
      result.settlement.deepPeak?.plants[$0].paidHundredths ?? 0 > 1000
    }
    other = result
    other.settlement.deepPeak?.plants[paid[0]].paidHundredths -= 500
    other.settlement.deepPeak?.plants[paid[1]].paidHundredths += 500
    #expect(Verifier.verify(grid.model, other).differences.map(\.rule) == ["paid", "paid"])
  }

  @Test func `other prices, weights or payers are found`() throws {
    let grid = grid(bid: .cost)
    let result = try grid.solve()
    let dearer = grid.changing { $0.deepPeak.tiers[0].priceCap = 410 }
    let rules = Set(Verifier.verify(dearer.model, result).differences.map(\.rule))
    #expect(rules == ["received", "paid"])
    let heavier = grid.changing { $0.deepPeak.payers[0].weight = 2 }
    #expect(Set(Verifier.verify(heavier.model, result).differences.map(\.rule)) == ["paid"])
    let nobody = grid.changing { $0.deepPeak.payers = [] }
    #expect(!Verifier.verify(nobody.model, result).isClean)
  }

  /// Sixty coal clusters of different cost beside wind, seven hours: more than 400 rows an hour and 5,000 in all,
  /// so that the interior point solves it.
  private func wide() -> SmallGrid {
    var grid = SmallGrid(load: (0..<14).map { 2600 + 900 * Double($0 % 5) })
    grid.setting.deepPeak = self.grid(bid: .market).setting.deepPeak
    grid.setting.deepPeak.tiers[0] = DeepPeakPolicy.Tier()
    grid.setting.deepPeak.tiers[0].priceCap = 400
    let blown = grid.series("blown", (0..<14).map { 0.3 + 0.1 * Double($0 % 7) })
    grid.add(Wind.self, "wind") {
      $0.capacity = Power(megawatts: 4000)
      $0.availability = blown
    }
    for index in 0..<60 {
      grid.add(Coal.self, "coal \(index)") {
        $0.units = 1
        $0.unitSize = Power(megawatts: 100 + Double(index))
        $0.coalRate = 290 + 0.5 * Double(index)
        $0.minimumOutput = 0.3
        $0.minimumOnline = .constant(1)
        $0.ramp = 0.2
      }
    }
    return grid
  }

  @Test func `what an interior point leaves loose is not paid`() throws {
    let grid = wide()
    let result = try grid.solve()
    // Simplex would take thousands of pivots.
    #expect(result.iterations < 200)
    #expect(try #require(result.settlement.deepPeak).received > 0)
    let report = Verifier.verify(grid.model, result)
    #expect(report.violations.map(\.text) == [])
    #expect(report.differences.map(\.text) == [])
    // Each tier is what the schedule's own output lies below its baseline, to the last digit that a sum has.
    for (tier, baseline) in [0.5, 0.4].enumerated() {
      for series in result.schedule.series(of: .deepTier(tier + 1)) {
        func values(_ quantity: ResultQuantity) -> [Double] {
          result.schedule.series(of: quantity).first { $0.label == series.label }?.values ?? []
        }
        let (gross, online) = (values(.gross), values(.online))
        #expect(gross.count == 14)
        for step in gross.indices {
          let below = max(0, baseline * online[step] - gross[step])
          #expect(abs(series.values[step] - below) < 1e-9)
        }
      }
    }
  }

  @Test func `a schedule with more forgone than its output says is found`() throws {
    // Fuel that costs nothing: nobody minds extra fuel, and what is burnt for it would be made up.
    var grid = grid(bid: .cost)
    for index in grid.setting.fuels.indices { grid.setting.fuels[index].price = .constant(0) }
    grid.setting.deepPeak.tiers[0].wear = 0
    grid.setting.deepPeak.tiers[0].extraFuelRate = 20
    let result = try grid.solve()
    #expect(Verifier.verify(grid.model, result).isClean)
    var other = result
    let tier = try #require(other.schedule.series.firstIndex { $0.quantity == .deepTier(1) })
    other.schedule.series[tier].values[3] += 1
    let rules = Verifier.verify(grid.model, other).violations.map(\.rule)
    #expect(rules.contains("deep tier 1"))
    #expect(rules.contains("fuel"))
  }
}
