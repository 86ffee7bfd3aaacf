import GridDispatch
import GridGoals
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation

/// Contracts on the energy of wind (100 MWh) and hydro (50 MWh), in two hours of a load of 150 MW.
struct GreenContractTests {
  private func model(_ contracts: [GreenContract]) -> SmallModel {
    var model = SmallModel(load: [150, 150])
    let blown = model.series("wind", [0.6, 0.4])
    model.add(Wind.self) {
      $0.name = "ridge"
      $0.capacity = Power(megawatts: 100)
      $0.availability = blown
    }
    model.add(Hydro.self) {
      $0.name = "river"
      $0.capacity = Power(megawatts: 25)
      $0.inflow = .constant(1)
    }
    model.addImport(at: 100)
    model.setting.greenContracts = contracts
    return model
  }

  /// A contract; the two hours are 2/8,760 of the year that its energy is for.
  private func contract(
    _ name: String,
    plants: String? = "ridge",
    megawattHours: Double? = nil,
    share: Double? = nil,
    to zone: String? = nil
  ) -> GreenContract {
    var contract = GreenContract()
    contract.name = name
    contract.buyer = name
    contract.plantList = plants
    contract.energy = megawattHours.map { $0 * 8760 / 2 }
    contract.share = share
    contract.premium = 10
    contract.buyerZone = zone
    return contract
  }

  @Test func `a contract gets its energy and pays its premium`() throws {
    let accounts = try model([contract("mill", megawattHours: 60)]).solve().result.settlement
      .contracts
    #expect(accounts.map { rounded($0.due) } == [60])
    #expect(accounts.map { rounded($0.delivered) } == [60])
    #expect(accounts.map { rounded($0.shortfall) } == [0])
    #expect(accounts.map { rounded($0.premium) } == [600])
  }

  @Test func `each MWh is delivered once, in the order written`() throws {
    // 100 MWh of wind: 80 to the first, 20 of 40 to the second. 40 % of wind and hydro together, 60, finds
    // the 50 of hydro alone.
    let accounts = try model([
      contract("first", megawattHours: 80), contract("second", megawattHours: 40),
      contract("third", plants: "ridge; river", share: 0.4),
    ]).solve().result.settlement.contracts
    #expect(accounts.map { rounded($0.delivered) } == [80, 20, 50])
    #expect(accounts.map { rounded($0.shortfall) } == [0, 20, 10])
    #expect(accounts[2].deliveries.map { rounded($0.energy) } == [0, 50])
  }

  @Test func `no more than the share of a plant is sold`() throws {
    let accounts = try model([contract("mill", plants: "ridge:0.3", megawattHours: 80)]).solve()
      .result.settlement.contracts
    #expect(accounts.map { rounded($0.delivered) } == [30])
  }

  @Test func `a technology stands for its plants`() throws {
    var contract = contract("mill", plants: nil, share: 1)
    contract.source = .hydro
    let accounts = try model([contract]).solve().result.settlement.contracts
    #expect(accounts[0].deliveries.map(\.plant) == ["river"])
    #expect(rounded(accounts[0].delivered) == 50)
  }

  @Test(
    arguments: zip(
      ["total", "total-with-certificates", "non-hydro-with-certificates"],
      // 150 of 300 MWh; 40 of wind are sold outside.
      [150.0, 110, 60]
    )
  )
  func `certificates sold outside leave the consumption weight`(
    variant: String,
    renewable: Double
  ) throws {
    var goal = Goal()
    goal.id = "weight"
    goal.metric = "renewable-consumption-weight"
    goal.variant = variant
    goal.threshold = 0.3
    var model = model([
      contract("far", megawattHours: 40),
      contract("near", plants: "river", share: 1, to: SmallModel.zone),
    ])
    model.goals = [goal]
    let verdict = try #require(try model.solve().verdict("weight"))
    #expect(verdict.numerator.map(rounded) == renewable)
    #expect(verdict.denominator.map(rounded) == 300)
  }

  @Test func `contracts leave the dispatch alone`() throws {
    let cost = try model([]).solve().cost
    #expect(try model([contract("mill", megawattHours: 1000)]).solve().cost == cost)
  }
}
