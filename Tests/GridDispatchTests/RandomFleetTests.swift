import GridDispatch
import GridFormulation
import GridGoals
import SmallGrids
import Tables
import Testing

/// Laws of flexible demand, on random fleets; the seed is the argument of each test.
struct RandomFleetTests {
  static let seeds: [UInt64] = Array(1...8)

  @Test(arguments: seeds)
  func `managing a load that the zone holds already never raises the cost`(seed: UInt64) throws {
    let fleet = RandomFleet(seed: seed)
    let cost = try fleet.model.solve().result.cost
    for load in fleet.loads {
      let managed = try fleet.with([load]).solve().result.cost
      #expect(managed <= cost + 1e-7 * cost, "\(load.name): \(cost) became \(managed)")
    }
  }

  @Test(arguments: seeds)
  func `no fleet is verified for more than is registered`(seed: UInt64) throws {
    let fleet = RandomFleet(seed: seed)
    let bundled = fleet.loads + [fleet.bundle(limit: 30)]
    for loads in fleet.loads.map({ [$0] }) + [fleet.loads, bundled] {
      let solved = try fleet.with(loads).solve()
      let registered = try #require(solved.verdict("registered")?.numerator)
      let verified = try #require(solved.verdict("verified")?.numerator)
      let names = loads.map(\.name)
      #expect(verified >= -1e-6, "\(names)")
      #expect(verified <= registered + 1e-6, "\(names): \(verified) of \(registered)")
    }
  }

  @Test(arguments: seeds)
  func `a bundle costs no less than its members alone, and no more with a larger limit`(
    seed: UInt64
  ) throws {
    // Vehicles that may not charge and give back at once leave a gap in some: the laws hold up to it.
    let fleet = RandomFleet(seed: seed)
    let without = try fleet.model.solve { $0.gap = 5e-4 }.result.cost
    let alone = try fleet.with(fleet.loads).solve { $0.gap = 5e-4 }.result.cost
    let small = try fleet.with(fleet.loads + [fleet.bundle(limit: 15)]).solve { $0.gap = 5e-4 }
      .result.cost
    let large = try fleet.with(fleet.loads + [fleet.bundle(limit: 30)]).solve { $0.gap = 5e-4 }
      .result.cost
    #expect(alone <= large + 1e-3 * large)
    #expect(large <= small + 1e-3 * small)
    #expect(small <= without + 1e-3 * without)
  }

  @Test(arguments: seeds.prefix(4))
  func `rolling serves every load within its gap`(seed: UInt64) throws {
    let fleet = RandomFleet(seed: seed)
    let model = fleet.with(fleet.loads)
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
    #expect(rolled.cost >= exact - 1e-6 * exact)
    #expect(rolled.lowerBound <= exact + 1e-6 * exact)
  }
}
