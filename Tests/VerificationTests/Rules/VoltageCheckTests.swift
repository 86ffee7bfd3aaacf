import GridDispatch
import Hourly
import SmallGrids
import Tables
import Testing

@testable import GridFormulation
@testable import Verification

/// Flows that no angles give are found.
@Suite struct VoltageCheckTests {
  /// Three zones in a ring of equal lines; home draws 90 MW from the east, 60 straight and 30 over the north.
  private func ring() -> SmallGrid {
    var grid = SmallGrid.buying(load: [90], at: [1000])
    grid.addZone("east", load: [0], importAt: 10)
    grid.addZone("north", load: [0], importAt: 2000)
    for (from, to) in [("east", SmallGrid.zone), ("east", "north"), ("north", SmallGrid.zone)] {
      grid.addLink(Line.self) {
        ($0.name, $0.from, $0.to) = ("\(from)-\(to)", from, to)
        ($0.limit, $0.reactance) = (Power(megawatts: 200), 0.1)
      }
    }
    return grid
  }

  @Test func `flows follow the reactances around a ring`() throws {
    let grid = ring()
    let result = try grid.solve()
    func flow(_ name: String) -> Double {
      result.schedule.hourly(.flow) { $0 == name }[0].rounded()
    }
    #expect(flow("east-home") == 60)
    #expect(flow("east-north") == 30)
    #expect(grid.rulesBroken(by: result) == [])
    var other = grid
    for index in other.assets.indices {
      guard var line = other.assets[index] as? Line, line.name == "east-home" else { continue }
      line.reactance = 0.2
      other.assets[index] = line
    }
    let rules = other.report(on: result).violations.map(\.rule)
    #expect(rules == ["voltage law"])
  }
}
