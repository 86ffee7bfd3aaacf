import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridDispatch
@testable import GridFormulation

/// Who is paid for output below the baselines and who pays.
///
/// 100 MW of coal are online at 35, 45 and 60 MW: 15, 5 and 0 MWh below the baseline of 50, of which 5 are
/// below that of 40. Tiers pay 400 and 1,000.
struct DeepPeakSettlementTests {
  private func tier(_ baseline: Double, price: Double) -> DeepPeakPolicy.Tier {
    var tier = DeepPeakPolicy.Tier()
    tier.baseline = baseline
    tier.priceCap = price
    tier.wear = 10
    tier.extraFuelRate = 20
    return tier
  }

  private func payer(_ technology: DeepPeakPayer.Kind, weight: Double = 1) -> DeepPeakPayer {
    var payer = DeepPeakPayer()
    payer.technology = technology
    payer.weight = weight
    return payer
  }

  /// Coal that must be online beside wind and PV, whose output meets the rest of the load.
  private func model(
    wind: [Double] = [30, 10, 0],
    sun: [Double] = [10, 10, 0],
    payers: [DeepPeakPayer]
  ) -> SmallModel {
    let load = [35.0, 45, 60].indices.map { [35.0, 45, 60][$0] + wind[$0] + sun[$0] }
    var model = SmallModel(load: load)
    model.setting.deepPeak.tiers = [tier(0.5, price: 400), tier(0.4, price: 1000)]
    model.setting.deepPeak.payers = payers
    let blown = model.series("wind", wind.map { $0 / 100 })
    let shone = model.series("sun", sun.map { $0 / 100 })
    model.addPlainCoal(cost: 100) {
      $0.minimumOutput = 0.3
      $0.minimumOnline = .constant(1)
      $0.fuel = "coal"
      $0.coalRate = 300
    }
    model.add(Wind.self) {
      $0.name = "wind"
      $0.capacity = Power(megawatts: 100)
      $0.availability = blown
    }
    model.add(Solar.self) {
      $0.name = "sun"
      $0.capacity = Power(megawatts: 100)
      $0.availability = shone
    }
    return model
  }

  @Test func `each MWh forgone is paid the price of the tier it lies in`() throws {
    // 10 + 5 MWh in tier 1 and 5 in tier 2: 15·400 + 5·1,000 = 11,000, paid by wind alone.
    let solved = try model(payers: [payer(.wind)]).solve()
    let settlement = try #require(solved.result.settlement.deepPeak)
    #expect(settlement.plants.map(\.name) == ["coal", "wind"])
    #expect(settlement.plants[0].tierEnergy.map(rounded) == [15, 5])
    #expect(settlement.plants.map(\.received) == [11_000, 0])
    #expect(settlement.plants.map(\.paid) == [0, 11_000])
  }

  @Test(
    arguments: zip(
      [DeepPeakPolicy.Period.hour, .month, .year],
      // Hour 1 owes 9,000, three quarters of it by wind; hour 2 owes 2,000, half and half. Together wind gave
      // 40 of 60 MWh.
      [[7750.0, 3250], [7333.33, 3666.67], [7333.33, 3666.67]]
    )
  )
  func `payers share the fee by their energy of a period`(
    period: DeepPeakPolicy.Period,
    paid: [Double]
  ) throws {
    var model = model(payers: [payer(.wind), payer(.solar)])
    model.setting.deepPeak.period = period
    let settlement = try #require(try model.solve().result.settlement.deepPeak)
    #expect(settlement.plants.suffix(2).map(\.paid) == paid)
    #expect(settlement.received == settlement.paid)
  }

  @Test func `a weight counts a MWh as several`() throws {
    // Wind 40·1 and PV 20·3: 11,000·0.4 and 0.6.
    var model = model(payers: [payer(.wind), payer(.solar, weight: 3)])
    model.setting.deepPeak.period = .year
    let settlement = try #require(try model.solve().result.settlement.deepPeak)
    #expect(settlement.plants.suffix(2).map(\.paid) == [4400, 6600])
    #expect(settlement.plants.map { rounded($0.share) } == [0, 0.4, 0.6])
  }

  @Test func `thermal units pay by what they give above the baseline`() throws {
    // Hours 1 and 2 have no thermal output above 50, hour 3 has 10 MWh. By year wind gave 40, coal 10.
    var model = model(payers: [payer(.wind), payer(.coal)])
    model.setting.deepPeak.period = .year
    let settlement = try #require(try model.solve().result.settlement.deepPeak)
    #expect(settlement.plants.map(\.paid) == [2200, 8800])
    #expect(settlement.plants.map(\.received) == [11_000, 0])
  }

  @Test func `a fee of hours without energy to pay it is shared by that of all hours`() throws {
    // Coal has energy above its baseline in hour 3 alone, and pays all.
    let settlement = try #require(
      try model(payers: [payer(.coal)]).solve().result.settlement.deepPeak
    )
    #expect(settlement.plants.map(\.paid) == [11_000])
    #expect(settlement.uncovered == 0)
  }

  @Test func `what nobody can pay is not received`() throws {
    let settlement = try #require(
      try model(payers: [payer(.nuclear)]).solve().result.settlement.deepPeak
    )
    #expect(settlement.received == 0)
    #expect(rounded(settlement.uncovered) == 11_000)
    #expect(settlement.remark == "no payer has energy: what is owed there is not paid")
  }

  @Test func `where zones settle apart, the wind of another zone pays nothing`() throws {
    // Wind at home gives 40 MWh, as much as away; over the grid each would pay half of the 11,000.
    for (scope, paid) in [(DeepPeakPolicy.Scope.grid, [5500.0, 5500]), (.zone, [11_000, 0])] {
      var model = model(sun: [0, 0, 0], payers: [payer(.wind)])
      model.setting.deepPeak.scope = scope
      model.setting.deepPeak.period = .year
      model.addZone("away", load: [30, 10, 0])
      let blown = model.series("wind away", [0.3, 0.1, 0])
      model.add(Wind.self, in: "away") {
        $0.name = "wind away"
        $0.capacity = Power(megawatts: 100)
        $0.availability = blown
      }
      let settlement = try #require(try model.solve().result.settlement.deepPeak)
      #expect(settlement.plants.filter { $0.name != "coal" }.map(\.paid) == paid)
    }
  }

  @Test func `payments are no part of the cost`() throws {
    let with = try model(payers: [payer(.wind)]).solve()
    let without = try model(payers: []).solve()
    #expect(with.cost == without.cost)
    #expect(without.result.settlement.deepPeak == nil)
  }

  @Test func `a bid puts the prices into the objective and leaves extra fuel and wear out`() throws
  {
    // Fuel 140 MWh·300 and 100 of other cost a MWh, 11,000 bid. The fuel really burnt has 20·0.02 + 5·0.02
    // tce more, which nobody pays. A MWh more costs 400, less the 400 or 1,000 of the tier it is taken from.
    var model = model(wind: [0, 0, 0], sun: [0, 0, 0], payers: [payer(.coal)])
    model.setting.deepPeak.bid = .market
    let solved = try model.solve()
    #expect(solved.cost(of: .fuel) == 42_000)
    #expect(solved.cost(of: .operation) == 14_000)
    #expect(solved.cost(of: .deepPeak) == 0)
    #expect(solved.cost(of: .deepPeakBid) == 11_000)
    #expect(rounded(solved.schedule.total(.fuel)) == 42.5)
    #expect(solved.price == [-600, 0, 400])
    #expect(solved.result.messages.contains { $0.contains("bid at the prices") })
  }

  @Test func `units that may stop are not kept on to be paid`() throws {
    // 35 MW online at their rated output meet what wind and PV leave of the first hour; nothing is forgone.
    var model = model(payers: [payer(.wind)])
    model.setting.deepPeak.bid = .market
    model = model.changing(Coal.self) { $0.minimumOnline = .constant(0) }
    let solved = try model.solve()
    #expect(solved.cost(of: .deepPeakBid) == 0)
    #expect(solved.result.settlement.deepPeak?.received == 0)
  }

  @Test func `both sides are equal to a hundredth whatever the shares`() {
    #expect(Apportionment.whole(100, by: [1, 1, 1]) == [34, 33, 33])
    #expect(Apportionment.whole(5, by: [0.2, 0, 0.6, 0.2]) == [1, 0, 3, 1])
    #expect(Apportionment.whole(7, by: [0, 0]) == [0, 0])
  }

  @Test(arguments: RandomSystem.seeds)
  func `received and paid are equal to the last hundredth`(seed: UInt64) throws {
    var model = RandomSystem(seed: seed).model
    model.setting.deepPeak.tiers[0].price = .constant(333.33)
    model.setting.deepPeak.payers = [payer(.wind, weight: 1.7), payer(.coal, weight: 0.3)]
    for period in DeepPeakPolicy.Period.allCases {
      model.setting.deepPeak.period = period
      let settlement = try #require(try model.solve().result.settlement.deepPeak)
      let received = settlement.plants.reduce(0) { $0 + $1.receivedHundredths }
      let paid = settlement.plants.reduce(0) { $0 + $1.paidHundredths }
      #expect(received == paid, "seed \(seed), by \(period)")
    }
  }
}
