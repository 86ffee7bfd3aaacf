import GridGoals
import Hourly
import Tables
import Testing
import Verification

@testable import GridDispatch
@testable import GridFormulation

/// CHP units against regions and rates that their schedules were not made for.
@Suite struct ChpCheckTests {
  /// 100 MW, 20 MW of load and 80 MW of heat: the power is at its floor of 0.5·80.
  private func solved() throws -> (grid: SmallGrid, result: JudgedResult) {
    var grid = SmallGrid(load: [20])
    grid.add(Interchange.self, "trade") {
      $0.exportLimit = Power(megawatts: 1000)
      $0.exportPrice = .constant(0)
    }
    grid.addHeatZone("town", demand: .constant(80), loss: 0)
    grid.add(Chp.self, "chp") {
      $0.heatZone = "town"
      $0.unitSize = Power(megawatts: 100)
      $0.minimumOutput = 0.4
      $0.powerLoss = 0.2
      $0.backpressure = 0.5
      $0.ownUse = 0
      $0.forcedOutage = 0
      $0.startFuel = 0
      $0.startCost = 0
    }
    return (grid, try grid.solve())
  }

  @Test func `the sides of the region are recomputed`() throws {
    let (grid, result) = try solved()
    func found(_ change: (inout Chp) -> Void) -> [String] {
      grid.changing(Chp.self, change).report(on: result).violations.map {
        "\($0.rule) \(($0.amount * 1e6).rounded() / 1e6)"
      }
    }
    #expect(found { _ in } == [])
    #expect(found { $0.backpressure = 0.6 }.contains("heat region 8.0"))
    #expect(found { $0.heatCapacity = 0.5 }.contains("heat region 40.0"))
    #expect(found { $0.fuelRate = 400 }.contains { $0.hasPrefix("fuel ") })
    #expect(found { $0.turbine = .backpressure }.contains { $0.hasPrefix("fuel ") })
  }

  @Test func `corners and ratios agree on what lies outside`() throws {
    let region = HeatRegion.extraction(
      minimum: 0.4,
      heatCapacity: 1,
      powerLoss: 0.2,
      backpressure: 0.5
    )
    let (grid, result) = try solved()
    let cornered = grid.changing(Chp.self) {
      $0.corners = region.corners
      $0.minimumOutput = nil
      $0.backpressure = nil
      $0.powerLoss = nil
    }
    #expect(cornered.report(on: result).violations.map(\.text) == [])
    let tight = grid.changing(Chp.self) {
      $0.corners = [(1, 0), (0.8, 1), (0.6, 1), (0.4, 0)].map {
        HeatRegion.Corner(power: $0.0, heat: $0.1)
      }
    }
    #expect(tight.report(on: result).violations.contains { $0.rule == "heat region" })
  }
}
