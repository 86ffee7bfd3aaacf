import Grid
import Testing
import Verification

@testable import GridDispatch

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
    #expect(Verifier.verify(grid.model, result).violations.map(\.text) == [])
  }

  @Test func `units that give heat are paid by their power, with or without a bid`() throws {
    for bid in DeepPeakPolicy.Bid.allCases {
      var grid = grid(bid: bid)
      grid.addHeatAssets()
      let result = try grid.solve()
      #expect(result.settlement.deepPeak?.plants.contains { $0.name == "heating-plant" } == true)
      #expect(Verifier.verify(grid.model, result).violations.map(\.text) == [])
    }
  }

  @Test func `a fen too much is found, and so is another share`() throws {
    let grid = grid(bid: .cost)
    let result = try grid.solve()
    #expect(try #require(result.settlement.deepPeak).received > 0)
    var other = result
    other.settlement.deepPeak?.plants[0].receivedHundredths += 1
    #expect(Verifier.verify(grid.model, other).violations.map(\.rule) == ["settlement"])
    let paid = try #require(result.settlement.deepPeak).plants.indices.filter {
      result.settlement.deepPeak?.plants[$0].paidHundredths ?? 0 > 1000
    }
    other = result
    other.settlement.deepPeak?.plants[paid[0]].paidHundredths -= 500
    other.settlement.deepPeak?.plants[paid[1]].paidHundredths += 500
    #expect(Verifier.verify(grid.model, other).violations.map(\.rule) == ["paid", "paid"])
  }

  @Test func `other prices, weights or payers are found`() throws {
    let grid = grid(bid: .cost)
    let result = try grid.solve()
    let dearer = grid.changing { $0.deepPeak.tiers[0].priceCap = 410 }
    let rules = Set(Verifier.verify(dearer.model, result).violations.map(\.rule))
    #expect(rules == ["received", "paid"])
    let heavier = grid.changing { $0.deepPeak.payers[0].weight = 2 }
    #expect(Set(Verifier.verify(heavier.model, result).violations.map(\.rule)) == ["paid"])
    let nobody = grid.changing { $0.deepPeak.payers = [] }
    #expect(!Verifier.verify(nobody.model, result).isClean)
  }
}
