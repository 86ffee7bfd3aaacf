import GridDispatch
import GridGoals
import SmallGrids
import Tables
import Testing
import Verification

@testable import GridFormulation

/// What contracts on green power get is recomputed from the plants' energy.
struct GreenContractCheckTests {
  private var grid: SmallGrid {
    var grid = SmallGrid.rich()
    var contract = GreenContract()
    contract.name = "mill"
    contract.source = .wind
    contract.share = 0.4
    contract.premium = 20
    grid.setting.greenContracts = [contract]
    contract.name = "works"
    contract.plantList = "wind:0.8; roofs; dam"
    contract.source = .named
    contract.share = nil
    contract.energy = 1e8
    contract.buyerZone = SmallGrid.zone
    grid.setting.greenContracts.append(contract)
    var goal = Goal()
    goal.id = "weight"
    goal.metric = "renewable-consumption-weight"
    goal.variant = "total-with-certificates"
    goal.threshold = 0.3
    grid.goals = [goal]
    return grid
  }

  @Test func `accounts and weights are clean, and what is changed is found`() throws {
    let grid = grid
    let result = try grid.solve()
    #expect(result.settlement.contracts.count == 2)
    #expect(result.settlement.contracts.allSatisfy { $0.delivered > 0 })
    #expect(Verifier.verify(grid.model, result).isClean)
    var other = result
    other.settlement.contracts[0].premium += 100
    #expect(Verifier.verify(grid.model, other).differences.map(\.rule) == ["premium"])
    other = result
    other.settlement.contracts[1].due *= 2
    #expect(Verifier.verify(grid.model, other).differences.map(\.rule) == ["energy due"])
  }

  @Test func `another contract does not fit the weight`() throws {
    let grid = grid
    let result = try grid.solve()
    let local = grid.changing { $0.greenContracts[0].buyerZone = SmallGrid.zone }
    let rules = Verifier.verify(local.model, result).violations.map(\.rule)
    #expect(rules.contains("value"))
  }
}
