import GridFormulation
import Hourly
import Testing

@testable import GridDispatch
@testable import Verification

/// The balance of a heat zone, on numbers that are written down.
@Suite struct HeatZoneCheckTests {
  private static let owner = Owner("town", zone: SmallGrid.zone)

  /// What is broken where 40 MW of heat are fed in, of which 0.2 are lost: 32 MW of the 50 that are used.
  private func broken(
    given: Double = 40,
    unserved: Double = 18,
    stated: Double = 58,
    stateCost: Double = 54_000
  ) -> [String] {
    var grid = SmallGrid(load: [0])
    grid.addHeatZone("town", demand: .constant(50), loss: 0.2)
    let series = [
      Schedule.Series(quantity: .heatDemand, owner: Self.owner, values: [stated]),
      Schedule.Series(quantity: .unservedHeat, owner: Self.owner, values: [unserved]),
    ]
    return grid.found(in: series) { examination in
      examination.heat["town"] = [given]
      examination.checkHeatZones()
      let cost = CostItem(kind: .unservedHeat, owner: "town", amount: stateCost)
      examination.checkCosts([cost], total: stateCost)
    }
  }

  @Test func `heat that is fed in and heat not served make up the demand`() {
    // 18 MW not served at 3,000; 40 MW fed in and 18 not served are the demand as it is told.
    #expect(broken() == [])
    #expect(broken(given: 45) == ["town: balance 5.0 at 0"])
    #expect(broken(stated: 60) == ["town: heat demand 2.0 at 0"])
    // 22 MW not served leave 28 to be fed in as 35, which with the 22 are 57.
    #expect(
      broken(unserved: 22, stateCost: 66_000)
        == ["town: heat demand 1.0 at 0", "town: balance 5.0 at 0"]
    )
  }

  @Test func `no more heat goes unserved than is used, and no less than none`() {
    // All of 50 MW not served, and then 2 more, for which −2.5 MW would be fed in.
    #expect(broken(given: 0, unserved: 50, stated: 50, stateCost: 150_000) == [])
    #expect(
      broken(given: -2.5, unserved: 52, stated: 49.5, stateCost: 156_000)
        == ["town: unserved heat range 2.0 at 0"]
    )
    // 54 MW used for 50, so that 4 less than none are not served: 67.5 MW are fed in.
    #expect(
      broken(given: 67.5, unserved: -4, stated: 63.5, stateCost: -12_000)
        == ["town: unserved heat range 4.0 at 0"]
    )
  }

  @Test func `heat not served is charged its value`() {
    #expect(
      broken(stateCost: 50_000)
        == ["cost: cost 4000.0", "town: cost of unserved heat 4000.0"]
    )
  }
}
