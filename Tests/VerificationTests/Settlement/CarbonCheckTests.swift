import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// Allowances and positions are recomputed from output and emissions.
struct CarbonCheckTests {
  private func grid(bid: CarbonMarket.Bid) -> SmallGrid {
    var grid = SmallGrid.rich()
    grid.setting.carbonPrice = .constant(0)
    var market = CarbonMarket()
    market.price = .constant(80)
    market.bid = bid
    for (technology, rate) in [(CarbonMarket.Plants.coal, 0.8), (.gas, 0.35)] {
      var benchmark = CarbonMarket.Benchmark()
      benchmark.technology = technology
      benchmark.rate = rate
      benchmark.basis = technology == .coal ? .gross : .supplied
      market.benchmarks.append(benchmark)
    }
    grid.setting.carbonMarket = market
    return grid
  }

  @Test(arguments: CarbonMarket.Bid.allCases)
  func `an account is clean, and one that is changed is found`(bid: CarbonMarket.Bid) throws {
    let grid = grid(bid: bid)
    let result = try grid.solve()
    #expect(result.settlement.carbon?.plants.map(\.name) == ["chp", "condensing", "gas"])
    #expect(Verifier.verify(grid.model, result).isClean)
    var other = result
    other.settlement.carbon?.plants[0].allowance += 5
    #expect(Verifier.verify(grid.model, other).differences.map(\.rule) == ["allowance"])
    other = result
    other.settlement.carbon?.plants.removeLast()
    let rules = Verifier.verify(grid.model, other).differences.map(\.rule)
    #expect(rules.contains("market"))
  }

  @Test func `heat has allowances of its own`() throws {
    var grid = grid(bid: .netOfAllowance)
    grid.addHeatAssets()
    let bare = try #require(
      try grid.solve().settlement.carbon?.plants.first {
        $0.name == "heating-plant"
      }
    )
    grid.setting.carbonMarket?.benchmarks[0].heatRate = 0.1
    let result = try grid.solve()
    let plant = try #require(result.settlement.carbon?.plants.first { $0.name == "heating-plant" })
    #expect(plant.allowance > bare.allowance)
    #expect(Verifier.verify(grid.model, result).isClean)
  }

  @Test func `another benchmark does not fit the cost of the bids`() throws {
    let grid = grid(bid: .netOfAllowance)
    let result = try grid.solve()
    let rules = grid.changing { $0.carbonMarket?.benchmarks[0].rate = 0.9 }.report(on: result)
      .violations.map(\.rule)
    #expect(Set(rules).isSuperset(of: ["cost", "cost of carbon allowance"]))
  }
}
