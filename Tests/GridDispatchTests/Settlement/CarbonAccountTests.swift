import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// A carbon market: coal that emits a tonne a MWh against a benchmark of 0.8, beside power bought at 120.
///
/// A MWh of coal costs 100 without the price of CO2, which is 50.
struct CarbonAccountTests {
  private func model(bid: CarbonMarket.Bid, bought: Double = 120) -> SmallModel {
    var model = SmallModel(load: [80])
    var fuel = Fuel()
    fuel.name = "lignite"
    fuel.price = .constant(200)
    fuel.carbonPerTonne = 2
    model.setting.fuels.append(fuel)
    var market = CarbonMarket()
    market.price = .constant(50)
    market.bid = bid
    var benchmark = CarbonMarket.Benchmark()
    benchmark.rate = 0.8
    market.benchmarks = [benchmark]
    model.setting.carbonMarket = market
    model.addPlainCoal(megawatts: 100, cost: 0) {
      $0.fuel = "lignite"
      $0.coalRate = 500
    }
    model.addImport(at: bought)
    return model
  }

  @Test func `a market that is settled leaves the dispatch alone`() throws {
    // 80 t emitted, 64 allowed: 16 t short at 50.
    let solved = try model(bid: .none).solve()
    #expect(solved.cost == 8000)
    #expect(solved.price == [100])
    let plant = try #require(solved.result.settlement.carbon?.plants.first)
    #expect(rounded(plant.emitted) == 80)
    #expect(rounded(plant.allowance) == 64)
    #expect(rounded(plant.position) == -16)
    #expect(rounded(plant.value) == -800)
  }

  @Test func `a price on all emissions drives coal out`() throws {
    // 150 against 120.
    let solved = try model(bid: .emissions).solve()
    #expect(solved.power("coal") == [0])
    #expect(solved.price == [120])
    #expect(solved.result.settlement.carbon?.plants.map { rounded($0.position) } == [0])
  }

  @Test func `an allowance by output keeps coal in`() throws {
    // 100 + 50·(1 − 0.8) = 110. The cost holds 4,000 for emissions and 3,200 for the allowance.
    let solved = try model(bid: .netOfAllowance).solve()
    #expect(solved.power("coal") == [80])
    #expect(solved.price == [110])
    #expect(solved.cost(of: .carbon) == 4000)
    #expect(solved.cost(of: .allowance) == -3200)
    #expect(solved.cost == 8800)
  }

  @Test func `half the allowance given free counts half`() throws {
    // 100 + 50·(1 − 0.4) = 130: power is bought.
    var model = model(bid: .netOfAllowance)
    model.setting.carbonMarket?.freeShare = 0.5
    let solved = try model.solve()
    #expect(solved.power("coal") == [0])
    #expect(solved.price == [120])
  }

  @Test func `a benchmark on what is supplied counts after own use`() throws {
    // 80 MW net of 100 gross: 100 t emitted; 80·0.8 or 100·0.8 allowed.
    for (basis, allowed) in [(CarbonMarket.Basis.supplied, 64.0), (.gross, 80)] {
      var model = model(bid: .none, bought: 1000).changing(Coal.self) { $0.ownUse = 0.2 }
      model.setting.carbonMarket?.benchmarks[0].basis = basis
      model = model.changing(Coal.self) { $0.coalRate = 625 }
      let plant = try #require(try model.solve().result.settlement.carbon?.plants.first)
      #expect(rounded(plant.emitted) == 100)
      #expect(rounded(plant.allowance) == allowed)
    }
  }

  @Test(arguments: zip([300.0, 350, 1000], [0.9, 0.8, 0.8]))
  func `the benchmark is that of the unit's size`(size: Double, rate: Double) throws {
    var market = CarbonMarket()
    var benchmark = CarbonMarket.Benchmark()
    benchmark.rate = 0.9
    benchmark.upTo = 300
    market.benchmarks = [benchmark]
    benchmark.rate = 0.8
    benchmark.upTo = nil
    benchmark.above = 300
    market.benchmarks.append(benchmark)
    var coal = Coal()
    coal.unitSize = Power(megawatts: size)
    coal.units = 4
    #expect(market.benchmark(of: coal.facts)?.rate == rate)
    #expect(market.benchmark(of: Gas().facts) == nil)
  }

  @Test(arguments: RandomSystem.seeds.prefix(5))
  func `allowances that count in bids never raise the cost`(seed: UInt64) throws {
    var model = RandomSystem(seed: seed).model
    model.setting.carbonMarket = self.model(bid: .emissions).setting.carbonMarket
    let cost = try model.solve().result.cost
    model.setting.carbonMarket?.bid = .netOfAllowance
    let other = try model.solve().result.cost
    #expect(other <= cost + 1e-7 * abs(cost), "seed \(seed): \(cost) became \(other)")
  }

  @Test func `rolling holds the allowances as well`() throws {
    var model = RandomSystem(seed: 3).model
    model.setting.carbonMarket = self.model(bid: .netOfAllowance).setting.carbonMarket
    let exact = try model.solve().result.cost
    guard
      case .solved(let rolled) = try model.run({
        $0.method = .rolling
        $0.gap = 0.05
      })
    else {
      Testing.Issue.record("rolling gave no schedule")
      return
    }
    #expect(rolled.cost >= exact - 1e-6 * abs(exact))
    #expect(rolled.lowerBound <= exact + 1e-6 * abs(exact))
  }
}
