import GridFormulation
import Hourly
import Tables
import Testing
import Verification

/// Schedules of stores against a place that they were not made for.
@Suite struct ConnectionCheckTests {
  /// A battery at the grid of 10 MW and 10 MWh, empty, beside 5 MW of wind and then 20; power costs 1, then 100.
  private func grid(
    wind: [Double] = [0.25, 1],
    _ change: (inout Battery) -> Void = { _ in }
  ) -> SmallGrid {
    var grid = SmallGrid(load: [50, 50])
    let price = grid.series("price", [1, 100])
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 100)
      $0.importPrice = price
    }
    let available = grid.series("wind", wind)
    grid.add(Wind.self, "wind") {
      $0.capacity = Power(megawatts: 20)
      $0.availability = available
    }
    grid.add(Battery.self, "battery") {
      $0.power = Power(megawatts: 10)
      $0.energy = Energy(megawattHours: 10)
      ($0.chargingEfficiency, $0.dischargingEfficiency) = (1, 1)
      ($0.selfDischarge, $0.wear, $0.startLevel) = (0, 1, 0)
      change(&$0)
    }
    return grid
  }

  private func rules(
    of grid: SmallGrid,
    _ change: (inout Battery) -> Void
  ) throws -> Set<String> {
    let result = try grid.solve()
    #expect(grid.rulesBroken(by: result) == [])
    return Set(grid.changing(Battery.self, change).report(on: result).violations.map(\.rule))
  }

  @Test func `charging beyond the plant and power beyond the connection are found`() throws {
    // It takes 10 MW from the grid and gives 10 beside 20 MW of wind.
    func beside(_ change: @escaping (inout Battery) -> Void) throws -> Set<String> {
      try rules(of: grid()) {
        ($0.place, $0.beside) = (.generation, "wind")
        change(&$0)
      }
    }
    #expect(try beside { _ in } == ["charging beside", "connection"])
    #expect(try beside { $0.connection = 30 } == ["charging beside", "connection"])
    #expect(
      try beside { ($0.connection, $0.chargesFromGrid) = (30, true) } == []
    )
    #expect(try beside { ($0.connection, $0.chargesFromGrid) = (25, true) } == ["connection"])
    #expect(try beside { ($0.connection, $0.chargesFromGrid) = (4, true) } == ["connection"])
  }

  @Test func `reserve that does not go through the connection is found`() throws {
    // A battery half full beside 20 MW of wind holds 10 MW of reserve, at a connection of 40 MW.
    var grid = grid(wind: [1, 1]) {
      ($0.place, $0.beside, $0.connection) = (.generation, "wind", 40)
      ($0.startLevel, $0.endRule, $0.wear) = (1, .equalStart, 1000)
    }
    grid.setting.zones[0].reserve.up = .constant(10)
    #expect(try rules(of: grid) { $0.connection = 25 } == ["reserve up of the connection"])
    #expect(try rules(of: grid) { $0.connection = 30 } == [])
  }

  @Test func `a store at a customer saves the network's loss in the check too`() throws {
    var grid = grid { $0.place = .user }
    grid.setting.zones[0].gridLoss = 0.2
    #expect(try rules(of: grid) { $0.place = .grid } == ["power"])
    #expect(try rules(of: grid) { _ in } == [])
  }
}
